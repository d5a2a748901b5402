import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deployNetwork } from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import {
  type Embedded,
  type FrameJob,
  type FrameQueue,
  openEmbedded,
  type PlannedFrame,
  type Store,
} from '@vedetta/store';
import { createSchedulerEvents } from './events.ts';

/** A real store in a temporary folder, a queue that remembers, and a stand-in for the fusion workers: for tests. */

const network = parseNetwork({
  areaSideMetres: 300,
  accessPoints: { count: 16, antennaCount: 2, placement: 'grid' },
  users: { count: 6, servingAccessPoints: 3 },
  block: { coherenceSamples: 24, sensingSamples: 16 },
  sensing: { regions: 4, transmitPerRegion: 3, receivePerRegion: 3, falseAlarmProbability: 0.01 },
});

export const deployment = deployNetwork(network);
export const silent = createLogger({ name: 'test', level: 'silent' });
export const events = createSchedulerEvents(silent);

export async function openTestStore(): Promise<Embedded & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-scheduler-'));
  const embedded = await openEmbedded(folder, { version: 'test' });
  await embedded.store.adoptScenario({ name: 'test', network, world: null, hash: 'hash', version: 'test' });
  return {
    ...embedded,
    async [Symbol.asyncDispose]() {
      await embedded.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface RememberingQueue extends FrameQueue {
  readonly jobs: FrameJob[];
  readonly times: number[];
  readonly discarded: number[];
}

/** Hands every job to `handler` at once. */
export function rememberingQueue(handler: (job: FrameJob) => Promise<void> = async () => {}): RememberingQueue {
  const [jobs, times, discarded]: [FrameJob[], number[], number[]] = [[], [], []];
  return {
    jobs,
    times,
    discarded,
    async enqueue(job) {
      jobs.push(job);
      times.push(performance.now());
      void handler(job);
    },
    consume() {},
    async discard(run) {
      discarded.push(run);
    },
    async close() {},
  };
}

/** Decides a frame without anybody having looked. */
export async function decide(store: Store, { run, frame, firstSlot, slots }: PlannedFrame): Promise<void> {
  const records = slots.map((_, i) => ({ slot: firstSlot + i, onAir: [], stalled: false }));
  const nobody = { outcome: 'unobserved', statistic: 0, rank: 0, threshold: null, pValue: null } as const;
  const decisions = slots.flatMap((inspections, i) =>
    inspections.map((inspection) => ({ ...nobody, slot: firstSlot + i, inspection, reports: [] })),
  );
  await store.commitFrame({ run, frame, slots: records, decisions });
}

export async function until(condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`did not come true within ${limitMs} ms: ${condition}`);
    await setTimeout(5);
  }
}
