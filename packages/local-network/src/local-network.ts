import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFusion, createFusionEvents, type Fusion } from '@vedetta/cpu-fusion';
import { type Deployment, deployNetwork, needsPowerPlan } from '@vedetta/deployment';
import { createEvaluator, createEvaluatorEvents, type Evaluator } from '@vedetta/evaluator';
import { createGateway } from '@vedetta/gateway';
import type { Network, World } from '@vedetta/scenario';
import { createScheduler, createSchedulerEvents, keepBounded, type SchedulerEvents } from '@vedetta/scheduler';
import { closeWithin } from '@vedetta/service-kit';
import { openEmbedded, type Run, type Store } from '@vedetta/store';
import { targetsAt } from '@vedetta/world';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { type ApProcesses, startApProcesses } from './ap-processes.ts';
import { longestWaitMs, whoIsMissing } from './attachment.ts';
import type { LocalNetworkOptions } from './options.ts';
import { takeUpRun } from './take-up-run.ts';

export interface LocalNetwork {
  readonly deployment: Deployment;
  readonly store: Store;
  readonly fusion: Fusion;
  readonly evaluator: Evaluator;
  readonly apProcesses: ApProcesses;
  /** Port the gateway listens on. */
  readonly port: number;
  /** The run it started with; `resumed` when it was there before. */
  readonly run: Run;
  readonly resumed: boolean;
  /** Resolves when that run has ended. */
  whenEnded(run: number): Promise<Run>;
  /** Resolves with the next run that is queued or running. */
  whenStarted(): Promise<Run>;
  /** Decides nothing from here on; what was decided can still be read. */
  halt(): Promise<void>;
  close(): Promise<void>;
}

/** A whole network on one machine: control plane in this process, AP processes beside it, data in one folder. */
export async function startLocalNetwork(options: LocalNetworkOptions): Promise<LocalNetwork> {
  const { scenario, logger, host } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    logger.info({}, 'network closes');
    for (const closer of closers.splice(0).reverse())
      await closer().catch((error) => logger.error({ err: error }, 'closing failed'));
  };
  try {
    await mkdir(options.folder, { recursive: true });
    const {
      store,
      queue,
      close: closeStore,
    } = await openEmbedded(options.folder, { version: options.version, logger });
    closers.push(closeStore);
    const { name, network, world, hash } = scenario;
    await store.adoptScenario({ name, network, world: withPlaces(world, network), hash, version: options.version });
    const scenarioFile = join(options.folder, 'scenario.json');
    await writeFile(scenarioFile, `${JSON.stringify({ network, world }, null, 2)}\n`);

    const deployment = deployNetwork(network);
    // Before anybody takes up the run that this one may end.
    const { run, resumed } = await takeUpRun(store, options);
    const registry = new Registry();
    collectDefaultMetrics({ register: registry, prefix: 'vedetta_' });
    const fusion = await createFusion({
      deployment,
      scenarioHash: hash,
      store,
      queue,
      host,
      port: 0,
      logger: logger.child({ service: 'cpu-fusion' }),
      events: createFusionEvents(logger.child({ service: 'cpu-fusion' }), registry),
    });
    closers.push(() => fusion.close());

    const everybody = deployment.accessPoints.map(({ id }) => id);
    const scheduler = await createScheduler({
      deployment,
      store,
      queue,
      networkAttached: async (run, signal) => {
        const waitMs = options.attachWithinMs ?? longestWaitMs(run.pace);
        const result = await whoIsMissing(everybody, () => fusion.attached(run.id), signal, waitMs);
        if (result.missing.length > 0 && !signal.aborted) options.onMissing?.(result.missing);
        return result;
      },
      events: withPowerNews(createSchedulerEvents(logger.child({ service: 'scheduler' }), registry), options),
    });
    closers.push(() => closeWithin(5_000, scheduler.close()));

    const gateway = await createGateway({
      store,
      network,
      deployment,
      scenario: { name, hash, version: options.version },
      host,
      port: options.port,
      isReady: () => readiness(store, deployment, fusion),
      runControl: { create: (request) => store.createRun(request), stop: (run) => scheduler.stop(run) },
      liveStatus: () => ({
        attachedAccessPoints: fusion.attached(),
        links: fusion.hub.links(),
        reports: fusion.reports(),
      }),
      metrics: registry,
      logger: logger.child({ service: 'gateway' }),
    });
    closers.push(() => closeWithin(5_000, gateway.close()));

    const evaluator = await createEvaluator({
      store,
      scenario,
      rate: options.evaluate,
      events: createEvaluatorEvents(logger.child({ service: 'evaluator' }), registry),
    });
    closers.push(() => evaluator.close());
    const apProcesses = startApProcesses({
      deployment,
      count: options.apProcesses,
      scenarioFile,
      fusionAddress: `${host}:${fusion.hub.port}`,
      reportJitterMs: options.reportJitterMs,
      logger,
      onEnded: options.onApProcessEnded,
      onRecord: options.onApRecord,
    });
    closers.push(() => apProcesses.close());
    const pruned = (dropped: { slots: number; runs: readonly number[] }) => options.onPruned?.(dropped);
    closers.push(keepBounded(store, options.keep, pruned, (error) => logger.error({ err: error }, 'pruning failed')));
    // First of all: an AP process that is being closed must not look like one that died.
    const halt = async () => {
      logger.info({ run: run.id }, 'network halts');
      await fusion.halt();
    };
    closers.push(halt);
    return {
      deployment,
      store,
      fusion,
      evaluator,
      apProcesses,
      port: gateway.port,
      run,
      resumed,
      whenEnded: (id) => onceStored(store, async () => endedRun(await store.run(id))),
      whenStarted: () => onceStored(store, () => store.nextRun()),
      halt,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The world as it truly is at slot 0: places that the scenario leaves to be drawn are filled in. */
function withPlaces(world: World, network: Network): World {
  const places = targetsAt(world, network, 0);
  return { ...world, targets: world.targets.map((target, i) => ({ ...target, positionMetres: places[i].position })) };
}

async function readiness(store: Store, { network, accessPoints }: Deployment, fusion: Fusion) {
  await store.ping();
  const run = await store.nextRun();
  if (run === null) return { ready: true, waitingFor: [] };
  if (run.decidedSlots > 0) return { ready: true, waitingFor: [] };
  if (needsPowerPlan(network) && (await store.powerPlan()) === null)
    return { ready: false, waitingFor: ['the powers of max-min power control'] };
  const attached = new Set(fusion.attached());
  const missing = accessPoints.filter(({ id }) => !attached.has(id));
  return { ready: missing.length === 0, waitingFor: missing.map(({ id }) => `access point ${id}`) };
}

function endedRun(run: Run | null): Run | null {
  return run === null || run.status === 'running' || run.status === 'queued' ? null : run;
}

/** Resolves with what `look` finds, now or after some commit. */
async function onceStored<T>(store: Store, look: () => Promise<T | null>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const attempt = () => {
    look().then((found) => {
      if (found !== null) resolve(found);
    }, reject);
  };
  const unsubscribe = await store.onCommit(attempt);
  attempt();
  try {
    return await promise;
  } finally {
    await unsubscribe();
  }
}

/** Tells the user as well when powers are solved for: a network waits for them. */
function withPowerNews(
  events: SchedulerEvents,
  { onSolvingPower, onPowerSolved }: LocalNetworkOptions,
): SchedulerEvents {
  return {
    ...events,
    solvingPower(solved, kinds) {
      events.solvingPower(solved, kinds);
      onSolvingPower?.(solved, kinds);
    },
    powerSolved(plan, seconds) {
      events.powerSolved(plan, seconds);
      onPowerSolved?.(plan, seconds);
    },
  };
}
