import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Metronome, windowMs } from './pace.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

/** Wall times of the beats when the worker spends `workMs[i]` on slot i before it asks for the next. */
async function beats(metronome: Metronome, workMs: readonly number[]): Promise<number[]> {
  const started = performance.now();
  const times: number[] = [];
  const worker = (async () => {
    for (const work of workMs) {
      await metronome.beat(never);
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, work));
    }
  })();
  await vi.advanceTimersByTimeAsync(10_000);
  await worker;
  return times;
}

describe('the metronome', () => {
  it('starts one slot every period of emulated time divided by the pace', async () => {
    expect(await beats(new Metronome(1, 50), [1, 2, 3, 4])).toEqual([0, 50, 100, 150]);
    expect(await beats(new Metronome(0.5, 50), [1, 2, 3])).toEqual([0, 100, 200]);
    expect(await beats(new Metronome(10, 50), [1, 1, 1])).toEqual([0, 5, 10]);
  });

  it('goes on from now when the worker fell behind, instead of hurrying after', async () => {
    expect(await beats(new Metronome(1, 50), [1, 180, 1, 1])).toEqual([0, 50, 230, 280]);
  });

  it("does not wait at pace 'fast'", async () => {
    expect(await beats(new Metronome('fast', 50), [7, 7, 7])).toEqual([0, 7, 14]);
  });

  it('stops waiting when told to', async () => {
    const metronome = new Metronome(0.001, 50);
    await metronome.beat(never);
    const abort = new AbortController();
    const waiting = metronome.beat(abort.signal);
    abort.abort();
    await waiting;
    await metronome.beat(abort.signal);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the fusion window', () => {
  it('is its emulated length divided by a numeric pace, and only guarded by a watchdog at pace fast', () => {
    expect(windowMs(1, 40)).toEqual({ deadlineMs: 40, watchdog: false });
    expect(windowMs(4, 40)).toEqual({ deadlineMs: 10, watchdog: false });
    const fast = windowMs('fast', 40);
    expect(fast.watchdog).toBe(true);
    expect(fast.deadlineMs).toBeGreaterThan(10_000);
  });
});
