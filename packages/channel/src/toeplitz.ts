import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';

/**
 * Hermitian Toeplitz matrix from its first column: R[i, j] = r[i − j] for i ≥ j, the conjugate above the diagonal.
 *
 * @param re  real part of r, length N
 * @param im  imaginary part of r, length N; im[0] is taken as 0
 */
export function toeplitzCorrelation(re: Float64Array, im: Float64Array): ComplexMatrix {
  const n = re.length;
  const out = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++) {
    out.re[i * n + i] = re[0];
    for (let j = 0; j < i; j++) {
      out.re[i * n + j] = re[i - j];
      out.im[i * n + j] = im[i - j];
      out.re[j * n + i] = re[i - j];
      out.im[j * n + i] = -im[i - j];
    }
  }
  return out;
}
