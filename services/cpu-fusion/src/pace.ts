import type { Pace } from '@vedetta/store';

/**
 * When slots start on this worker's monotonic clock. At a numeric pace one starts every
 * `slotPeriodMs / pace`; a worker that fell behind goes on from now instead of hurrying after.
 */
export class Metronome {
  readonly #periodMs: number;
  #next = 0;

  constructor(pace: Pace, slotPeriodMs: number) {
    this.#periodMs = pace === 'fast' ? 0 : slotPeriodMs / pace;
  }

  /** Waits for the next beat, or until `signal` aborts. */
  async beat(signal: AbortSignal): Promise<void> {
    if (this.#periodMs === 0) return;
    const now = performance.now();
    const start = Math.max(this.#next, now);
    this.#next = start + this.#periodMs;
    if (start > now) await sleep(start - now, signal);
  }
}

/** How long a slot's window stays open, wall milliseconds; at pace `fast` only the watchdog closes it. */
export function windowMs(
  pace: Pace,
  fusionWindowMs: number,
): { readonly deadlineMs: number; readonly watchdog: boolean } {
  if (pace === 'fast') return { deadlineMs: watchdogMs, watchdog: true };
  return { deadlineMs: fusionWindowMs / pace, watchdog: false };
}

const watchdogMs = 30_000;

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
