import { type ComplexMatrix, createComplexMatrix, eigenHermitian, gemm, herk, mirrorLower } from '@vedetta/numerics';
import { RANK_TOLERANCE } from './column-directions.ts';
import { type ReducedTest, setObservationCorner } from './reduced-test.ts';
import { invertLowerHermitian, tryCholesky } from './small-cholesky.ts';

/**
 * The columns I_q ⊗ a of a test: D₁ = G₁ ⊗ a = (I_q ⊗ a) G₁, so they span every D₁ of a receiver, whatever the number of transmit APs.
 *
 * @param steering  a, N × 1.
 * @param raw  q N × at least first + q; q columns from `first` on are overwritten.
 */
export function fillSpan(steering: ComplexMatrix, raw: ComplexMatrix, first: number): void {
  const n = steering.rows;
  const q = raw.rows / n;
  for (let row = 0; row < raw.rows; row++) {
    const from = row * raw.columns + first;
    raw.re.fill(0, from, from + q);
    raw.im.fill(0, from, from + q);
    const antenna = row % n;
    raw.re[from + (row - antenna) / n] = steering.re[antenna];
    raw.im[from + (row - antenna) / n] = steering.im[antenna];
  }
}

/**
 * Rank rule of model.md §4 for more echo columns than the projected space has times, T > q, without a T × T matrix: with V = L⁻¹(I ⊗ a),
 * P = VᴴV = K Kᴴ and S the scales that give the columns of V G unit norm, the non-zero eigenvalues of the unit-diagonal gram matrix S GᴴPG S are
 * those of H Hᴴ, H = KᴴGS (q × T), and for its eigenvectors W the columns of V K⁻ᴴ W are orthonormal.
 *
 * @param test  whitened, its columns those of `fillSpan`; gets the coefficients K⁻ᴴ W of the kept directions.
 * @param profiles  G₁, q × T, columns of any scale, zero columns allowed.
 * @returns rank, at most q.
 * @remarks O(q² T + q³); allocates a few matrices of that size.
 */
export function selectSpanDirections(test: ReducedTest, profiles: ComplexMatrix): number {
  const { whitenedGram, coefficients, columns: q } = test;
  const factor = leadingLower(whitenedGram, q);
  const inverse = createComplexMatrix(q, q);
  coefficients.re.fill(0);
  coefficients.im.fill(0);
  setObservationCorner(test);
  if (!tryCholesky(factor.re, factor.im, q, q)) return 0;
  invertLowerHermitian(factor.re, factor.im, q, q, inverse.re, inverse.im);
  const outer = gramOf(factor, profiles);
  const { values, vectors } = eigenHermitian(outer);
  const limit = RANK_TOLERANCE * values[q - 1];
  if (!(limit > 0)) return 0;
  let rank = 0;
  while (rank < q && values[q - 1 - rank] > limit) rank++;
  const kept = createComplexMatrix(q, rank);
  for (let i = 0; i < q; i++)
    for (let c = 0; c < rank; c++) {
      kept.re[i * rank + c] = vectors.re[i * q + q - 1 - c];
      kept.im[i * rank + c] = vectors.im[i * q + q - 1 - c];
    }
  const combined = createComplexMatrix(q, rank);
  gemm('NN', inverse, kept, combined);
  for (let i = 0; i < q; i++)
    for (let c = 0; c < rank; c++) {
      coefficients.re[i * (q + 1) + c] = combined.re[i * rank + c];
      coefficients.im[i * (q + 1) + c] = combined.im[i * rank + c];
    }
  return rank;
}

/** H Hᴴ, H = KᴴG with columns of unit norm; zero columns are passed over. */
function gramOf(factor: ComplexMatrix, profiles: ComplexMatrix): ComplexMatrix {
  const turned = createComplexMatrix(profiles.rows, profiles.columns);
  gemm('HN', factor, profiles, turned);
  const { rows, columns, re, im } = turned;
  for (let c = 0; c < columns; c++) {
    let power = 0;
    for (let at = c; at < rows * columns; at += columns) power += re[at] ** 2 + im[at] ** 2;
    const scale = power > 0 ? 1 / Math.sqrt(power) : 0;
    for (let at = c; at < rows * columns; at += columns) {
      re[at] *= scale;
      im[at] *= scale;
    }
  }
  const outer = createComplexMatrix(rows, rows);
  herk('N', turned, outer);
  mirrorLower(outer);
  return outer;
}

/** The leading q × q block with zeros above the diagonal. */
function leadingLower({ columns, re, im }: ComplexMatrix, q: number): ComplexMatrix {
  const out = createComplexMatrix(q, q);
  for (let i = 0; i < q; i++)
    for (let j = 0; j <= i; j++) {
      out.re[i * q + j] = re[i * columns + j];
      out.im[i * q + j] = im[i * columns + j];
    }
  return out;
}
