import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import { scalarProduct, scalarSquare } from './scalar/product.ts';
import { SIMD_LIMIT } from './simd/kernels.ts';
import type { Reading } from './simd/product.ts';
import { simdProduct } from './simd/product.ts';

/** Real multiplications, in fours, from which vectors pay. */
const SMALLEST_SIMD = 2000;

/** What is done to the two operands of a product: N nothing, H conjugate transpose, T transpose. */
export type ProductOperation = 'NN' | 'HN' | 'NH' | 'NT';

/**
 * General product, out ← α · op(A) op(B) + β · out.
 *
 * @param op    'NN' A B, 'HN' Aᴴ B, 'NH' A Bᴴ, 'NT' A Bᵀ.
 * @param a     Not modified. Must not share memory with `out`.
 * @param b     Not modified. Must not share memory with `out`.
 * @param out   [rows of op(A) × columns of op(B)]. With β = 0 its old content is never read.
 * @param alpha Real factor of the product.
 * @param beta  Real factor of the old content.
 * @throws {ShapeError} if sizes disagree or `out` is an operand; checked once, before any loop.
 * @remarks 8 m n p real flops. The sum runs over ascending inner index; scalar and vector kernel give the same bits.
 */
export function gemm(
  op: ProductOperation,
  a: ComplexMatrix,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha = 1,
  beta = 0,
): void {
  product(op, a, null, b, out, alpha, beta);
}

/**
 * As `gemm` for a staircase A: its row i is zero before column starts[i]. About half of the work, the same bits.
 *
 * @param starts  one a row of A, not decreasing, at most its columns. Zeros from there on are allowed.
 */
export function staircaseGemm(
  op: 'NN' | 'HN',
  a: ComplexMatrix,
  starts: ArrayLike<number>,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha = 1,
  beta = 0,
): void {
  if (starts.length !== a.rows) throw new ShapeError('staircaseGemm', `${starts.length} starts of ${shape(a)}`);
  product(op, a, starts, b, out, alpha, beta);
}

function product(
  op: ProductOperation,
  a: ComplexMatrix,
  starts: ArrayLike<number> | null,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha: number,
  beta: number,
): void {
  const m = op === 'HN' ? a.columns : a.rows;
  const inner = op === 'HN' ? a.rows : a.columns;
  const n = op === 'NN' || op === 'HN' ? b.columns : b.rows;
  const innerB = op === 'NN' || op === 'HN' ? b.rows : b.columns;
  if (inner !== innerB || out.rows !== m || out.columns !== n)
    throw new ShapeError('gemm', `'${op}' of ${shape(a)} and ${shape(b)} into ${shape(out)}`);
  if (out.re === a.re || out.re === b.re) throw new ShapeError('gemm', 'out is also an operand');
  if (worthVectors(m, n, inner))
    simdProduct(op[0] as 'N' | 'H', a, op[1] as Reading, b, out, alpha, beta, false, starts);
  else scalarProduct(op, a, b, out, alpha, beta);
}

/**
 * Hermitian rank-k product, lower triangle only: out ← α · op(A) op(A)ᴴ + β · out.
 *
 * @param op    'N' A Aᴴ, 'H' Aᴴ A.
 * @param a     Not modified. Must not share memory with `out`.
 * @param out   Square; its strict upper triangle is neither read nor written, its diagonal becomes exactly real.
 * @throws {ShapeError} if sizes disagree or `out` is the operand.
 * @remarks Half the work of `gemm`. `mirrorLower` completes the result when the upper triangle is wanted.
 */
export function herk(op: 'N' | 'H', a: ComplexMatrix, out: ComplexMatrix, alpha = 1, beta = 0): void {
  const n = op === 'N' ? a.rows : a.columns;
  if (out.rows !== n || out.columns !== n) throw new ShapeError('herk', `'${op}' of ${shape(a)} into ${shape(out)}`);
  if (out.re === a.re) throw new ShapeError('herk', 'out is also the operand');
  const inner = op === 'N' ? a.columns : a.rows;
  if (!worthVectors(n, n, inner)) scalarSquare(op, a, out, alpha, beta);
  else if (op === 'N') simdProduct('N', a, 'H', a, out, alpha, beta, true);
  else simdProduct('H', a, 'N', a, out, alpha, beta, true);
}

/** Whether a product is large enough to pay for copies into the kernels' memory. */
function worthVectors(m: number, n: number, inner: number): boolean {
  return m * n * inner >= SMALLEST_SIMD && inner >= 4 && 2 * (m + inner + 16) * (n + inner + 16) <= SIMD_LIMIT;
}

/** Fills the strict upper triangle of a Hermitian matrix from its lower one. @throws {ShapeError} if not square. */
export function mirrorLower(a: ComplexMatrix): void {
  requireSquare('mirrorLower', a);
  const n = a.rows;
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      a.re[j * n + i] = a.re[i * n + j];
      a.im[j * n + i] = -a.im[i * n + j];
    }
  }
}
