import type { ComplexMatrix } from './complex-matrix.ts';
import { STRIP } from './simd/kronecker-code.ts';

/** Reals that one R_m takes among the coefficients of the row kernel. */
export function realsPerTerm(n: number): number {
  return Math.ceil((n * n) / STRIP) * STRIP;
}

/** [row][column of a term][term], zero where there is none. */
export function pack(
  from: ComplexMatrix,
  offsets: readonly number[],
  width: number,
  terms: number,
  reals: Float64Array,
  re: number,
  im: number,
): void {
  const { rows, columns } = from;
  for (let m = 0; m < terms; m++) {
    const offset = m + 1 < offsets.length ? offsets[m] : 0;
    const count = m + 1 < offsets.length ? offsets[m + 1] - offset : 0;
    for (let i = 0; i < rows; i++) {
      let put = i * width * terms + m;
      for (let c = 0; c < width; c++, put += terms) {
        const at = i * columns + offset + c;
        reals[re + put] = c < count ? from.re[at] : 0;
        reals[im + put] = c < count ? from.im[at] : 0;
      }
    }
  }
}

/** The n² reals of each R_m: Re R[a][b] at [a][b] on and below the diagonal, Im R[b][a] above it. */
export function packSmall(
  small: readonly ComplexMatrix[],
  reals: Float64Array,
  to: number,
  perTerm: number,
  terms: number,
): void {
  reals.fill(0, to, to + terms * perTerm);
  for (let m = 0; m < small.length; m++) {
    const { rows: n, re, im } = small[m];
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) reals[to + m * perTerm + a * n + b] = b <= a ? re[a * n + b] : im[b * n + a];
  }
}
