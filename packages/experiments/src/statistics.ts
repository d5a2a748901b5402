/** Intervals and tests of counted events. */

/** z of a two-sided 95 % interval. */
const z95 = 1.959963984540054;

/** Wilson's 95 % interval of a probability, from `events` of `trials`; all of [0, 1] when nothing was tried. */
export function wilsonInterval(events: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 1];
  const share = events / trials;
  const z2 = z95 * z95;
  const centre = share + z2 / (2 * trials);
  const half = z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  const scale = 1 + z2 / trials;
  return [events === 0 ? 0 : (centre - half) / scale, events === trials ? 1 : (centre + half) / scale];
}

/**
 * Two-sided exact test of a probability: the chance, when it is `probability`, of a count at least as far out as `events`, both tails of
 * the binomial law counted (twice the smaller tail, at most 1).
 */
export function binomialTest(events: number, trials: number, probability: number): number {
  const below = binomialSum(trials, probability, 0, events);
  const above = binomialSum(trials, probability, events, trials);
  return Math.min(1, 2 * Math.min(below, above));
}

/** P(from ≤ X ≤ to), X binomial. */
function binomialSum(trials: number, probability: number, from: number, to: number): number {
  if (probability <= 0) return from === 0 ? 1 : 0;
  if (probability >= 1) return to === trials ? 1 : 0;
  const odds = Math.log(probability) - Math.log1p(-probability);
  let term = trials * Math.log1p(-probability);
  let sum = 0;
  for (let k = 0; k <= to; k++) {
    if (k >= from) sum += Math.exp(term);
    term += Math.log(trials - k) - Math.log(k + 1) + odds;
  }
  return Math.min(1, sum);
}

/** Mean, and the half width of its 95 % interval by the normal approximation. */
export function meanInterval(values: readonly number[]): { readonly mean: number; readonly half: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, half: z95 * Math.sqrt(variance / n) };
}

/**
 * How far a sum of independent coins may be from its mean: by Bernstein's inequality P(|X − E X| > t) ≤ 2 exp(−t² / (2 (V + t/3))), V the
 * variance of the sum. Exact at any size of V, where a normal quantile fails for rare events.
 *
 * @returns t for which the bound is `risk`.
 */
export function bernsteinDeviation(variance: number, risk: number): number {
  const log = Math.log(2 / risk);
  return log / 3 + Math.sqrt((log / 3) ** 2 + 2 * variance * log);
}
