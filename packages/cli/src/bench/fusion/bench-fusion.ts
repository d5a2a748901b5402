import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deployNetwork } from '@vedetta/deployment';
import { fusionAnnouncementKind, fusionAnnouncements } from '@vedetta/fronthaul';
import { type ProcessUsage, usageOfAll } from '@vedetta/local-network';
import { readScenario } from '@vedetta/scenario';
import { openStore, type Store } from '@vedetta/store';
import { createDatabase, findPostgres, findRedis } from '@vedetta/store/test-servers';
import { version } from '../../version.ts';
import { recordReports } from './recorded-reports.ts';

/** One measured stretch with so many fusion workers. */
export interface FusionRound {
  readonly workers: number;
  readonly slots: number;
  readonly seconds: number;
  readonly slotsPerSecond: number;
  /** Cores that the fusion workers used, on average. */
  readonly fusionCores: number;
  /** The same of everybody else on this machine, largest first. */
  readonly others: readonly { readonly program: string; readonly cores: number }[];
  readonly otherCores: number;
}

export interface FusionBench {
  readonly rounds: readonly FusionRound[];
  /** Slots per second of two workers over one, per pair of rounds, and their median. */
  readonly ratios: readonly number[];
  readonly ratio: number;
  /** Why nothing can be said; null when it can. */
  readonly inconclusive: string | null;
}

/**
 * Nine receivers hear 20 transmit APs in long blocks: their statistics, which the fusion workers compute, outweigh all the rest. Samples of 12 bits keep
 * the access points, which only answer, out of the way.
 */
const scenarioText = `
preset: baseline
network:
  accessPoints: { count: 29 }
  block: { coherenceSamples: 100, sensingSamples: 100 }
  timing: { planningLag: 6, frameSlots: 16 }
  fronthaul: { split: raw, sampleFormat: { mantissaBits: 12 } }
`;
const seed = 1;
const warmSlots = 48;
/** Of a core, for all processes but the workers. */
const mostOtherCores = 0.2;

/**
 * Slots per second of one and of two fusion workers, in turn, on PostgreSQL and Redis, with recorded reports, so that the workers are what
 * everybody waits for.
 */
export async function benchFusion(
  options: { readonly slots: number; readonly rounds: number },
  progress: (what: string, done: number, of: number) => void,
): Promise<FusionBench> {
  const [postgres, redis] = [await findPostgres(), await findRedis()];
  if (postgres.origin === null || redis.origin === null)
    throw new Error(
      `the benchmark needs PostgreSQL and Redis (.ci/install-servers.sh gets Debian's): ${[postgres, redis].map(({ description }) => description).join('; ')}`,
    );
  await using open = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-bench-fusion-'));
  open.defer(() => rm(folder, { recursive: true, force: true }));
  const scenarioFile = join(folder, 'fusion.yaml');
  await writeFile(scenarioFile, scenarioText);
  const scenario = await readScenario(scenarioFile);
  const slots = warmSlots + options.slots;
  const recording = join(folder, 'reports');
  recordReports(scenario, deployNetwork(scenario.network), {
    seed,
    slots,
    file: recording,
    onSlot: (slot) => progress('recording slot', slot, slots),
  });
  const [database, queue] = [await postgres.open(), await redis.open()];
  open.defer(async () => void (await Promise.all([database.close(), queue.close()])));
  const rounds: FusionRound[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const workers of [1, 2]) {
      progress('round', rounds.length, 2 * options.rounds);
      rounds.push(await measure({ workers, slots, scenarioFile, recording, database: database.url, queue: queue.url }));
    }
  }
  return verdict(rounds);
}

function verdict(rounds: readonly FusionRound[]): FusionBench {
  const ratios = rounds.flatMap(({ workers, slotsPerSecond }, i) =>
    workers === 2 ? [slotsPerSecond / rounds[i - 1].slotsPerSecond] : [],
  );
  const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)];
  const busiest = Math.max(...rounds.map(({ otherCores }) => otherCores));
  const inconclusive =
    busiest > mostOtherCores
      ? `others took up to ${busiest.toFixed(2)} cores, more than ${mostOtherCores}: fusion was not all that counted`
      : null;
  return { rounds, ratios, ratio, inconclusive };
}

interface Measurement {
  readonly workers: number;
  readonly slots: number;
  readonly scenarioFile: string;
  readonly recording: string;
  readonly database: string;
  readonly queue: string;
}

async function measure(what: Measurement): Promise<FusionRound> {
  await using open = new AsyncDisposableStack();
  const database = await createDatabase(what.database);
  open.defer(() => database.drop());
  const store = await openStore(database.url, { version });
  open.defer(() => store.close());
  const start = (service: string, name: string) => {
    const child = startService(service, name, { ...servers, VEDETTA_SCENARIO: what.scenarioFile });
    open.defer(() => stop(child));
    return child;
  };
  const servers = { VEDETTA_STORE: database.url, VEDETTA_QUEUE: what.queue };
  start('scheduler', 'scheduler');
  const workers = Array.from({ length: what.workers }, (_, i) => start('cpu-fusion', `cpu-fusion-${i}`));
  const endpoints = await endpointsOf(store, what.workers);
  const run = await store.createRun({ seed, slots: what.slots, pace: 'fast', falseAlarmProbability: 0.01 });
  const replayer = fork(
    fileURLToPath(new URL('./replayer.ts', import.meta.url)),
    [what.scenarioFile, String(run.id), what.recording, endpoints.join(',')],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  open.defer(() => stop(replayer));
  const before = await sample(store, run.id, warmSlots);
  const after = await sample(store, run.id, what.slots);
  const seconds = (after.at - before.at) / 1e3;
  const cores = (pid: number) =>
    ((after.usage.get(pid)?.cpuSeconds ?? 0) - (before.usage.get(pid)?.cpuSeconds ?? 0)) / seconds;
  const fusion = workers.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  const others = othersOf(
    after.usage,
    fusion,
    new Map([
      [replayer.pid, 'replayer'],
      [process.pid, 'benchmark'],
    ]),
    cores,
  );
  return {
    workers: what.workers,
    slots: after.slots - before.slots,
    seconds,
    slotsPerSecond: (after.slots - before.slots) / seconds,
    fusionCores: fusion.reduce((sum, pid) => sum + cores(pid), 0),
    others,
    otherCores: others.reduce((sum, { cores }) => sum + cores, 0),
  };
}

/** Everybody else, added up by program. */
function othersOf(
  usage: ReadonlyMap<number, ProcessUsage>,
  fusion: readonly number[],
  names: ReadonlyMap<number | undefined, string>,
  cores: (pid: number) => number,
): FusionRound['others'] {
  const sums = new Map<string, number>();
  for (const [pid, { program }] of usage) {
    if (fusion.includes(pid)) continue;
    const name = names.get(pid) ?? program;
    sums.set(name, (sums.get(name) ?? 0) + cores(pid));
  }
  return [...sums]
    .map(([program, cores]) => ({ program, cores }))
    .filter(({ cores }) => cores >= 0.001)
    .sort((a, b) => b.cores - a.cores);
}

/** Waits until so many slots are decided. */
async function sample(store: Store, run: number, slots: number) {
  for (;;) {
    const decided = (await store.totals(run)).slots;
    if (decided >= slots) return { slots: decided, at: performance.now(), usage: usageOfAll() };
    await setTimeout(200);
  }
}

async function endpointsOf(store: Store, workers: number): Promise<string[]> {
  for (;;) {
    const announced = fusionAnnouncements(await store.announced(fusionAnnouncementKind));
    if (announced.length === workers) return announced.map(({ endpoint }) => endpoint);
    await setTimeout(50);
  }
}

function startService(service: string, name: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const main = createRequire(import.meta.url).resolve(`@vedetta/${service}/main`);
  return spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, VEDETTA_LOG_LEVEL: 'error', VEDETTA_NODE_NAME: name, VEDETTA_PORT: '0', ...settings },
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = globalThis.setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(late);
}
