import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whoIsMissing } from './attachment.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

describe('waiting for the access points', () => {
  it('ends when the last one is attached', async () => {
    const attached = [2, 0];
    const waiting = whoIsMissing([0, 1, 2], () => attached, never, 15_000);
    await vi.advanceTimersByTimeAsync(5_000);
    attached.push(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(await waiting).toEqual({ missing: [] });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends when the time is over and names those who did not come', async () => {
    let ended = false;
    const waiting = whoIsMissing([0, 1, 2, 3], () => [1], never, 15_000).then((result) => {
      ended = true;
      return result;
    });
    await vi.advanceTimersByTimeAsync(14_900);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await waiting).toEqual({ missing: [0, 2, 3] });
  });

  it('ends at once when the network closes', async () => {
    const abort = new AbortController();
    const waiting = whoIsMissing([0], () => [], abort.signal, 15_000);
    abort.abort();
    await vi.advanceTimersByTimeAsync(30);
    expect(await waiting).toEqual({ missing: [0] });
  });
});
