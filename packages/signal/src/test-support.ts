import { type ComplexMatrix, complexMatrixFrom } from '@vedetta/numerics';

/** Matrix as the golden files hold it. */
export interface PlainMatrix {
  readonly re: readonly (readonly number[])[];
  readonly im: readonly (readonly number[])[];
}

export function complexFrom(plain: PlainMatrix): ComplexMatrix {
  return complexMatrixFrom(plain.re, plain.im);
}

/** max |a − b| over the elements. */
export function largestDifference(a: ComplexMatrix, b: ComplexMatrix): number {
  if (a.rows !== b.rows || a.columns !== b.columns) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let e = 0; e < a.re.length; e++) worst = Math.max(worst, Math.hypot(a.re[e] - b.re[e], a.im[e] - b.im[e]));
  return worst;
}

/** max |a − b| / max |b|. */
export function relativeDifference(a: ComplexMatrix, b: ComplexMatrix): number {
  let largest = 0;
  for (let e = 0; e < b.re.length; e++) largest = Math.max(largest, Math.hypot(b.re[e], b.im[e]));
  return largestDifference(a, b) / largest;
}

/** Squared Frobenius norm. */
export function energy(a: ComplexMatrix): number {
  let sum = 0;
  for (let e = 0; e < a.re.length; e++) sum += a.re[e] ** 2 + a.im[e] ** 2;
  return sum;
}
