import type { ComplexMatrix } from '@vedetta/numerics';
import { PropagationError, requireAntennaCount } from './errors.ts';
import { toeplitzCorrelation } from './toeplitz.ts';

/**
 * Exponential correlation of a uniform linear array, steered to a nominal direction:
 *
 *   R[i, j] = r^{|i−j|} exp(j 2π d (i − j) ν)
 *
 * @param antennaCount  N
 * @param magnitude  r, correlation of neighbours, 0 ≤ r ≤ 1; 1 gives a aᴴ, 0 the identity
 * @param directionCosine  ν, of the nominal direction along the array
 * @param spacing  d, wavelengths
 * @returns R, N × N, exactly Hermitian, trace N
 * @throws {PropagationError} for a magnitude outside [0, 1] or an antenna count below 1
 */
export function exponentialCorrelation(
  antennaCount: number,
  magnitude: number,
  directionCosine: number,
  spacing: number,
): ComplexMatrix {
  requireAntennaCount(antennaCount);
  if (!(magnitude >= 0 && magnitude <= 1)) {
    throw new PropagationError('magnitude', magnitude, 'must be between 0 and 1');
  }
  const re = new Float64Array(antennaCount);
  const im = new Float64Array(antennaCount);
  for (let k = 0; k < antennaCount; k++) {
    const phase = 2 * Math.PI * spacing * k * directionCosine;
    re[k] = magnitude ** k * Math.cos(phase);
    im[k] = magnitude ** k * Math.sin(phase);
  }
  return toeplitzCorrelation(re, im);
}
