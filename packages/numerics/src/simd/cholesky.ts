import type { ComplexMatrix } from '../complex-matrix.ts';
import { copyElements } from '../complex-matrix.ts';
import { NotPositiveDefiniteError } from '../errors.ts';
import { BYTES, type KernelMemory, lines, sharedMemory } from './kernels.ts';

/** `choleskyInPlace` by the vector kernel. */
export function simdCholesky(a: ComplexMatrix): void {
  const n = a.rows;
  const size = n * n;
  const im = lines(size);
  const reals = sharedMemory.reserve(2 * im + n);
  copyElements(a.re, size, reals, 0);
  copyElements(a.im, size, reals, im);
  factorInMemory(sharedMemory, n);
  a.re.set(reals.subarray(0, size));
  a.im.set(reals.subarray(im, im + size));
  for (let i = 0; i < n; i++) {
    a.re.fill(0, i * n + i + 1, i * n + n);
    a.im.fill(0, i * n + i + 1, i * n + n);
  }
}

/**
 * Factors the n × n matrix at 0 (real parts) and `lines(n²)` (imaginary parts) of a memory; its upper triangle is then undefined.
 *
 * @throws {NotPositiveDefiniteError}
 */
export function factorInMemory(memory: KernelMemory, n: number): void {
  const im = lines(n * n);
  const inverse = 2 * im;
  const reals = memory.reserve(inverse + n);
  const row = memory.kernels.cholesky(0, im * BYTES, n, inverse * BYTES);
  if (row < n) throw new NotPositiveDefiniteError(row, reals[inverse + row]);
}
