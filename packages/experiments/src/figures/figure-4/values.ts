export const baseline = { users: 16, sensingSamples: 50 } as const;
/** The caption gives no values; these hold what the text names: K = 4, and τ_s below 10. */
export const userCounts: readonly number[] = [1, 2, 4, 8, 16, 32];
export const sampleCounts: readonly number[] = [2, 5, 10, 20, 30, 50];
