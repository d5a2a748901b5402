import { randomUUID } from 'node:crypto';
import { deployNetwork } from '@vedetta/deployment';
import { createRegistry } from '@vedetta/fronthaul';
import { readNetwork } from '@vedetta/scenario';
import { advertisedEndpoint, closeWithin, keepAnnouncing, packageVersion, type Service } from '@vedetta/service-kit';
import { type LeaseGuard, openFrameQueue, openStore } from '@vedetta/store';
import { createScheduler } from './app.ts';
import { schedulerSettings } from './config.ts';
import { createSchedulerEvents } from './events.ts';
import { startFirstRun } from './first-run.ts';
import { keepBounded } from './keep-bounded.ts';
import { seekLeadership } from './leadership.ts';
import { untilAttachedEverywhere } from './network-attached.ts';
import { type SchedulerAnnouncement, schedulerAnnouncementKind, watchSurroundings } from './surroundings.ts';

const lease = 'scheduler';

/** The scheduler as a process: leads when it can, stands by otherwise, and serves the registry in either case. */
export const schedulerService: Service<typeof schedulerSettings> = {
  name: 'scheduler',
  settings: schedulerSettings,
  async start(config, { nodeName, logger, registry: metrics, stopping }) {
    const events = createSchedulerEvents(logger, metrics);
    const version = packageVersion(import.meta.url);
    const { name, network, hash } = await readNetwork(config.VEDETTA_SCENARIO);
    const deployment = deployNetwork(network);
    const everybody = deployment.accessPoints.map(({ id }) => id);
    await using open = new AsyncDisposableStack();
    const store = await openStore(config.VEDETTA_STORE, { version, logger, signal: stopping });
    open.defer(() => store.close());
    await store.adoptScenario({ name, network, world: null, hash, version });
    const queue = await openFrameQueue(config.VEDETTA_QUEUE, { logger, signal: stopping });
    open.defer(() => queue.close());
    const registry = await createRegistry({
      host: config.VEDETTA_HOST,
      port: config.VEDETTA_PORT,
      scenarioHash: hash,
      accessPoints: everybody,
      events: {
        joined: events.nodeJoined,
        left: events.nodeLeft,
        refused: events.nodeRefused,
        assigned: (node, points, endpoints) =>
          events.assigned(
            node,
            points.map(({ id }) => id),
            endpoints,
          ),
        exhausted: (error) => events.failed('registry', error),
      },
    });
    open.defer(() => registry.close());
    const endpoint = advertisedEndpoint(config.VEDETTA_ADVERTISE, config.VEDETTA_HOST, registry.port);

    let leads = false;
    const announcer = keepAnnouncing({
      announce: (ttlMs) =>
        store.announce(schedulerAnnouncementKind, nodeName, ttlMs, { endpoint, leads } satisfies SchedulerAnnouncement),
      withdraw: () => store.withdraw(schedulerAnnouncementKind, nodeName),
      logger,
    });
    open.defer(() => closeWithin(1_000, announcer.close()).then(() => {}));

    async function term(guard: LeaseGuard, over: AbortSignal, resign: () => void): Promise<void> {
      leads = true;
      events.leading(true, guard.fence);
      registry.lead(guard.fence);
      announcer.changed();
      const scheduler = await createScheduler({
        deployment,
        store,
        queue,
        networkAttached: (run, signal) => untilAttachedEverywhere(store, everybody, run, signal),
        events,
        guard,
        onLeaseLost: resign,
        paced: true,
      });
      const bounds = { maxSlots: config.VEDETTA_KEEP_SLOTS, maxBytes: config.VEDETTA_KEEP_MB * 1e6 };
      const stopPruning = keepBounded(
        store,
        bounds,
        ({ slots, runs }) => logger.info({ slots, runs }, 'oldest data dropped'),
        (error) => events.failed('pruning', error),
      );
      try {
        if (config.VEDETTA_RUN_SEED !== null) {
          await startFirstRun(store, network, {
            seed: config.VEDETTA_RUN_SEED,
            slots: config.VEDETTA_RUN_SLOTS,
            pace: config.VEDETTA_RUN_PACE,
            falseAlarmProbability: network.sensing.falseAlarmProbability,
          }).catch((error) => events.failed('first run', error));
        }
        await untilAborted(over);
      } finally {
        leads = false;
        registry.follow(null);
        announcer.changed();
        events.leading(false, null);
        await Promise.all([scheduler.close(), stopPruning()]);
      }
    }

    const watching = new AbortController();
    const watched = watchSurroundings({
      store,
      registry,
      leads: () => leads,
      onError: (error) => events.failed('looking around', error),
      signal: watching.signal,
    });
    open.defer(async () => {
      watching.abort();
      await closeWithin(1_000, watched);
    });
    const leadership = seekLeadership({ store, lease, holder: `${nodeName}/${randomUUID()}`, logger, term });
    open.defer(() => closeWithin(6_000, leadership.close()).then(() => {}));
    logger.info({ endpoint }, 'registry listening');
    const owned = open.move();
    return { close: () => owned.disposeAsync() };
  },
};

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
