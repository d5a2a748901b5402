import type { ComplexMatrix } from '@vedetta/numerics';

/** tr(A B) of two Hermitian N × N matrices, which is real: E|hᴴw|² for independent h ~ CN(0, A) and E[w wᴴ] = B. */
export function hermitianTrace(a: ComplexMatrix, b: ComplexMatrix): number {
  let sum = 0;
  for (let e = 0; e < a.rows * a.columns; e++) sum += a.re[e] * b.re[e] + a.im[e] * b.im[e];
  return sum;
}

/** tr(A B) of any N × N matrix A and a Hermitian B; complex. */
export function traceWithHermitian(a: ComplexMatrix, b: ComplexMatrix): { re: number; im: number } {
  let re = 0;
  let im = 0;
  for (let e = 0; e < a.rows * a.columns; e++) {
    re += a.re[e] * b.re[e] + a.im[e] * b.im[e];
    im += a.im[e] * b.re[e] - a.re[e] * b.im[e];
  }
  return { re, im };
}

/** out ← out + scale · A. */
export function addScaled(out: ComplexMatrix, scale: number, a: ComplexMatrix): void {
  for (let e = 0; e < a.rows * a.columns; e++) {
    out.re[e] += scale * a.re[e];
    out.im[e] += scale * a.im[e];
  }
}
