import type { ComplexMatrix } from '../complex-matrix.ts';
import { copyElements } from '../complex-matrix.ts';
import { NotPositiveDefiniteError } from '../errors.ts';
import { BYTES, type KernelMemory, lines, sharedMemory } from './kernels.ts';

/** `choleskyInPlace` by the vector kernel. */
export function simdCholesky(a: ComplexMatrix): void {
  const n = a.rows;
  const size = n * n;
  const im = lines(size);
  const before = sharedMemory.reserve(2 * im);
  copyElements(a.re, size, before, 0);
  copyElements(a.im, size, before, im);
  const reals = factorInMemory(sharedMemory, n);
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
 * @returns all of the memory, which may have grown.
 * @throws {NotPositiveDefiniteError}
 */
export function factorInMemory(memory: KernelMemory, n: number): Float64Array {
  const im = lines(n * n);
  const difference = 2 * im;
  const inverse = difference + lines(n * n);
  const sums = inverse + lines(n);
  const reals = memory.reserve(sums + 4 * n);
  const row = memory.kernels.cholesky(0, im * BYTES, n, inverse * BYTES, difference * BYTES, sums * BYTES);
  if (row < n) throw new NotPositiveDefiniteError(row, reals[inverse + row]);
  return reals;
}
