import type { ComplexMatrix } from '../complex-matrix.ts';

/**
 * The two inner kernels behind `gemm` and `herk`: 2 × 2 tiles of complex dot products, split parts, arbitrary strides.
 *
 *   plain:      out[i, j] = α Σ_k a(i, k) b(k, j) + β out[i, j]
 *   conjugate:  out[i, j] = α Σ_k conj(a(i, k)) b(k, j) + β out[i, j], or its sum conjugated
 *
 * a(i, k) lies at `i · aRow + k · aStep`, b(k, j) at `j · bColumn + k · bStep`: every transposition is a choice of strides, and
 * a·conj(b) = conj(conj(a)·b) is the conjugate kernel with the sign of the imaginary part turned at the end.
 * An odd last row or column is done twice (the tile's second index is clamped): both writes store the same value.
 */

/** `gemm` one number at a time; sizes fit. */
export function scalarProduct(
  op: 'NN' | 'HN' | 'NH' | 'NT',
  a: ComplexMatrix,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha: number,
  beta: number,
): void {
  const { rows: m, columns: n } = out;
  const A = a.columns;
  const B = b.columns;
  if (op === 'NN') multiplyPlain(m, n, A, a.re, a.im, A, 1, b.re, b.im, 1, B, out.re, out.im, alpha, beta);
  else if (op === 'NT') multiplyPlain(m, n, A, a.re, a.im, A, 1, b.re, b.im, B, 1, out.re, out.im, alpha, beta);
  else if (op === 'NH')
    multiplyConjugate(m, n, A, a.re, a.im, A, 1, b.re, b.im, B, 1, out.re, out.im, alpha, beta, -1, false);
  else multiplyConjugate(m, n, a.rows, a.re, a.im, 1, A, b.re, b.im, 1, B, out.re, out.im, alpha, beta, 1, false);
}

/** `herk` one number at a time; sizes fit. */
export function scalarSquare(op: 'N' | 'H', a: ComplexMatrix, out: ComplexMatrix, alpha: number, beta: number): void {
  const n = out.rows;
  const A = a.columns;
  if (op === 'N') multiplyConjugate(n, n, A, a.re, a.im, A, 1, a.re, a.im, A, 1, out.re, out.im, alpha, beta, -1, true);
  else multiplyConjugate(n, n, a.rows, a.re, a.im, 1, A, a.re, a.im, 1, A, out.re, out.im, alpha, beta, 1, true);
}

function multiplyPlain(
  m: number,
  n: number,
  p: number,
  ar: Float64Array,
  ai: Float64Array,
  aRow: number,
  aStep: number,
  br: Float64Array,
  bi: Float64Array,
  bColumn: number,
  bStep: number,
  or: Float64Array,
  oi: Float64Array,
  alpha: number,
  beta: number,
): void {
  for (let i = 0; i < m; i += 2) {
    const i1 = i + 1 < m ? i + 1 : i;
    for (let j = 0; j < n; j += 2) {
      const j1 = j + 1 < n ? j + 1 : j;
      let r00 = 0;
      let s00 = 0;
      let r01 = 0;
      let s01 = 0;
      let r10 = 0;
      let s10 = 0;
      let r11 = 0;
      let s11 = 0;
      let a0 = i * aRow;
      let a1 = i1 * aRow;
      let b0 = j * bColumn;
      let b1 = j1 * bColumn;
      for (let k = 0; k < p; k++) {
        const x0 = ar[a0];
        const y0 = ai[a0];
        const x1 = ar[a1];
        const y1 = ai[a1];
        const u0 = br[b0];
        const v0 = bi[b0];
        const u1 = br[b1];
        const v1 = bi[b1];
        r00 += x0 * u0 - y0 * v0;
        s00 += x0 * v0 + y0 * u0;
        r01 += x0 * u1 - y0 * v1;
        s01 += x0 * v1 + y0 * u1;
        r10 += x1 * u0 - y1 * v0;
        s10 += x1 * v0 + y1 * u0;
        r11 += x1 * u1 - y1 * v1;
        s11 += x1 * v1 + y1 * u1;
        a0 += aStep;
        a1 += aStep;
        b0 += bStep;
        b1 += bStep;
      }
      const o00 = i * n + j;
      const o01 = i * n + j1;
      const o10 = i1 * n + j;
      const o11 = i1 * n + j1;
      if (beta !== 0) {
        r00 = alpha * r00 + beta * or[o00];
        s00 = alpha * s00 + beta * oi[o00];
        r01 = alpha * r01 + beta * or[o01];
        s01 = alpha * s01 + beta * oi[o01];
        r10 = alpha * r10 + beta * or[o10];
        s10 = alpha * s10 + beta * oi[o10];
        r11 = alpha * r11 + beta * or[o11];
        s11 = alpha * s11 + beta * oi[o11];
      } else {
        r00 *= alpha;
        s00 *= alpha;
        r01 *= alpha;
        s01 *= alpha;
        r10 *= alpha;
        s10 *= alpha;
        r11 *= alpha;
        s11 *= alpha;
      }
      or[o00] = r00;
      oi[o00] = s00;
      or[o01] = r01;
      oi[o01] = s01;
      or[o10] = r10;
      oi[o10] = s10;
      or[o11] = r11;
      oi[o11] = s11;
    }
  }
}

/** As `multiplyPlain` with conj(a); `sign` = −1 conjugates the sum. `lower` keeps to i ≥ j and makes the diagonal real. */
function multiplyConjugate(
  m: number,
  n: number,
  p: number,
  ar: Float64Array,
  ai: Float64Array,
  aRow: number,
  aStep: number,
  br: Float64Array,
  bi: Float64Array,
  bColumn: number,
  bStep: number,
  or: Float64Array,
  oi: Float64Array,
  alpha: number,
  beta: number,
  sign: number,
  lower: boolean,
): void {
  const alphaIm = alpha * sign;
  for (let i = 0; i < m; i += 2) {
    const i1 = i + 1 < m ? i + 1 : i;
    const columns = lower ? i1 + 1 : n;
    for (let j = 0; j < columns; j += 2) {
      const j1 = j + 1 < columns ? j + 1 : j;
      let r00 = 0;
      let s00 = 0;
      let r01 = 0;
      let s01 = 0;
      let r10 = 0;
      let s10 = 0;
      let r11 = 0;
      let s11 = 0;
      let a0 = i * aRow;
      let a1 = i1 * aRow;
      let b0 = j * bColumn;
      let b1 = j1 * bColumn;
      for (let k = 0; k < p; k++) {
        const x0 = ar[a0];
        const y0 = ai[a0];
        const x1 = ar[a1];
        const y1 = ai[a1];
        const u0 = br[b0];
        const v0 = bi[b0];
        const u1 = br[b1];
        const v1 = bi[b1];
        r00 += x0 * u0 + y0 * v0;
        s00 += x0 * v0 - y0 * u0;
        r01 += x0 * u1 + y0 * v1;
        s01 += x0 * v1 - y0 * u1;
        r10 += x1 * u0 + y1 * v0;
        s10 += x1 * v0 - y1 * u0;
        r11 += x1 * u1 + y1 * v1;
        s11 += x1 * v1 - y1 * u1;
        a0 += aStep;
        a1 += aStep;
        b0 += bStep;
        b1 += bStep;
      }
      const o00 = i * n + j;
      const o01 = i * n + j1;
      const o10 = i1 * n + j;
      const o11 = i1 * n + j1;
      r00 *= alpha;
      s00 *= alphaIm;
      r01 *= alpha;
      s01 *= alphaIm;
      r10 *= alpha;
      s10 *= alphaIm;
      r11 *= alpha;
      s11 *= alphaIm;
      if (beta !== 0) {
        r00 += beta * or[o00];
        s00 += beta * oi[o00];
        r01 += beta * or[o01];
        s01 += beta * oi[o01];
        r10 += beta * or[o10];
        s10 += beta * oi[o10];
        r11 += beta * or[o11];
        s11 += beta * oi[o11];
      }
      const diagonal = lower && i === j;
      or[o00] = r00;
      oi[o00] = diagonal ? 0 : s00;
      if (!diagonal) {
        or[o01] = r01;
        oi[o01] = s01;
      }
      or[o10] = r10;
      oi[o10] = diagonal && i1 === j ? 0 : s10;
      or[o11] = r11;
      oi[o11] = diagonal ? 0 : s11;
    }
  }
}
