import { type ComplexMatrix, createComplexMatrix, trace } from '@vedetta/numerics';
import { outputCovariance, type RandomEcho } from './general-law.ts';
import { addEchoPower } from './output-covariance.ts';
import type { Covariance } from './types.ts';

/** Mean energies at the output Wᴴy of one receiver: what (36) and (45) are made of. */
export interface OutputPowers {
  /** Of clutter and noise, tr(WᴴΨW): the rank, for a receiver that was designed with the true Ψ. */
  readonly disturbance: number;
  /** Of each scatterer, tr(WᴴD R DᴴW). */
  readonly echoes: Float64Array;
}

/**
 * @param weights  W, N τ × rank.
 * @param echoes  D at the true positions, each with its R.
 * @param trueCovariance  Ψ where the receiver was designed with another one.
 */
export function outputPowers(
  weights: ComplexMatrix,
  echoes: readonly RandomEcho[],
  trueCovariance?: Covariance,
): OutputPowers {
  const rank = weights.columns;
  if (rank === 0) return { disturbance: 0, echoes: new Float64Array(echoes.length) };
  return {
    disturbance: trueCovariance ? trace(outputCovariance(weights, trueCovariance)).re : rank,
    echoes: Float64Array.from(echoes, ({ echo, rcsCovariance }) => {
      const output = createComplexMatrix(rank, rank);
      addEchoPower(output, weights, echo, rcsCovariance);
      return trace(output).re;
    }),
  };
}

/**
 * Σ_m signal / Σ_m (disturbance + interference) of output energies: (45), or (36) where there is one scatterer alone.
 *
 * @param parts  one per receive AP, each with the energies of the same scatterers.
 * @param target  which of the scatterers is the signal.
 */
export function powerRatio(parts: readonly OutputPowers[], target: number): number {
  let signal = 0;
  let disturbance = 0;
  for (const part of parts) {
    disturbance += part.disturbance;
    part.echoes.forEach((power, l) => {
      if (l === target) signal += power;
      else disturbance += power; // (46)
    });
  }
  return disturbance > 0 ? signal / disturbance : 0; // (36), (45)
}
