import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFusion, createFusionEvents, type Fusion } from '@vedetta/cpu-fusion';
import { type Deployment, deployNetwork } from '@vedetta/deployment';
import { createEvaluator, createEvaluatorEvents, type EvaluationRate, type Evaluator } from '@vedetta/evaluator';
import { createGateway } from '@vedetta/gateway';
import type { Scenario } from '@vedetta/scenario';
import { createScheduler, createSchedulerEvents, keepBounded } from '@vedetta/scheduler';
import { closeWithin, type Logger } from '@vedetta/service-kit';
import { openEmbedded, type Pace, type Run, type RunTotals, type Store } from '@vedetta/store';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { type ApProcessEnd, type ApProcesses, startApProcesses } from './ap-processes.ts';
import { whoIsMissing } from './attachment.ts';
import { takeUpRun } from './take-up-run.ts';

export interface LocalNetworkOptions {
  readonly scenario: Scenario;
  /** Where the data live; made if it does not exist. */
  readonly folder: string;
  readonly host: string;
  /** REST port; 0: any. */
  readonly port: number;
  readonly apProcesses: number;
  /** undefined: the unfinished run's, else 1. */
  readonly seed: number | undefined;
  /** null: until stopped. */
  readonly slots: number | null;
  readonly pace: Pace;
  /** undefined: the scenario's. */
  readonly falseAlarmProbability: number | undefined;
  readonly evaluate: EvaluationRate;
  readonly reportJitterMs: number;
  /** Limits beyond which the oldest slots and runs are dropped. */
  readonly keep: { readonly maxSlots: number; readonly maxBytes: number };
  readonly logger: Logger;
  readonly version: string;
  /** Told when the oldest data were dropped. */
  readonly onPruned?: (dropped: { readonly slots: number; readonly runs: readonly number[] }) => void;
  /** Told when an AP process ended by itself. */
  readonly onApProcessEnded?: (ended: ApProcessEnd) => void;
}

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
  readonly ended: Promise<Run>;
  totals(): Promise<RunTotals>;
  close(): Promise<void>;
}

/** A whole network on one machine: control plane in this process, AP processes beside it, data in one folder. */
export async function startLocalNetwork(options: LocalNetworkOptions): Promise<LocalNetwork> {
  const { scenario, logger, host } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
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
    await store.adoptScenario({ name, network, world, hash, version: options.version });
    const scenarioFile = join(options.folder, 'scenario.json');
    await writeFile(scenarioFile, `${JSON.stringify({ network, world }, null, 2)}\n`);

    const deployment = deployNetwork(network);
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
      networkAttached: (_run, signal) => whoIsMissing(everybody, () => fusion.attached(), signal),
      events: createSchedulerEvents(logger.child({ service: 'scheduler' }), registry),
    });
    closers.push(() => closeWithin(5_000, scheduler.close()));

    const gateway = await createGateway({
      store,
      network,
      deployment,
      scenario: { name, hash, version: options.version },
      host,
      port: options.port,
      isReady: () => readiness(store, everybody, fusion),
      runControl: { create: (request) => store.createRun(request), stop: (run) => scheduler.stop(run) },
      liveStatus: () => ({ attachedAccessPoints: fusion.attached(), links: fusion.hub.links() }),
      metrics: registry,
      logger: logger.child({ service: 'gateway' }),
    });
    closers.push(() => closeWithin(5_000, gateway.close()));

    const { run, resumed } = await takeUpRun(store, options);
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
    });
    closers.push(() => apProcesses.close());
    const pruned = (dropped: { slots: number; runs: readonly number[] }) => options.onPruned?.(dropped);
    closers.push(keepBounded(store, options.keep, pruned, (error) => logger.error({ err: error }, 'pruning failed')));
    // First of all: an AP process that is being closed must not look like one that died.
    closers.push(async () => fusion.halt());
    return {
      deployment,
      store,
      fusion,
      evaluator,
      apProcesses,
      port: gateway.port,
      run,
      resumed,
      ended: whenEnded(store, run.id),
      totals: () => store.totals(run.id),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readiness(store: Store, everybody: readonly number[], fusion: Fusion) {
  await store.ping();
  const run = await store.nextRun();
  if (run === null) return { ready: true, waitingFor: [] };
  if (run.decidedSlots > 0) return { ready: true, waitingFor: [] };
  const attached = new Set(fusion.attached());
  const missing = everybody.filter((id) => !attached.has(id));
  return { ready: missing.length === 0, waitingFor: missing.map((id) => `access point ${id}`) };
}

async function whenEnded(store: Store, id: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    let unsubscribe: (() => Promise<void>) | null = null;
    let settled = false;
    const look = async () => {
      try {
        const run = await store.run(id);
        if (settled || run === null || run.status === 'running' || run.status === 'queued') return;
        settled = true;
        await unsubscribe?.();
        resolve(run);
      } catch (error) {
        if (!settled) reject(error);
      }
    };
    store.onCommit(look).then((stop) => {
      unsubscribe = stop;
      if (settled) void stop();
      else void look();
    }, reject);
  });
}
