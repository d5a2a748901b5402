import { deployNetwork, needsPowerPlan } from '@vedetta/deployment';
import { readNetwork } from '@vedetta/scenario';
import { packageVersion, type Service } from '@vedetta/service-kit';
import { openStore } from '@vedetta/store';
import { gatewaySettings } from './config.ts';
import { liveStatusOf, readinessOf } from './live.ts';
import { createGateway } from './server.ts';

/** An answer that takes longer than this is a 503. */
const storeRetryMs = 5_000;

/** The gateway as a process: everything it says comes from the store. */
export const gatewayService: Service<typeof gatewaySettings> = {
  name: 'gateway',
  settings: gatewaySettings,
  async start(config, { logger, registry, stopping }) {
    const version = packageVersion(import.meta.url);
    const { name, network, hash } = await readNetwork(config.VEDETTA_SCENARIO);
    const deployment = deployNetwork(network);
    const everybody = deployment.accessPoints.map(({ id }) => id);
    await using open = new AsyncDisposableStack();
    const store = await openStore(config.VEDETTA_STORE, { version, logger, signal: stopping, retryMs: storeRetryMs });
    open.defer(() => store.close());
    await store.adoptScenario({ name, network, world: null, hash, version });
    const gateway = await createGateway({
      store,
      network,
      deployment,
      scenario: { name, hash, version },
      host: config.VEDETTA_HOST,
      port: config.VEDETTA_PORT,
      isReady: () => readinessOf(store, everybody, needsPowerPlan(network)),
      runControl: {
        create: (request) => store.createRun(request),
        stop: (run) => store.setRunStatus(run, 'stopped', 'stopped on request'),
      },
      liveStatus: () => liveStatusOf(store),
      metrics: registry,
      logger,
    });
    open.defer(() => gateway.close());
    logger.info({ host: config.VEDETTA_HOST, port: gateway.port }, 'REST listening');
    const owned = open.move();
    return { close: () => owned.disposeAsync() };
  },
};
