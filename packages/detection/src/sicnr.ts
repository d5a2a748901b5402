import type { RandomEcho } from './general-law.ts';
import { outputPowers, powerRatio } from './output-powers.ts';
import type { ScnrPart } from './scnr.ts';

/** One receive AP of a followed target. */
export interface SicnrPart extends ScnrPart {
  /** The echoes of all other targets, D_{l'} at their true positions. */
  readonly interferers: readonly RandomEcho[];
}

/**
 * Signal-to-interference-plus-clutter-and-noise ratio of a followed target, linear:
 *
 *   γ = Σ_m tr(gram_m⁺ C_m R_m C_mᴴ) / Σ_m (r_m + ξ_m)                                            (45)
 *   ξ_m = Σ_{l'≠l} tr(gram_m⁺ C_{ll'} R_{l'} C_{ll'}ᴴ) = Σ_{l'≠l} tr(WᴴD_{l'} R_{l'} D_{l'}ᴴW)        (46)
 *
 * What is designed with what: the sensing beams (11), (14) and the receiver W, thus gram = D̂ᴴΨ⁻¹D̂ and the left side of
 * C_{ll'} = D_l(p̂_l)ᴴ Ψ⁻¹ D_{l'}(p_{l'}), see every target at its estimate (12); its right side, the echoes D_l and D_{l'} that really arrive, see
 * the true positions. The misdirected beams are in both, as both are made of the blocks that were sent; Ψ holds nothing but these and the clutter.
 * (The paper writes one D in (45): its design takes p̂_l as exact, its evaluation is at the true positions.)
 *
 * @param parts  one per receive AP of the target, ascending; W of `designTrackingReceivers`, whichever detector.
 * @returns 0 where nothing is observed.
 */
export function computeSicnr(parts: readonly SicnrPart[]): number {
  return powerRatio(
    parts.map(({ weights, echo, rcsCovariance, interferers, trueCovariance }) =>
      outputPowers(weights, [{ echo, rcsCovariance }, ...interferers], trueCovariance),
    ),
    0,
  ); // (45)
}
