const longestWaitMs = 15_000;
const lookEveryMs = 25;

/** Waits until everybody is attached, at most 15 s, and says who is not. */
export async function whoIsMissing(
  everybody: readonly number[],
  attached: () => readonly number[],
  signal: AbortSignal,
): Promise<{ missing: number[] }> {
  const until = performance.now() + longestWaitMs;
  for (;;) {
    const here = new Set(attached());
    const missing = everybody.filter((id) => !here.has(id));
    if (missing.length === 0 || signal.aborted || performance.now() > until) return { missing };
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
