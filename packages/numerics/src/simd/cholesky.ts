import type { ComplexMatrix } from '../complex-matrix.ts';
import { copyElements } from '../complex-matrix.ts';
import { NotPositiveDefiniteError } from '../errors.ts';
import { BYTES, kernels, lines, reserve } from './kernels.ts';

/** `choleskyInPlace` by the vector kernel. */
export function simdCholesky(a: ComplexMatrix): void {
  const n = a.rows;
  const size = n * n;
  const im = lines(size);
  const inverse = 2 * im;
  const reals = reserve(inverse + n);
  copyElements(a.re, size, reals, 0);
  copyElements(a.im, size, reals, im);
  const row = kernels.cholesky(0, im * BYTES, n, inverse * BYTES);
  if (row < n) throw new NotPositiveDefiniteError(row, reals[inverse + row]);
  a.re.set(reals.subarray(0, size));
  a.im.set(reals.subarray(im, im + size));
  for (let i = 0; i < n; i++) {
    a.re.fill(0, i * n + i + 1, i * n + n);
    a.im.fill(0, i * n + i + 1, i * n + n);
  }
}
