import { exponentialSumUpperTail, gammaUpperTail, gammaUpperTailInverse } from '@vedetta/numerics';
import { DetectionError } from './errors.ts';

/**
 * ln δ of (35): the threshold that a sum of local statistics of total rank r exceeds with probability P_FA under H₀, when it is
 * Gamma(r, 1).
 *
 * @param rank  Σ r of the reports that arrived, ≥ 1.
 * @param falseAlarmProbability  in (0, 1).
 * @throws {DetectionError} outside these ranges: at rank 0 there is nothing to decide (`unobserved`).
 */
export function detectionThreshold(rank: number, falseAlarmProbability: number): number {
  requireRank(rank);
  requireProbability(falseAlarmProbability);
  return gammaUpperTailInverse(rank, falseAlarmProbability);
}

/** P(Gamma(rank, 1) > statistic): how rare so large a value is without a target. @throws {DetectionError} for a rank below 1. */
export function pValue(statistic: number, rank: number): number {
  requireRank(rank);
  return gammaUpperTail(rank, statistic);
}

/**
 * A detector's own exact threshold: the value its statistic, a sum of exponentials of these means, exceeds with probability P_FA. For a
 * detector whose Gamma threshold promises nothing (`clutter-unaware`); with all means 1 it is `detectionThreshold`.
 *
 * @param means  under H₀, of all receive APs together (`alarmMeans`).
 * @returns relative error below 1e-10.
 * @throws {DetectionError} without a positive mean, or for a probability outside (0, 1).
 */
export function exactThreshold(means: ArrayLike<number>, falseAlarmProbability: number): number {
  requireProbability(falseAlarmProbability);
  let high = 0;
  for (const mean of Array.from(means)) high += mean;
  if (!(high > 0)) throw new DetectionError('means', 'must hold a positive mean');
  const excess = (x: number) => Math.log(exponentialSumUpperTail(means, x) / falseAlarmProbability);
  let low = 0;
  let atLow = -Math.log(falseAlarmProbability);
  let atHigh = excess(high);
  while (atHigh > 0) {
    low = high;
    atLow = atHigh;
    high *= 2;
    atHigh = excess(high);
  }
  // False position on ln P, which is nearly a line; the Illinois rule keeps both ends moving.
  for (let step = 0, side = 0; step < 200 && high - low > 1e-11 * high; step++) {
    const x = atHigh > -Infinity ? (low * atHigh - high * atLow) / (atHigh - atLow) : (low + high) / 2;
    const at = excess(x);
    if (at === 0) return x;
    if (at > 0) {
      low = x;
      atLow = at;
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      high = x;
      atHigh = at;
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return (low + high) / 2;
}

function requireProbability(falseAlarmProbability: number): void {
  if (!(falseAlarmProbability > 0 && falseAlarmProbability < 1))
    throw new DetectionError('falseAlarmProbability', `must lie inside (0, 1), is ${falseAlarmProbability}`);
}

function requireRank(rank: number): void {
  if (!(Number.isInteger(rank) && rank >= 1))
    throw new DetectionError('rank', `must be a whole number of at least 1, is ${rank}`);
}
