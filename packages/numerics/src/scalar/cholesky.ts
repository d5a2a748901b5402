import type { ComplexMatrix } from '../complex-matrix.ts';
import { NotPositiveDefiniteError } from '../errors.ts';

/** `choleskyInPlace` one number at a time: 2 × 2 tiles of dot products over contiguous rows. A is square. */
export function scalarCholesky(a: ComplexMatrix): void {
  const n = a.rows;
  const { re, im } = a;
  for (let i = 0; i < n; i += 2) {
    // An odd last row is done as a pair of itself: every tile reads before it writes, and writes the same values twice.
    const next = i + 1 < n ? i + 1 : i;
    const row0 = i * n;
    const row1 = next * n;
    for (let j = 0; j < i; j += 2) factorTile(n, re, im, row0, row1, j);
    factorDiagonal(re, im, row0, row1, i, next);
    re.fill(0, row0 + i + 1, row0 + n);
    im.fill(0, row0 + i + 1, row0 + n);
    re.fill(0, row1 + next + 1, row1 + n);
    im.fill(0, row1 + next + 1, row1 + n);
  }
}

/** Elements (i, j), (i, j+1), (i+1, j), (i+1, j+1) of L, j even and below i, once all left of and above them are there. */
function factorTile(n: number, re: Float64Array, im: Float64Array, row0: number, row1: number, j: number): void {
  const col0 = j * n;
  const col1 = col0 + n;
  let r00 = re[row0 + j];
  let s00 = im[row0 + j];
  let r01 = re[row0 + j + 1];
  let s01 = im[row0 + j + 1];
  let r10 = re[row1 + j];
  let s10 = im[row1 + j];
  let r11 = re[row1 + j + 1];
  let s11 = im[row1 + j + 1];
  for (let k = 0; k < j; k++) {
    const x0 = re[row0 + k];
    const y0 = im[row0 + k];
    const x1 = re[row1 + k];
    const y1 = im[row1 + k];
    const u0 = re[col0 + k];
    const v0 = im[col0 + k];
    const u1 = re[col1 + k];
    const v1 = im[col1 + k];
    r00 -= x0 * u0 + y0 * v0;
    s00 -= y0 * u0 - x0 * v0;
    r01 -= x0 * u1 + y0 * v1;
    s01 -= y0 * u1 - x0 * v1;
    r10 -= x1 * u0 + y1 * v0;
    s10 -= y1 * u0 - x1 * v0;
    r11 -= x1 * u1 + y1 * v1;
    s11 -= y1 * u1 - x1 * v1;
  }
  const pivot0 = 1 / re[col0 + j];
  const pivot1 = 1 / re[col1 + j + 1];
  const u = re[col1 + j];
  const v = im[col1 + j];
  r00 *= pivot0;
  s00 *= pivot0;
  r10 *= pivot0;
  s10 *= pivot0;
  re[row0 + j] = r00;
  im[row0 + j] = s00;
  re[row1 + j] = r10;
  im[row1 + j] = s10;
  re[row0 + j + 1] = (r01 - (r00 * u + s00 * v)) * pivot1;
  im[row0 + j + 1] = (s01 - (s00 * u - r00 * v)) * pivot1;
  re[row1 + j + 1] = (r11 - (r10 * u + s10 * v)) * pivot1;
  im[row1 + j + 1] = (s11 - (s10 * u - r10 * v)) * pivot1;
}

/** The 2 × 2 block on the diagonal, or the last element alone when `next` is `i`. */
function factorDiagonal(re: Float64Array, im: Float64Array, row0: number, row1: number, i: number, next: number): void {
  let d0 = re[row0 + i];
  let d1 = re[row1 + next];
  let r = re[row1 + i];
  let s = im[row1 + i];
  for (let k = 0; k < i; k++) {
    const x0 = re[row0 + k];
    const y0 = im[row0 + k];
    const x1 = re[row1 + k];
    const y1 = im[row1 + k];
    d0 -= x0 * x0 + y0 * y0;
    d1 -= x1 * x1 + y1 * y1;
    r -= x1 * x0 + y1 * y0;
    s -= y1 * x0 - x1 * y0;
  }
  if (!(d0 > 0 && d0 < Infinity)) throw new NotPositiveDefiniteError(i, d0);
  const root = Math.sqrt(d0);
  re[row0 + i] = root;
  im[row0 + i] = 0;
  if (next === i) return;
  r /= root;
  s /= root;
  re[row1 + i] = r;
  im[row1 + i] = s;
  d1 -= r * r + s * s;
  if (!(d1 > 0 && d1 < Infinity)) throw new NotPositiveDefiniteError(next, d1);
  re[row1 + next] = Math.sqrt(d1);
  im[row1 + next] = 0;
}
