import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deployNetwork } from '@vedetta/deployment';
import { fuse } from '@vedetta/detection';
import { parseNetwork } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import { type Embedded, type FrameJob, openEmbedded, type Run } from '@vedetta/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScheduler, createSchedulerEvents, type Scheduler, type SchedulerOptions } from './index.ts';

const lag = 3;
const network = parseNetwork({
  areaSideMetres: 200,
  accessPoints: { count: 6, antennaCount: 2 },
  users: { count: 4, pilotLength: 4, servingAccessPoints: 2 },
  sensing: { regions: 1 },
  timing: { frameSlots: 4, planningLag: lag },
});
const deployment = deployNetwork(network);
const events = createSchedulerEvents(createLogger({ name: 'scheduler-test', level: 'silent' }));

let folder: string;
let embedded: Embedded;
/** What the queue delivered, in order. The test decides when a frame is decided. */
let delivered: FrameJob[] = [];

async function open(): Promise<void> {
  embedded = await openEmbedded(folder, { version: 'test' });
  delivered = [];
  embedded.queue.consume(async (job) => {
    delivered.push(job);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedetta-scheduler-'));
  await open();
  await embedded.store.adoptScenario({ name: 'test', network, world: null, hash: 'cafe', version: 'test' });
});
afterAll(async () => {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
});

type TestScheduler = Scheduler & AsyncDisposable;

async function start(options: Partial<SchedulerOptions> = {}): Promise<TestScheduler> {
  const { store, queue } = embedded;
  const networkAttached = async () => ({ missing: [] });
  const scheduler = await createScheduler({ deployment, store, queue, networkAttached, events, ...options });
  return { ...scheduler, [Symbol.asyncDispose]: () => scheduler.close() };
}

const createRun = (slots: number | null): Promise<Run> =>
  embedded.store.createRun({ seed: 1, slots, pace: 'fast', falseAlarmProbability: 0.01 });

async function until(condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`did not come true within ${limitMs} ms: ${condition}`);
    await setTimeout(5);
  }
}

/** As if no report had come. */
async function decide(run: Run, frame: number): Promise<void> {
  const planned = await embedded.store.plannedFrame(run.id, frame);
  if (planned === null) throw new Error(`frame ${frame} is not planned`);
  const slots = planned.slots.map((_, offset) => ({ slot: planned.firstSlot + offset, onAir: [], stalled: false }));
  const decisions = planned.slots.flatMap((inspections, offset) =>
    inspections.map((inspection) => ({
      ...fuse([], 0.01),
      slot: planned.firstSlot + offset,
      inspection,
      reports: inspection.receive.map((accessPoint) => ({
        accessPoint,
        fate: 'missing' as const,
        statistic: null,
        rank: null,
      })),
    })),
  );
  await embedded.store.commitFrame({ run: run.id, frame, slots, decisions });
}

const framesOf = (run: Run) => delivered.filter((job) => job.run === run.id).map(({ frame }) => frame);

async function deliveredFrames(run: Run, count: number): Promise<number[]> {
  await until(() => framesOf(run).length >= count);
  // Whatever came too early would have come by now.
  await setTimeout(150);
  return framesOf(run);
}

describe('the scheduler', () => {
  it('plans frame n when frame n − planningLag is decided, and not before', async () => {
    await using scheduler = await start();
    const run = await createRun(null);
    expect(await deliveredFrames(run, lag)).toEqual([0, 1, 2]);
    // Others decided first do not help: frame 3 may use frame 0, and waits for exactly that.
    await decide(run, 1);
    await decide(run, 2);
    expect(await deliveredFrames(run, lag)).toEqual([0, 1, 2]);
    await decide(run, 0);
    expect(await deliveredFrames(run, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await embedded.store.lastPlannedFrame(run.id)).toBe(5);
    await scheduler.stop(run.id);
  });

  it('ends a run whose slots are no multiple of a frame exactly, and only when all of it is decided', async () => {
    await using _scheduler = await start();
    const run = await createRun(10);
    expect(await deliveredFrames(run, 3)).toEqual([0, 1, 2]);
    for (const frame of [0, 2]) await decide(run, frame);
    await setTimeout(150);
    expect((await embedded.store.run(run.id))?.status).toBe('running');
    await decide(run, 1);
    await until(async () => (await embedded.store.run(run.id))?.status === 'completed');
    expect(await embedded.store.run(run.id)).toMatchObject({ decidedSlots: 10 });
    expect((await embedded.store.slots(run.id, 0, 64)).map(({ record }) => record.slot)).toHaveLength(10);
    expect(framesOf(run)).toEqual([0, 1, 2]);
  });

  it('takes runs one after the other, and a queued one can be stopped before it began', async () => {
    await using scheduler = await start();
    const [first, second, third] = [await createRun(4), await createRun(4), await createRun(4)];
    expect(await deliveredFrames(first, 1)).toEqual([0]);
    expect(framesOf(second)).toEqual([]);
    expect(await scheduler.stop(second.id)).toMatchObject({ status: 'stopped' });
    await decide(first, 0);
    expect(await deliveredFrames(third, 1)).toEqual([0]);
    expect(framesOf(second)).toEqual([]);
    await decide(third, 0);
    await until(async () => (await embedded.store.run(third.id))?.status === 'completed');
  });

  it('stop ends a running run: nothing more of it is planned, and the next one starts', async () => {
    await using scheduler = await start();
    const run = await createRun(null);
    await deliveredFrames(run, lag);
    expect(await scheduler.stop(run.id)).toMatchObject({ status: 'stopped', reason: 'stopped on request' });
    await decide(run, 0);
    const next = await createRun(4);
    expect(await deliveredFrames(next, 1)).toEqual([0]);
    expect(framesOf(run)).toEqual([0, 1, 2]);
    expect(await embedded.store.lastPlannedFrame(run.id)).toBe(2);
    await decide(next, 0);
    await until(async () => (await embedded.store.run(next.id))?.status === 'completed');
  });

  it('waits for the access points, and starts without those that do not come', async () => {
    const { promise, resolve } = Promise.withResolvers<{ missing: number[] }>();
    await using scheduler = await start({ networkAttached: () => promise });
    const run = await createRun(4);
    await until(async () => (await embedded.store.run(run.id))?.status === 'running');
    await setTimeout(150);
    expect(framesOf(run)).toEqual([]);
    resolve({ missing: [3] });
    expect(await deliveredFrames(run, 1)).toEqual([0]);
    await scheduler.stop(run.id);
  });

  it('gives up a run that somebody else stops while it waits for access points, and says that it ended', async () => {
    const ended: [number, string][] = [];
    await using _scheduler = await start({
      networkAttached: (_run, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve({ missing: [] }), { once: true })),
      events: { ...events, runEnded: (run, status) => ended.push([run, status]) },
    });
    const run = await createRun(4);
    await until(async () => (await embedded.store.run(run.id))?.status === 'running');
    await embedded.store.setRunStatus(run.id, 'stopped', 'by somebody else');
    await until(async () => ended.length > 0);
    expect(ended).toEqual([[run.id, 'stopped']]);
    expect(framesOf(run)).toEqual([]);
  });

  it('queues what is planned and undecided again after a restart, and goes on behind it', async () => {
    const before = await start();
    const run = await createRun(17);
    await deliveredFrames(run, lag);
    await decide(run, 0);
    expect(await deliveredFrames(run, 4)).toEqual([0, 1, 2, 3]);
    await decide(run, 2);
    await before.close();
    await embedded.close();

    await open();
    await using _after = await start();
    expect(await deliveredFrames(run, 2)).toEqual([1, 3]);
    await decide(run, 1);
    expect(await deliveredFrames(run, 3)).toEqual([1, 3, 4]);
    for (const frame of [3, 4]) await decide(run, frame);
    await until(async () => (await embedded.store.run(run.id))?.status === 'completed');
    expect(await embedded.store.run(run.id)).toMatchObject({ decidedSlots: 17 });
    expect(framesOf(run)).toEqual([1, 3, 4]);
  });
});
