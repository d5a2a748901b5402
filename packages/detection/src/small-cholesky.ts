/**
 * Cholesky factor of a small Hermitian matrix in place, lower triangle, rows of length `stride`.
 * A matrix that is not positive definite is an ordinary outcome here.
 *
 * @returns false when a pivot is not above zero; the content is then half done.
 */
export function tryCholesky(re: Float64Array, im: Float64Array, n: number, stride: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sr = re[i * stride + j];
      let si = im[i * stride + j];
      for (let k = 0; k < j; k++) {
        const ar = re[i * stride + k];
        const ai = im[i * stride + k];
        const br = re[j * stride + k];
        const bi = im[j * stride + k];
        sr -= ar * br + ai * bi;
        si -= ai * br - ar * bi;
      }
      if (i === j) {
        if (!(sr > 0)) return false;
        re[i * stride + i] = Math.sqrt(sr);
        im[i * stride + i] = 0;
      } else {
        const pivot = re[j * stride + j];
        re[i * stride + j] = sr / pivot;
        im[i * stride + j] = si / pivot;
      }
    }
  }
  return true;
}

/**
 * X = L⁻ᴴ of a small lower factor: upper triangular, written to `outRe`, `outIm` (rows of length n).
 *
 * @returns ‖L⁻¹‖²_F = tr((L Lᴴ)⁻¹).
 */
export function invertLowerHermitian(
  re: Float64Array,
  im: Float64Array,
  n: number,
  stride: number,
  outRe: Float64Array,
  outIm: Float64Array,
): number {
  let total = 0;
  outRe.fill(0, 0, n * n);
  outIm.fill(0, 0, n * n);
  for (let c = 0; c < n; c++) {
    for (let i = c; i < n; i++) {
      let sr = i === c ? 1 : 0;
      let si = 0;
      for (let k = c; k < i; k++) {
        const ar = re[i * stride + k];
        const ai = im[i * stride + k];
        const br = outRe[c * n + k];
        const bi = -outIm[c * n + k];
        sr -= ar * br - ai * bi;
        si -= ar * bi + ai * br;
      }
      const pivot = re[i * stride + i];
      outRe[c * n + i] = sr / pivot;
      outIm[c * n + i] = -si / pivot;
      total += outRe[c * n + i] ** 2 + outIm[c * n + i] ** 2;
    }
  }
  return total;
}
