import type { Network } from '@vedetta/scenario';
import type { Pace } from '@vedetta/store';
import { pause } from './waker.ts';

/**
 * When frames are handed out at a numeric pace: one every `frameSlots · slotPeriodMs / pace`, or later, never in a hurry
 * after a delay. Several fusion workers then keep the pace together that each keeps by itself.
 */
export class ReleaseClock {
  readonly #periodMs: number;
  #next = 0;

  constructor(pace: Pace, { frameSlots, slotPeriodMs }: Network['timing']) {
    this.#periodMs = pace === 'fast' ? 0 : (frameSlots * slotPeriodMs) / pace;
  }

  /** Waits for the next frame's time, or until `signal` aborts. */
  async beat(signal: AbortSignal): Promise<void> {
    if (this.#periodMs === 0) return;
    const now = performance.now();
    const start = Math.max(this.#next, now);
    this.#next = start + this.#periodMs;
    await pause(start - now, signal);
  }
}
