import type { ComplexMatrix } from '../complex-matrix.ts';
import { copyElements } from '../complex-matrix.ts';
import { BYTES, copyIn, lines, sharedMemory } from './kernels.ts';

/** Rows of op(A) that share one range of the inner index when A is a staircase. */
const STEP = 8;

/** How an operand of a product is read: plain, conjugate transposed or transposed. */
export type Reading = 'N' | 'H' | 'T';

/**
 * out ← α · op(A) op(B) + β · out by the vector kernel, [m × n] with inner size p; `lower` keeps to i ≥ j and makes the diagonal real.
 *
 * With `starts`, row i of A is zero before column starts[i], not decreasing, and those zeros are not multiplied.
 *
 * The kernel does not conjugate: op(A) = Aᴴ is read as conj(Aᵀ conj(B)). B is copied transposed where it has to be.
 */
export function simdProduct(
  readA: 'N' | 'H',
  a: ComplexMatrix,
  readB: Reading,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha: number,
  beta: number,
  lower: boolean,
  starts: ArrayLike<number> | null = null,
): void {
  const [m, p] = readA === 'N' ? [a.rows, a.columns] : [a.columns, a.rows];
  const n = out.columns;
  const wide = spread(n);
  const aIm = lines(m * p);
  const bRe = 2 * aIm;
  const bIm = bRe + p * wide;
  const outRe = bIm + p * wide;
  const outIm = outRe + m * wide;
  const reals = sharedMemory.reserve(outIm + m * wide);
  copyElements(a.re, m * p, reals, 0);
  copyElements(a.im, m * p, reals, aIm);
  const sign = (readB === 'H') !== (readA === 'H') ? -1 : 1;
  if (readB === 'N') copyIn(b, reals, bRe, bIm, wide, sign);
  else copyInTransposed(b, reals, bRe, bIm, wide, sign);
  const [aRow, aStep] = readA === 'N' ? [BYTES * p, BYTES] : [BYTES, BYTES * m];
  const height = starts ? STEP : m;
  for (let i = 0; i < m; i += height) {
    const rows = Math.min(height, m - i);
    const from = starts && readA === 'N' ? starts[i] : 0;
    const to = starts && readA === 'H' ? rowsReaching(starts, i + rows) : p;
    const at = i * aRow + from * aStep;
    const bAt = BYTES * from * wide;
    const outAt = BYTES * i * wide;
    sharedMemory.kernels.product(
      at,
      aIm * BYTES + at,
      aRow,
      aStep,
      bRe * BYTES + bAt,
      bIm * BYTES + bAt,
      wide * BYTES,
      outRe * BYTES + outAt,
      outIm * BYTES + outAt,
      rows,
      n + (n & 1),
      to - from,
      lower ? 1 : 0,
    );
  }
  const alphaIm = readA === 'H' ? -alpha : alpha;
  const { re: resultRe, im: resultIm } = out;
  for (let i = 0; i < m; i++) {
    const row = i * n;
    const end = row + (lower ? i + 1 : n);
    let re = outRe + i * wide;
    let im = outIm + i * wide;
    if (beta === 0)
      for (let to = row; to < end; to++) {
        resultRe[to] = alpha * reals[re++];
        resultIm[to] = alphaIm * reals[im++];
      }
    else
      for (let to = row; to < end; to++) {
        resultRe[to] = alpha * reals[re++] + beta * resultRe[to];
        resultIm[to] = alphaIm * reals[im++] + beta * resultIm[to];
      }
    if (lower) resultIm[row + i] = 0;
  }
}

/** How many leading rows of a staircase begin before a column. */
function rowsReaching(starts: ArrayLike<number>, column: number): number {
  let rows = 0;
  while (rows < starts.length && starts[rows] < column) rows++;
  return rows;
}

/** A distance between rows that is even and, when rows are long, does not make a column of tiles fall into a few sets of a cache. */
function spread(columns: number): number {
  return columns <= 16 ? columns + (columns & 1) : lines(columns) | 8;
}

/** Columns of a matrix as rows, `wide` reals apart and filled up with a zero; the imaginary part times `sign`. */
function copyInTransposed(
  b: ComplexMatrix,
  reals: Float64Array,
  re: number,
  im: number,
  wide: number,
  sign: number,
): void {
  const columns = b.columns;
  for (let i = 0; i < b.rows; i++) {
    for (let c = 0; c < columns; c++) {
      reals[re + c * wide + i] = b.re[i * columns + c];
      reals[im + c * wide + i] = sign * b.im[i * columns + c];
    }
  }
  if ((b.rows & 1) === 0) return;
  for (let c = 0; c < columns; c++) {
    reals[re + c * wide + b.rows] = 0;
    reals[im + c * wide + b.rows] = 0;
  }
}
