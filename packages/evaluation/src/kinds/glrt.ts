import {
  computeJointStatistic,
  computeScnr,
  DetectionError,
  designReceiver,
  detectionProbability,
  detectionThreshold,
  pValue,
  SingularCovarianceError,
} from '@vedetta/detection';
import { ConvergenceError, DomainError } from '@vedetta/numerics';
import type { CaseKind } from '../case-kind.ts';
import { vectorJson } from '../complex-json.ts';
import { type GlrtInput, readGlrt } from './glrt-input.ts';

/** GLRT of one range cell (35), its exact law under H₀ and over α ~ CN(0, R), and beside other targets. */
export const glrtKind: CaseKind = {
  required: ['echo', 'observation', 'falseAlarmProbability', 'covariance'],
  optional: ['rcsCovariance', 'interferers'],
  evaluate(fields, problems) {
    const input = readGlrt(fields, problems);
    if (!input || problems.any) return null;
    try {
      return computeGlrt(input);
    } catch (error) {
      if (error instanceof SingularCovarianceError) problems.add('$.covariance', error.message);
      else if (error instanceof DetectionError) problems.add(`$.${error.argument}`, error.message);
      else if (error instanceof DomainError || error instanceof ConvergenceError)
        problems.add(
          '$',
          `an intermediate result leaves the range of double precision: scale the case (${error.message})`,
        );
      else throw error;
      return null;
    }
  },
};

function computeGlrt(input: GlrtInput): Record<string, unknown> {
  const { glrtCase, falseAlarmProbability, rcsCovariance, interferers } = input;
  const { statistic, rank, weights, rcsEstimate } = designReceiver(glrtCase);
  const threshold = rank > 0 ? detectionThreshold(rank, falseAlarmProbability) : null;
  const result: Record<string, unknown> = {
    statistic,
    rank,
    threshold,
    detected: threshold !== null && statistic > threshold,
    pValue: rank > 0 ? pValue(statistic, rank) : null,
    rcsEstimate: vectorJson(rcsEstimate),
  };
  if (rcsCovariance) {
    const { echo } = glrtCase;
    result.scnr = rank > 0 ? computeScnr([{ weights, echo, rcsCovariance }]) : null;
    result.detectionProbability =
      threshold === null ? null : detectionProbability(weights, echo, rcsCovariance, threshold);
  }
  if (interferers) {
    const joint = computeJointStatistic(glrtCase, interferers);
    result.jointStatistic = joint.statistic;
    result.jointRank = joint.rank;
  }
  return result;
}
