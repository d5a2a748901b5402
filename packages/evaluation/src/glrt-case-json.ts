import type { GlrtCase } from '@vedetta/detection';
import type { ComplexMatrix } from '@vedetta/numerics';
import { matrixJson, vectorJson } from './complex-json.ts';

/**
 * A case exactly as `evaluate` takes it.
 *
 * @param interferers  D_o of each other target, for `joint-glrt`.
 */
export function glrtCaseJson(
  { echo, observation, covariance }: GlrtCase,
  falseAlarmProbability: number,
  interferers: readonly ComplexMatrix[] = [],
) {
  return {
    kind: 'glrt' as const,
    falseAlarmProbability,
    echo: matrixJson(echo),
    ...(interferers.length > 0 && { interferers: interferers.map(matrixJson) }),
    observation: vectorJson(observation),
    covariance:
      'dense' in covariance
        ? { dense: matrixJson(covariance.dense) }
        : {
            noiseVariance: covariance.noiseVariance,
            terms: covariance.terms.map(({ power, signal, transmitCorrelation, receiveCorrelation }) => ({
              power,
              signal: matrixJson(signal),
              transmitCorrelation: matrixJson(transmitCorrelation),
              receiveCorrelation: matrixJson(receiveCorrelation),
            })),
          },
  };
}
