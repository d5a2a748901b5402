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
  const present = laws.filter(({ rank }) => rank > 0);
  const plain = present.filter(({ calibration }) => !calibration).flatMap(({ means }) => Array.from(means));
  const calibrated = present.filter((law): law is CalibratedLaw => law.calibration !== null);
  if (calibrated.length === 0) return exponentialSumUpperTail(plain, threshold);
  if (calibrated.length === 1 && plain.length === 0) {
    const [{ means, calibration }] = calibrated;
    return exponentialSumUpperTail(means, calibration.statisticOf(threshold));
  }
  const tails = calibrated.map((law) => reportTail(law, threshold));
  if (plain.length > 0) tails.push((x) => exponentialSumUpperTail(plain, x));
  const step = threshold / STEPS;
  let sum = Float64Array.from({ length: STEPS + 1 }, (_, i) => tails[0](i * step));
  for (const tail of tails.slice(1)) {
    const middles = Float64Array.from({ length: STEPS }, (_, i) => tail((i + 0.5) * step));
    const before = sum;
    sum = Float64Array.from({ length: STEPS + 1 }, (_, i) => {
      let total = before[i];
      for (let k = 0; k < i; k++) total += (before[k] - before[k + 1]) * middles[i - 1 - k];
      return total;
    });
  }
  return sum[STEPS];
}

type CalibratedLaw = LocalLaw & { readonly calibration: Calibration };

/** P(report > x) for x up to `end`, the calibration inverted by lines through a table. */
function reportTail({ means, calibration }: CalibratedLaw, end: number): (x: number) => number {
  const reports = calibration.table(end, STEPS);
  const step = calibration.statisticOf(end) / STEPS;
  return (x) => {
    let low = 0;
    let high = STEPS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (reports[middle] <= x) low = middle;
      else high = middle;
    }
    const within = (x - reports[low]) / (reports[high] - reports[low]);
    return exponentialSumUpperTail(means, step * (low + Math.min(1, within)));
  };
}
