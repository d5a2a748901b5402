import type { ComplexMatrix } from '../complex-matrix.ts';

/** `solveLowerInPlace` one number at a time, in 2 × 2 tiles. Sizes fit. */
export function scalarSolveLower(l: ComplexMatrix, b: ComplexMatrix): void {
  const n = l.rows;
  for (let i = 0; i < n; i += 2) {
    const next = i + 1 < n ? i + 1 : i;
    for (let c = 0; c < b.columns; c += 2) {
      solveTile(l.re, l.im, b.re, b.im, b.columns, i, next, c, i * n, next * n, 1, 0, i, 1);
    }
  }
}

/** `solveLowerHermitianInPlace` one number at a time, in 2 × 2 tiles. Sizes fit. */
export function scalarSolveLowerHermitian(l: ComplexMatrix, b: ComplexMatrix): void {
  const n = l.rows;
  for (let i = n - 1; i >= 0; i -= 2) {
    const next = i > 0 ? i - 1 : i;
    for (let c = 0; c < b.columns; c += 2) {
      solveTile(l.re, l.im, b.re, b.im, b.columns, i, next, c, i, next, n, n - 1, n - 1 - i, -1);
    }
  }
}

/**
 * Rows `i`, then `next`, of columns c and c + 1: x_i = (b_i − Σ_k t_ik x_k) / t_ii and the like for `next`, which also subtracts its
 * product with x_i. t_ik is l at `line0 + k · step` (`line1` for `next`); k takes `count` values from `first` on in `direction`, ±1, and
 * −1 also means the conjugate. An odd last row or column is done as a pair of itself, writing the same value twice.
 */
function solveTile(
  lr: Float64Array,
  li: Float64Array,
  br: Float64Array,
  bi: Float64Array,
  columns: number,
  i: number,
  next: number,
  c: number,
  line0: number,
  line1: number,
  step: number,
  first: number,
  count: number,
  direction: number,
): void {
  const right = c + 1 < columns ? 1 : 0;
  const b0 = i * columns + c;
  const b1 = next * columns + c;
  let r00 = 0;
  let s00 = 0;
  let r01 = 0;
  let s01 = 0;
  let r10 = 0;
  let s10 = 0;
  let r11 = 0;
  let s11 = 0;
  const stride = direction * step;
  const xStride = direction * columns;
  let t0 = line0 + first * step;
  let t1 = line1 + first * step;
  let x = first * columns + c;
  for (let k = 0; k < count; k++) {
    const p0 = lr[t0];
    const q0 = direction * li[t0];
    const p1 = lr[t1];
    const q1 = direction * li[t1];
    const u0 = br[x];
    const v0 = bi[x];
    const u1 = br[x + right];
    const v1 = bi[x + right];
    r00 += p0 * u0 - q0 * v0;
    s00 += p0 * v0 + q0 * u0;
    r01 += p0 * u1 - q0 * v1;
    s01 += p0 * v1 + q0 * u1;
    r10 += p1 * u0 - q1 * v0;
    s10 += p1 * v0 + q1 * u0;
    r11 += p1 * u1 - q1 * v1;
    s11 += p1 * v1 + q1 * u1;
    t0 += stride;
    t1 += stride;
    x += xStride;
  }
  const pivot0 = 1 / lr[line0 + i * step];
  r00 = (br[b0] - r00) * pivot0;
  s00 = (bi[b0] - s00) * pivot0;
  r01 = (br[b0 + right] - r01) * pivot0;
  s01 = (bi[b0 + right] - s01) * pivot0;
  if (next !== i) {
    const pivot1 = 1 / lr[line1 + next * step];
    const p = lr[line1 + i * step];
    const q = direction * li[line1 + i * step];
    const w = b1 + right;
    const re0 = (br[b1] - r10 - (p * r00 - q * s00)) * pivot1;
    const im0 = (bi[b1] - s10 - (p * s00 + q * r00)) * pivot1;
    const re1 = (br[w] - r11 - (p * r01 - q * s01)) * pivot1;
    const im1 = (bi[w] - s11 - (p * s01 + q * r01)) * pivot1;
    br[b1] = re0;
    bi[b1] = im0;
    br[w] = re1;
    bi[w] = im1;
  }
  br[b0] = r00;
  bi[b0] = s00;
  br[b0 + right] = r01;
  bi[b0 + right] = s01;
}
