import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import { multiplyConjugate, multiplyPlain } from './product-kernels.ts';

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
 * @remarks 8 m n p real flops. The sum runs over ascending inner index. No allocation.
 */
export function gemm(
  op: ProductOperation,
  a: ComplexMatrix,
  b: ComplexMatrix,
  out: ComplexMatrix,
  alpha = 1,
  beta = 0,
): void {
  const m = op === 'HN' ? a.columns : a.rows;
  const inner = op === 'HN' ? a.rows : a.columns;
  const n = op === 'NN' || op === 'HN' ? b.columns : b.rows;
  const innerB = op === 'NN' || op === 'HN' ? b.rows : b.columns;
  if (inner !== innerB || out.rows !== m || out.columns !== n)
    throw new ShapeError('gemm', `'${op}' of ${shape(a)} and ${shape(b)} into ${shape(out)}`);
  if (out.re === a.re || out.re === b.re) throw new ShapeError('gemm', 'out is also an operand');
  const A = a.columns;
  const B = b.columns;
  if (op === 'NN') multiplyPlain(m, n, inner, a.re, a.im, A, 1, b.re, b.im, 1, B, out.re, out.im, alpha, beta);
  else if (op === 'NT') multiplyPlain(m, n, inner, a.re, a.im, A, 1, b.re, b.im, B, 1, out.re, out.im, alpha, beta);
  else if (op === 'HN')
    multiplyConjugate(m, n, inner, a.re, a.im, 1, A, b.re, b.im, 1, B, out.re, out.im, alpha, beta, 1, false);
  else multiplyConjugate(m, n, inner, a.re, a.im, A, 1, b.re, b.im, B, 1, out.re, out.im, alpha, beta, -1, false);
}

/**
 * Hermitian rank-k product, lower triangle only: out ← α · op(A) op(A)ᴴ + β · out.
 *
 * @param op    'N' A Aᴴ, 'H' Aᴴ A.
 * @param a     Not modified. Must not share memory with `out`.
 * @param out   Square; its strict upper triangle is neither read nor written, its diagonal becomes exactly real.
 * @throws {ShapeError} if sizes disagree or `out` is the operand.
 * @remarks Half the work of `gemm`. `mirrorLower` completes the result when the upper triangle is wanted. No allocation.
 */
export function herk(op: 'N' | 'H', a: ComplexMatrix, out: ComplexMatrix, alpha = 1, beta = 0): void {
  const n = op === 'N' ? a.rows : a.columns;
  if (out.rows !== n || out.columns !== n) throw new ShapeError('herk', `'${op}' of ${shape(a)} into ${shape(out)}`);
  if (out.re === a.re) throw new ShapeError('herk', 'out is also the operand');
  const A = a.columns;
  if (op === 'N') multiplyConjugate(n, n, A, a.re, a.im, A, 1, a.re, a.im, A, 1, out.re, out.im, alpha, beta, -1, true);
  else multiplyConjugate(n, n, a.rows, a.re, a.im, 1, A, a.re, a.im, 1, A, out.re, out.im, alpha, beta, 1, true);
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
