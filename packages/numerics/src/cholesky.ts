import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare } from './complex-matrix.ts';
import { scalarCholesky } from './scalar/cholesky.ts';
import { simdCholesky } from './simd/cholesky.ts';
import { SIMD_LIMIT } from './simd/kernels.ts';

/** Below this size the copies into the kernels' memory cost more than vectors save. */
const SMALLEST_SIMD = 12;

/**
 * Cholesky factor in place: the Hermitian positive definite A = L Lᴴ becomes L.
 *
 * @param a  [n × n]. Only the lower triangle is read, the imaginary part of the diagonal is taken as zero. On return the lower
 *           triangle is L (positive real diagonal) and the strict upper triangle is zero.
 * @throws {ShapeError} if A is not square.
 * @throws {NotPositiveDefiniteError} at the first pivot that is not positive and finite; the content of A is then undefined.
 * @remarks 4/3 n³ real flops. The kernel, scalar or with 128-bit vectors, depends on n alone, so equal matrices give equal bits.
 */
export function choleskyInPlace(a: ComplexMatrix): void {
  requireSquare('choleskyInPlace', a);
  if (factorsByVectors(a.rows)) simdCholesky(a);
  else scalarCholesky(a);
}

/** Which kernel factors an n × n matrix. */
export function factorsByVectors(n: number): boolean {
  return n >= SMALLEST_SIMD && 2 * n * n <= SIMD_LIMIT;
}
