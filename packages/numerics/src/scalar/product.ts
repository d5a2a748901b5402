import type { ComplexMatrix } from '../complex-matrix.ts';

/** `gemm` one number at a time; sizes fit. A product with conj(B) is that with conj(A), conjugated: a b̄ = conj(ā b). */
export function scalarProduct(
  op: 'NN' | 'HN' | 'NH' | 'NT',
  a: ComplexMatrix,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha: number,
  beta: number,
): void {
  const inner = op === 'HN' ? a.rows : a.columns;
  const [aRow, aStep] = op === 'HN' ? [1, a.columns] : [a.columns, 1];
  const [bColumn, bStep] = op === 'NN' || op === 'HN' ? [1, b.columns] : [b.columns, 1];
  const signA = op === 'HN' || op === 'NH' ? -1 : 1;
  const signOut = op === 'NH' ? -1 : 1;
  multiply(inner, a, aRow, aStep, signA, b, bColumn, bStep, out, signOut, alpha, beta, false);
}

/** `herk` one number at a time; sizes fit. */
export function scalarSquare(op: 'N' | 'H', a: ComplexMatrix, out: ComplexMatrix, alpha: number, beta: number): void {
  const A = a.columns;
  if (op === 'N') multiply(A, a, A, 1, -1, a, A, 1, out, -1, alpha, beta, true);
  else multiply(a.rows, a, 1, A, -1, a, 1, A, out, 1, alpha, beta, true);
}

/**
 * 2 × 2 tiles of complex dot products, out ← α Σ_k a(i, k) b(k, j) + β out, a(i, k) at i · aRow + k · aStep, b(k, j) at j · bColumn + k · bStep:
 * every transposition is a choice of strides. A sign of −1 conjugates A or the sum. `lower` keeps to i ≥ j with a real diagonal.
 *
 * An odd last row or column is done as a pair of itself: a tile reads before it writes, and both writes store the same value.
 */
function multiply(
  inner: number,
  a: ComplexMatrix,
  aRow: number,
  aStep: number,
  signA: number,
  b: ComplexMatrix,
  bColumn: number,
  bStep: number,
  out: ComplexMatrix,
  signOut: number,
  alpha: number,
  beta: number,
  lower: boolean,
): void {
  const { rows: m, columns: n } = out;
  const { re: ar, im: ai } = a;
  const { re: br, im: bi } = b;
  const { re: or, im: oi } = out;
  const alphaIm = alpha * signOut;
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
      for (let k = 0; k < inner; k++) {
        const x0 = ar[a0];
        const y0 = signA * ai[a0];
        const x1 = ar[a1];
        const y1 = signA * ai[a1];
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
