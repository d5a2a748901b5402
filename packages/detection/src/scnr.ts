import { type ComplexMatrix, createComplexMatrix, trace } from '@vedetta/numerics';
import { outputCovariance } from './general-law.ts';
import { addEchoPower } from './output-covariance.ts';
import type { Covariance } from './types.ts';

/** One receive AP of an inspection. */
export interface ScnrPart {
  /** W of `designReceiver`, N τ × rank. */
  readonly weights: ComplexMatrix;
  /** D at the target's true position, N τ × T. */
  readonly echo: ComplexMatrix;
  /** R, T × T. */
  readonly rcsCovariance: ComplexMatrix;
  /** The true Ψ where the receiver was designed with another one; then r becomes tr(gram⁺KΨKᴴ). */
  readonly trueCovariance?: Covariance;
}

/**
 * Sensing signal-to-clutter-plus-noise ratio of a range cell, linear:
 *
 *   γ = Σ_m tr(gram_m⁺ C_m R_m C_mᴴ) / Σ_m r_m = Σ_m tr(WᴴD R DᴴW) / Σ_m r_m                    (36)
 *
 * @param parts  one per **receive** AP of the cell, ascending (the paper prints tx).
 * @returns 0 where nothing is observed.
 */
export function computeScnr(parts: readonly ScnrPart[]): number {
  let signal = 0;
  let disturbance = 0;
  for (const { weights, echo, rcsCovariance, trueCovariance } of parts) {
    const rank = weights.columns;
    if (rank === 0) continue;
    const output = createComplexMatrix(rank, rank);
    addEchoPower(output, weights, echo, rcsCovariance);
    signal += trace(output).re;
    disturbance += trueCovariance ? trace(outputCovariance(weights, trueCovariance)).re : rank;
  }
  return disturbance > 0 ? signal / disturbance : 0; // (36)
}
