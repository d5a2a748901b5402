import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Deployment } from '@vedetta/deployment';
import type { LinkCounters, ReportCounters } from '@vedetta/fronthaul';
import { type LocalNetwork, startLocalNetwork } from '@vedetta/local-network';
import type { Scenario } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import type { Pace, Run, SlotRecord, StoredDecisionDetail } from '@vedetta/store';
import { UnitFailedError } from '../machinery/errors.ts';
import type { UnitContext } from '../machinery/experiment.ts';
import { type NetworkUsage, NodeAccounts, readUsage } from './usage.ts';

export interface NetworkRequest {
  readonly scenario: Scenario;
  readonly slots: number;
  readonly pace: Pace;
  readonly apProcesses: number;
  /** Slots before the measured stretch of counters and times; they are decided and kept like the others. Default 0. */
  readonly warmSlots?: number;
}

export interface StoredSlot {
  readonly record: SlotRecord;
  readonly decisions: readonly StoredDecisionDetail[];
}

/** What a network did, from its store, its hub and the operating system. */
export interface NetworkRun {
  readonly run: Run;
  readonly deployment: Deployment;
  /** Every decided slot, ascending. */
  readonly slots: readonly StoredSlot[];
  /** Counters of every link soon after all had attached, shortly before the run was over, and when it was. */
  readonly links: {
    readonly attached: readonly LinkCounters[];
    readonly last: readonly LinkCounters[];
    readonly final: readonly LinkCounters[];
  };
  readonly usage: NetworkUsage;
  /** What became of reports, and how long they took, over the whole run. */
  readonly reports: ReportCounters;
}

/** Until all are attached; from then on a look follows a commit, because looking is work for the control plane that is measured. */
const lookEveryMs = 40;
const patienceMs = 1_000;
/** Statistics of all links are computed before a process attaches: minutes with a thousand APs. */
const attachWithinMs = 3_600_000;
const batchSlots = 16;

/**
 * Runs a network of real processes and sockets on this machine from its first slot to its last, in a folder that goes away, with the
 * control plane in this process. What would spoil a measurement (an AP process that died, an AP that did not attach) is a failure.
 *
 * @throws {UnitFailedError} also when `signal` aborted; the network is closed by then.
 */
export async function runNetwork(
  request: NetworkRequest,
  { seed, version, signal, progress }: Pick<UnitContext, 'seed' | 'version' | 'signal' | 'progress'>,
): Promise<NetworkRun> {
  const { scenario, slots, pace, apProcesses, warmSlots = 0 } = request;
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-experiment-'));
  const trouble = Promise.withResolvers<never>();
  trouble.promise.catch(() => {});
  const fail = (reason: string) => trouble.reject(new UnitFailedError(reason));
  signal.addEventListener('abort', () => fail('stopped'), { once: true });
  if (signal.aborted) fail('stopped');
  const accounts = new NodeAccounts();
  let network: LocalNetwork | null = null;
  try {
    network = await startLocalNetwork({
      scenario,
      folder,
      host: '127.0.0.1',
      port: 0,
      apProcesses,
      seed,
      slots: warmSlots + slots,
      pace,
      startNew: false,
      falseAlarmProbability: undefined,
      evaluate: 'off',
      reportJitterMs: 0,
      attachWithinMs,
      keep: { maxSlots: 100_000_000, maxBytes: 1e12 },
      logger: createLogger({ name: 'experiment', level: 'info', destination: join(folder, 'vedetta.log') }),
      version,
      onApRecord: accounts.onRecord,
      onApProcessEnded: ({ name, how, lastWords }) => fail(`${name} ended with ${how}: ${lastWords ?? 'no word'}`),
      onMissing: (accessPoints) => fail(`access points ${accessPoints.join(' ')} did not attach`),
    });
    return await Promise.race([trouble.promise, observe(network, request, accounts, signal, progress)]);
  } finally {
    await network?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function observe(
  network: LocalNetwork,
  { slots, warmSlots = 0 }: NetworkRequest,
  accounts: NodeAccounts,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<NetworkRun> {
  const { deployment, store, fusion, apProcesses, run } = network;
  const look = (decidedSlots: number) => ({ usage: readUsage(apProcesses), at: performance.now(), decidedSlots });
  let before: ReturnType<typeof look> | null = null;
  let attached: readonly LinkCounters[] | null = null;
  let links = fusion.hub.links();
  let committed = Promise.withResolvers<void>();
  const unsubscribe = await store.onCommit(() => committed.resolve());
  try {
    for (;;) {
      const { decidedSlots, status } = (await store.run(run.id)) as Run;
      if (signal.aborted) throw new UnitFailedError('stopped');
      if (status === 'stopped' || status === 'failed') throw new UnitFailedError(`the run ${status}`);
      progress(decidedSlots / (warmSlots + slots));
      if (status === 'running' && decidedSlots >= warmSlots) before ??= look(decidedSlots);
      if (status === 'completed') break;
      links = fusion.hub.links();
      if (links.every((link) => link.attached)) attached ??= links;
      await (attached === null ? setTimeout(lookEveryMs) : Promise.race([committed.promise, setTimeout(patienceMs)]));
      committed = Promise.withResolvers<void>();
    }
  } finally {
    await unsubscribe();
  }
  const after = look(warmSlots + slots);
  before ??= after;
  const nodes = await accounts.complete(apProcesses.list());
  const kept: StoredSlot[] = [];
  for (let from = 0; from < warmSlots + slots; from += batchSlots)
    kept.push(...(await store.slots(run.id, from, Math.min(batchSlots, warmSlots + slots - from))));
  return {
    run: (await store.run(run.id)) as Run,
    deployment,
    slots: kept,
    links: { attached: attached ?? links, last: links, final: fusion.hub.links() },
    reports: network.fusion.reports(),
    usage: {
      slots: after.decidedSlots - before.decidedSlots,
      seconds: (after.at - before.at) / 1000,
      controlPlane: after.usage.controlPlane(before.usage),
      apProcesses: after.usage.apProcesses(before.usage),
      nodes,
    },
  };
}
