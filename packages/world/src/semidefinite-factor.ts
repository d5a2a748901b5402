import type { ComplexMatrix } from '@vedetta/numerics';

/**
 * What is added to the diagonal, relative to its largest element. Reflectivities of neighbouring APs are nearly the same, so R is singular to
 * working precision from some dozens of APs on, and the factor of R itself is then made of round-off: with 448 APs its product missed
 * R by more than the variance. With this much more of uncorrelated power, far above round-off and far below notice, it is stable.
 */
const LIFT = 1e-10;

/**
 * Lower triangular L with L Lᵀ = R + 10⁻¹⁰ max(R) I for a real positive semidefinite R.
 *
 * @param covariance  R, T × T, real and symmetric; the imaginary part is not read. Not modified.
 * @returns L, row-major, T · T; zero for R = 0
 */
export function semidefiniteFactor(covariance: ComplexMatrix): Float64Array {
  const size = covariance.rows;
  const factor = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, covariance.re[i * size + i]);
  const lift = largest * LIFT;
  if (lift === 0) return factor;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = covariance.re[i * size + j] + (i === j ? lift : 0);
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j];
    }
  }
  return factor;
}
