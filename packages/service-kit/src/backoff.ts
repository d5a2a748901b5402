export interface Backoff {
  /** Milliseconds to wait before the next attempt. */
  next(): number;
  /** After a success. */
  reset(): void;
}

/**
 * Delays that double from `minimumMs` to `maximumMs`, each drawn from its upper half, so that many clients of one
 * server come back spread out.
 *
 * @param random  source of the jitter, uniform in [0, 1).
 */
export function createBackoff(options: { minimumMs: number; maximumMs: number; random?: () => number }): Backoff {
  const { minimumMs, maximumMs, random = Math.random } = options;
  let ceiling = minimumMs;
  return {
    next() {
      const delay = ceiling * (0.5 + 0.5 * random());
      ceiling = Math.min(2 * ceiling, maximumMs);
      return delay;
    },
    reset() {
      ceiling = minimumMs;
    },
  };
}
