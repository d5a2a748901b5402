import { setTimeout } from 'node:timers/promises';
import type { FrameJob, LeaseGuard, PlannedFrame, Store } from '@vedetta/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScheduler, type SchedulerOptions } from './app.ts';
import { seekLeadership } from './leadership.ts';
import { decide, deployment, events, openTestStore, rememberingQueue, silent, until } from './test-support.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
let store: Store;
beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
});
afterAll(() => opened[Symbol.asyncDispose]());

const network = async () => ({ missing: [] });
const request = { seed: 3, pace: 'fast', falseAlarmProbability: 0.01 } as const;

/** A fusion worker that decides at once, and counts how often it was asked. */
function worker() {
  const asked = new Map<number, number>();
  return {
    asked,
    async decide({ run, frame }: FrameJob) {
      asked.set(frame, (asked.get(frame) ?? 0) + 1);
      await decide(store, (await store.plannedFrame(run, frame)) as PlannedFrame);
    },
  };
}

const start = (options: Partial<SchedulerOptions> & Pick<SchedulerOptions, 'queue'>) =>
  createScheduler({ deployment, store, networkAttached: network, events, ...options });

const status = async (run: number) => (await store.run(run))?.status;

describe('two schedulers on one store', () => {
  it('a leader that was superseded plans nothing more, and its successor goes on where it was', async () => {
    const { id } = await store.createRun({ ...request, slots: 80 });
    const first = await store.acquireLease('test', 'first', 60_000);
    const guard: LeaseGuard = { lease: 'test', fence: first?.fence as number };
    let lost = 0;
    const asleep = rememberingQueue();
    const old = await start({ queue: asleep, guard, onLeaseLost: () => lost++ });
    await until(async () => (await store.lastPlannedFrame(id)) >= 1);
    await store.releaseLease('test', 'first', guard.fence);
    const second = await store.acquireLease('test', 'second', 60_000);
    expect(second?.fence).toBe(guard.fence + 1);
    // The old one wakes up and would plan the next frame.
    await decide(store, (await store.plannedFrame(id, 0)) as PlannedFrame);
    await until(() => lost === 1);
    expect(await store.lastPlannedFrame(id)).toBe(1);
    expect(asleep.jobs.map(({ frame }) => frame)).toEqual([0, 1]);

    const { asked, decide: decideOnce } = worker();
    const queue = rememberingQueue(decideOnce);
    const successor = await start({ queue, guard: { lease: 'test', fence: second?.fence as number } });
    await until(async () => (await status(id)) === 'completed');
    expect([...asked.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(Math.max(...asked.values())).toBe(1);
    expect((await store.run(id))?.decidedSlots).toBe(80);
    await old.close();
    await successor.close();
    await store.releaseLease('test', 'second', second?.fence as number);
  });

  it('one leads at a time; the standby leads within moments of a good-bye, with a higher fence', async () => {
    const terms: { who: string; fence: number; over: boolean }[] = [];
    const seek = (who: string) =>
      seekLeadership({
        store,
        lease: 'lead',
        holder: who,
        ttlMs: 600,
        logger: silent,
        async term({ fence }, over) {
          const term = { who, fence, over: false };
          expect(terms.every((other) => other.over)).toBe(true);
          terms.push(term);
          await until(() => over.aborted);
          term.over = true;
        },
      });
    const a = seek('a');
    await until(() => terms.length === 1);
    const b = seek('b');
    await a.close();
    await until(() => terms.length === 2, 2_000);
    expect(terms.map(({ who }) => who)).toEqual(['a', 'b']);
    expect(terms[1].fence).toBe(terms[0].fence + 1);
    await b.close();
  });

  it('a leader that cannot reach the store for the length of its lease steps down by itself', async () => {
    let away = false;
    const terms: number[] = [];
    let over = 0;
    const flaky: Parameters<typeof seekLeadership>[0]['store'] = {
      acquireLease: (...args) => (away ? Promise.reject(new Error('away')) : store.acquireLease(...args)),
      renewLease: (...args) => (away ? new Promise(() => {}) : store.renewLease(...args)),
      releaseLease: (...args) => store.releaseLease(...args),
    };
    const leadership = seekLeadership({
      store: flaky,
      lease: 'flaky',
      holder: 'a',
      ttlMs: 300,
      logger: silent,
      async term({ fence }, signal) {
        terms.push(fence);
        await until(() => signal.aborted);
        over++;
      },
    });
    await until(() => terms.length === 1);
    away = true;
    await until(() => over === 1, 2_000);
    away = false;
    await until(() => terms.length === 2);
    await leadership.close();
  });

  it('a lease that the store was long in giving is asked for again, and the term that begins then lasts', async () => {
    const ttlMs = 2_000;
    const terms: number[] = [];
    let [asked, over] = [0, 0];
    const leadership = seekLeadership({
      store: {
        async acquireLease(...args) {
          const held = await store.acquireLease(...args);
          if (asked++ === 0) await setTimeout(ttlMs);
          return held;
        },
        renewLease: (...args) => store.renewLease(...args),
        releaseLease: (...args) => store.releaseLease(...args),
      },
      lease: 'slow',
      holder: 'a',
      ttlMs,
      logger: silent,
      async term({ fence }, signal) {
        terms.push(fence);
        await until(() => signal.aborted);
        over++;
      },
    });
    await until(() => terms.length === 1, 10_000);
    await setTimeout(ttlMs / 2);
    expect({ terms: terms.length, over }).toEqual({ terms: 1, over: 0 });
    await leadership.close();
  });
});

describe('a run', () => {
  it('that is stopped in the store ends at the scheduler, whoever stopped it', async () => {
    const { id } = await store.createRun({ ...request, slots: null });
    const queue = rememberingQueue();
    const scheduler = await start({ queue });
    await until(async () => (await store.lastPlannedFrame(id)) >= 1);
    await store.setRunStatus(id, 'stopped', 'stopped on request');
    await until(() => queue.discarded.includes(id));
    await scheduler.close();
    expect(await status(id)).toBe('stopped');
  });

  it('whose frames the queue forgot is queued again', async () => {
    const { id } = await store.createRun({ ...request, slots: 16 });
    let forgetful = true;
    const { asked, decide: decideOnce } = worker();
    const queue = rememberingQueue(async (job) => {
      if (!forgetful) await decideOnce(job);
    });
    const scheduler = await start({ queue, queueAgainMs: 300 });
    await until(() => queue.jobs.length === 2);
    forgetful = false;
    await until(async () => (await status(id)) === 'completed');
    expect([...asked.keys()].sort()).toEqual([0, 1]);
    await scheduler.close();
  });

  it('goes on when the queue was away while a frame was planned', async () => {
    const { id } = await store.createRun({ ...request, slots: 24 });
    const { asked, decide: decideOnce } = worker();
    const queue = rememberingQueue(decideOnce);
    let failures = 2;
    const flaky = {
      ...queue,
      async enqueue(job: FrameJob) {
        if (job.frame === 1 && failures-- > 0) throw new Error('the queue is away');
        await queue.enqueue(job);
      },
    };
    const scheduler = await start({ queue: flaky });
    await until(async () => (await status(id)) === 'completed');
    expect([...asked.keys()].sort()).toEqual([0, 1, 2]);
    await scheduler.close();
  });

  it('at a numeric pace hands out one frame per frame time, whoever carries it out', async () => {
    const { id } = await store.createRun({ ...request, slots: 256, pace: 4 });
    const queue = rememberingQueue(worker().decide);
    // From before the first frame: on a busy machine that one may itself be late. So many frames, that what comes before it is little.
    const since = performance.now();
    const scheduler = await start({ queue, paced: true });
    await until(async () => (await status(id)) === 'completed');
    const frameMs = (8 * 50) / 4;
    // Timers fire up to a millisecond early.
    expect(queue.times[31] - since).toBeGreaterThan(31 * (frameMs - 2));
    await scheduler.close();
  });
});
