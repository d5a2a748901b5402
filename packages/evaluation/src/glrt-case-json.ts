import type { GlrtCase } from '@vedetta/detection';
import { matrixJson, vectorJson } from './complex-json.ts';

/** A case exactly as `evaluate` takes it. */
export function glrtCaseJson({ echo, observation, covariance }: GlrtCase, falseAlarmProbability: number) {
  return {
    kind: 'glrt' as const,
    falseAlarmProbability,
    echo: matrixJson(echo),
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
