import { gammaUpperTail, gammaUpperTailInverse } from '@vedetta/numerics';
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
  if (!(falseAlarmProbability > 0 && falseAlarmProbability < 1))
    throw new DetectionError('falseAlarmProbability', `must lie inside (0, 1), is ${falseAlarmProbability}`);
  return gammaUpperTailInverse(rank, falseAlarmProbability);
}

/** P(Gamma(rank, 1) > statistic): how rare so large a value is without a target. @throws {DetectionError} for a rank below 1. */
export function pValue(statistic: number, rank: number): number {
  requireRank(rank);
  return gammaUpperTail(rank, statistic);
}

function requireRank(rank: number): void {
  if (!(Number.isInteger(rank) && rank >= 1))
    throw new DetectionError('rank', `must be a whole number of at least 1, is ${rank}`);
}
