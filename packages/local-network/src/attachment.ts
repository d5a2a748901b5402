import type { Pace } from '@vedetta/store';

const lookEveryMs = 25;

/**
 * How long a run waits for its access points: at a numeric pace the radio does not wait for a machine, at pace `fast` a decision without them
 * would be the machine's, not the scenario's.
 */
export function longestWaitMs(pace: Pace): number {
  return pace === 'fast' ? 300_000 : 30_000;
}

/** Waits until everybody is attached, at most `waitMs`, and says who is not. */
export async function whoIsMissing(
  everybody: readonly number[],
  attached: () => readonly number[],
  signal: AbortSignal,
  waitMs: number,
): Promise<{ missing: number[] }> {
  const until = performance.now() + waitMs;
  for (;;) {
    const here = new Set(attached());
    const missing = everybody.filter((id) => !here.has(id));
    if (missing.length === 0 || signal.aborted || performance.now() > until) return { missing };
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
