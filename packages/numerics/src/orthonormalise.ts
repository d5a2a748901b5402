import type { ComplexMatrix } from './complex-matrix.ts';
import { shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import { BYTES, lines, sharedMemory } from './simd/kernels.ts';

/** A pass that leaves less than this share of a column is followed by another. */
const CANCELLED = 0.5;
const MOST_PASSES = 3;

/**
 * A = Q R by Gram–Schmidt over the columns in ascending order, each projected again as long as a pass takes more than half of it
 * (at most three times). A column of which less than the share `drop` of its norm is left adds no vector to Q.
 *
 * @param a      [t × c]. Not modified.
 * @param basis  Qᴴ, [at least min(t, c) × t]: row j is conj(q_j); its first q rows are overwritten.
 * @param triangle  R, [at least min(t, c) × c]: its first q rows are overwritten, zero below the staircase.
 * @returns q. Once q = t the remaining columns of A are not looked at, and those of R are zero.
 * @throws {ShapeError} if sizes disagree.
 * @remarks 16 t q real flops a column and pass. No allocation.
 */
export function orthonormalise(a: ComplexMatrix, drop: number, basis: ComplexMatrix, triangle: ComplexMatrix): number {
  const { rows: length, columns } = a;
  const most = Math.min(length, columns);
  if (basis.rows < most || basis.columns !== length || triangle.rows < most || triangle.columns !== columns)
    throw new ShapeError('orthonormalise', `${shape(a)} into ${shape(basis)} and ${shape(triangle)}`);
  const wide = (length + 3) & ~3;
  const hIm = lines((most + 1) * wide);
  const xRe = 2 * hIm;
  const xIm = xRe + lines(wide);
  const cRe = xIm + lines(wide);
  const cIm = cRe + lines(most + 1);
  const power = cIm + lines(most + 1);
  const reals = sharedMemory.reserve(power + 1);
  reals.fill(0, 0, power);
  triangle.re.fill(0, 0, most * columns);
  triangle.im.fill(0, 0, most * columns);
  const x = [xRe * BYTES, xIm * BYTES, cRe * BYTES, cIm * BYTES, power * BYTES] as const;
  let size = 0;
  for (let c = 0; c < columns && size < length; c++) {
    const scale = takeColumn(a, c, reals, xRe, xIm, power);
    if (scale === 0) continue;
    const least = drop * Math.sqrt(reals[power]);
    let before = Number.POSITIVE_INFINITY;
    let after = Math.sqrt(reals[power]);
    for (let pass = 0; pass < MOST_PASSES && size > 0 && after > least && after < CANCELLED * before; pass++) {
      before = after;
      sharedMemory.kernels.gramSchmidt(0, hIm * BYTES, wide * BYTES, (size + 1) & ~1, ...x);
      after = Math.sqrt(reals[power]);
      for (let j = 0, at = c; j < size; j++, at += columns) {
        triangle.re[at] += scale * reals[cRe + j];
        triangle.im[at] += scale * reals[cIm + j];
      }
    }
    if (!(after > least)) continue;
    for (let t = 0, at = size * wide; t < length; t++, at++) {
      reals[at] = reals[xRe + t] / after;
      reals[hIm + at] = -reals[xIm + t] / after;
    }
    triangle.re[size * columns + c] = scale * after;
    size++;
  }
  for (let j = 0; j < size; j++)
    for (let t = 0, from = j * wide, to = j * length; t < length; t++, from++, to++) {
      basis.re[to] = reals[from];
      basis.im[to] = reals[hIm + from];
    }
  return size;
}

/** Copies a column, divided by its largest part so that no square over- or underflows; leaves ‖x‖² and returns that part. */
function takeColumn(a: ComplexMatrix, c: number, reals: Float64Array, re: number, im: number, power: number): number {
  const { rows, columns } = a;
  let largest = 0;
  for (let t = 0, at = c; t < rows; t++, at += columns)
    largest = Math.max(largest, Math.abs(a.re[at]), Math.abs(a.im[at]));
  let sum = 0;
  for (let t = 0, at = c; t < rows && largest > 0; t++, at += columns) {
    const x = a.re[at] / largest;
    const y = a.im[at] / largest;
    reals[re + t] = x;
    reals[im + t] = y;
    sum += x * x + y * y;
  }
  reals[power] = sum;
  return largest;
}
