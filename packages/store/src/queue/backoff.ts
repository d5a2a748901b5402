const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5000;

/** How long a frame whose handler threw waits for its next attempt: doubling, bounded. @param attempt  1, 2, … */
export function retryDelayMs(attempt: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempt - 1, 10), LONGEST_DELAY_MS);
}
