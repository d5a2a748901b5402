import { createComplexMatrix, gemm, orthonormalise } from '@vedetta/numerics';
import type { PreparedCase } from './prepared-case.ts';

/**
 * Where D is rank-deficient many reflectivities fit alike; the pseudo-inverse of (34) takes the shortest. Those found from columns at unit
 * norm are shortest in other units, so they are projected onto the row space of Ψ^{−½}D. With the kept eigenvectors U of the unit-diagonal
 * gram matrix, N the norms of the whitened columns and S the scales, Ψ^{−½}D = V U Λ^{½} UᴴN S⁻¹ there: its rows span S⁻¹N U = S⁻¹N²C Λ^{½}.
 *
 * @param estimate  any reflectivities that fit, T × 1; overwritten.
 */
export function shortenEstimate(
  { test, columnScale }: PreparedCase,
  rank: number,
  estimate: { readonly re: Float64Array; readonly im: Float64Array },
): void {
  const { columns, coefficients, whitenedGram } = test;
  const wide = columns + 1;
  const rows = createComplexMatrix(columns, rank);
  let largest = 0;
  for (let c = 0; c < columns; c++) if (columnScale[c] > 0) largest = Math.max(largest, 1 / columnScale[c]);
  for (let c = 0; c < columns; c++) {
    if (columnScale[c] === 0) continue;
    const weight = whitenedGram.re[c * wide + c] / columnScale[c] / largest;
    for (let k = 0; k < rank; k++) {
      rows.re[c * rank + k] = weight * coefficients.re[c * wide + k];
      rows.im[c * rank + k] = weight * coefficients.im[c * wide + k];
    }
  }
  const basis = createComplexMatrix(rank, columns);
  if (orthonormalise(rows, 0, basis, createComplexMatrix(rank, rank)) < rank) return;
  const vector = { rows: columns, columns: 1, re: estimate.re, im: estimate.im };
  const coordinates = createComplexMatrix(rank, 1);
  gemm('NN', basis, vector, coordinates);
  gemm('HN', basis, coordinates, vector);
}
