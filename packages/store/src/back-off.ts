export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * How long to wait after the n-th failure (1, 2, …): doubling up to the longest, and of that a random share between a
 * half and all, so that those who failed together do not come back together.
 */
export function backOffMs({ firstMs, longestMs }: BackOff, failure: number, random = Math.random): number {
  const full = Math.min(firstMs * 2 ** Math.min(failure - 1, 30), longestMs);
  return full * (0.5 + 0.5 * random());
}
