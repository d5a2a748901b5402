import { exponentialSumUpperTail } from '@vedetta/numerics';
import type { Calibration } from './long-term/calibration.ts';

/** Exact law of one receive AP's report: a sum of independent exponentials, calibrated or not. */
export interface LocalLaw {
  readonly rank: number;
  /** Of the uncalibrated statistic, rank of them. */
  readonly means: Float64Array;
  /** null: the report is the statistic itself. */
  readonly calibration: Calibration | null;
}

/** Steps in which the laws of several calibrated reports are added. */
const STEPS = 400;

/**
 * P(Σ reports > threshold), the reports independent. Exact where at most one of them is calibrated and stands alone; otherwise the laws are
 * added numerically in 400 steps up to the threshold, an error of some 1e-5.
 */
export function fusedTail(laws: readonly LocalLaw[], threshold: number): number {
  const plain = laws.filter(({ calibration }) => calibration === null).flatMap(({ means }) => Array.from(means));
  const tails = laws
    .filter(({ calibration }) => calibration !== null)
    .map(
      ({ means, calibration }) =>
        (x: number) =>
          exponentialSumUpperTail(means, calibration!.statisticOf(x)),
    );
  if (plain.length > 0 || tails.length === 0) tails.push((x) => exponentialSumUpperTail(plain, x));
  if (tails.length === 1) return tails[0](threshold);
  const step = threshold / STEPS;
  let sum = Float64Array.from({ length: STEPS + 1 }, (_, i) => tails[0](i * step));
  for (const tail of tails.slice(1)) {
    const middles = Float64Array.from({ length: STEPS }, (_, i) => tail((i + 0.5) * step));
    sum = Float64Array.from({ length: STEPS + 1 }, (_, i) => {
      let total = sum[i];
      for (let k = 0; k < i; k++) total += (sum[k] - sum[k + 1]) * middles[i - 1 - k];
      return total;
    });
  }
  return sum[STEPS];
}
