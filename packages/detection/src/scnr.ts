import type { ComplexMatrix } from '@vedetta/numerics';
import { outputPowers, powerRatio } from './output-powers.ts';
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
  return powerRatio(
    parts.map(({ weights, echo, rcsCovariance, trueCovariance }) =>
      outputPowers(weights, [{ echo, rcsCovariance }], trueCovariance),
    ),
    0,
  ); // (36)
}
