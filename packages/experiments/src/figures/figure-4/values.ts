export const baseline = { users: 16, sensingSamples: 50 } as const;
/** The caption gives no values; these hold what the text names: K = 4, and τ_s below 10. */
export const userCounts: readonly number[] = [0, 1, 2, 4, 8, 16, 32];
export const sampleCounts: readonly number[] = [2, 5, 10, 20, 30, 50];

/** The readings of model.md §2 that the sweep over K is taken in: the power that users take decides less where clutter rules. */
export const readings = {
  baseline: {},
  'paper-literal': { propagation: { targetGain: 'product', apToApPathLoss: 'nlos' } },
} as const;
export type ReadingName = keyof typeof readings;
