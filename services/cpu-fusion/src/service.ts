import { deployNetwork } from '@vedetta/deployment';
import { type FusionAnnouncement, fusionAnnouncementKind } from '@vedetta/fronthaul';
import { readNetwork } from '@vedetta/scenario';
import { advertisedEndpoint, closeWithin, keepAnnouncing, packageVersion, type Service } from '@vedetta/service-kit';
import { openFrameQueue, openStore } from '@vedetta/store';
import { createFusion } from './app.ts';
import { fusionSettings } from './config.ts';
import { createFusionEvents } from './events.ts';
import { untilEverybodyAttached } from './ready.ts';

/** A fusion worker as a process: one of any number that share the frames of a run. */
export const fusionService: Service<typeof fusionSettings> = {
  name: 'cpu-fusion',
  settings: fusionSettings,
  async start(config, { nodeName, logger, registry, stopping }) {
    const version = packageVersion(import.meta.url);
    const { name, network, hash } = await readNetwork(config.VEDETTA_SCENARIO);
    const deployment = deployNetwork(network);
    const everybody = deployment.accessPoints.map(({ id }) => id);
    await using open = new AsyncDisposableStack();
    const store = await openStore(config.VEDETTA_STORE, { version, logger, signal: stopping });
    open.defer(() => store.close());
    await store.adoptScenario({ name, network, world: null, hash, version });
    const queue = await openFrameQueue(config.VEDETTA_QUEUE, { logger, signal: stopping });

    let announced = () => {};
    let endpoint = '';
    const fusion = await createFusion({
      deployment,
      scenarioHash: hash,
      store,
      queue,
      host: config.VEDETTA_HOST,
      port: config.VEDETTA_PORT,
      logger,
      events: createFusionEvents(logger, registry),
      untilReady: (run, attached, signal) =>
        untilEverybodyAttached({ store, endpoint: () => endpoint, everybody, run, attached, signal }),
      onChange: () => announced(),
    });
    open.defer(() => closeWithin(2_000, fusion.close()).then(() => {}));
    open.defer(() => closeWithin(3_000, queue.close()).then(() => {}));
    open.defer(() => fusion.halt());
    endpoint = advertisedEndpoint(config.VEDETTA_ADVERTISE, config.VEDETTA_HOST, fusion.hub.port);

    const announcement = (): FusionAnnouncement => ({
      endpoint,
      run: fusion.run(),
      attached: fusion.attached(),
      links: fusion.hub.links(),
      reports: fusion.reports(),
    });
    const announcer = keepAnnouncing({
      announce: (ttlMs) => store.announce(fusionAnnouncementKind, nodeName, ttlMs, announcement()),
      withdraw: () => store.withdraw(fusionAnnouncementKind, nodeName),
      logger,
    });
    announced = () => announcer.changed();
    open.defer(() => closeWithin(1_000, announcer.close()).then(() => {}));
    logger.info({ endpoint }, 'fronthaul listening');
    const owned = open.move();
    return { close: () => owned.disposeAsync() };
  },
};
