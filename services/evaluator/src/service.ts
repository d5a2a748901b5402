import { readScenario } from '@vedetta/scenario';
import { closeWithin, packageVersion, type Service, startHealth } from '@vedetta/service-kit';
import { openStore } from '@vedetta/store';
import { createEvaluator } from './app.ts';
import { evaluatorSettings } from './config.ts';
import { createEvaluatorEvents } from './events.ts';

/** The evaluator as a process: the only one that holds truth and decisions. Decisions do not wait for it. */
export const evaluatorService: Service<typeof evaluatorSettings> = {
  name: 'evaluator',
  settings: evaluatorSettings,
  async start(config, { logger, registry, stopping }) {
    const version = packageVersion(import.meta.url);
    const scenario = await readScenario(config.VEDETTA_SCENARIO);
    await using open = new AsyncDisposableStack();
    const health = await startHealth({ host: config.VEDETTA_HOST, port: config.VEDETTA_PORT });
    open.defer(() => health.close());
    const store = await openStore(config.VEDETTA_STORE, { version, logger, signal: stopping });
    open.defer(() => store.close());
    const { name, network, world, hash } = scenario;
    await store.adoptScenario({ name, network, world, hash, version });
    const evaluator = await createEvaluator({
      store,
      scenario,
      rate: config.VEDETTA_EVALUATE,
      events: createEvaluatorEvents(logger, registry),
    });
    open.defer(() => closeWithin(5_000, evaluator.close()).then(() => {}));
    health.set('', true);
    const owned = open.move();
    return { close: () => owned.disposeAsync() };
  },
};
