import type { ComplexMatrix } from '@vedetta/numerics';

/** Pivots below this, relative to the largest diagonal element, are round-off. */
const PIVOT_FLOOR = 1e-14;

/**
 * Lower triangular L with L Lᵀ = R for a real positive semidefinite R. A pivot of mere round-off leaves its column zero, as it is in the
 * exact factor of a singular R; the covariance is then met within 1e-7 of the variance.
 *
 * @param covariance  R, T × T, real and symmetric; the imaginary part is not read. Not modified.
 * @returns L, row-major, T · T
 */
export function semidefiniteFactor(covariance: ComplexMatrix): Float64Array {
  const size = covariance.rows;
  const factor = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, covariance.re[i * size + i]);
  const floor = largest * PIVOT_FLOOR;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = covariance.re[i * size + j];
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      if (i === j) {
        if (!(sum > floor)) break;
        factor[j * size + j] = Math.sqrt(sum);
      } else factor[i * size + j] = sum / factor[j * size + j];
    }
  }
  return factor;
}
