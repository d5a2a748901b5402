import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import { scalarSolveLower, scalarSolveLowerHermitian } from './scalar/solve.ts';
import { SIMD_LIMIT } from './simd/kernels.ts';
import { simdSolve } from './simd/solve.ts';

/** Below this size the copies into the kernels' memory cost more than vectors save. */
const SMALLEST_SIMD = 16;

/**
 * Forward substitution with many right-hand sides, in place: B ← L⁻¹ B.
 *
 * @param l  [n × n], lower triangular with a real non-zero diagonal, as `choleskyInPlace` leaves it; its upper triangle is not used.
 * @param b  [n × columns], overwritten by the solution. A column's bits do not depend on the other columns.
 * @throws {ShapeError} if sizes disagree.
 * @remarks 4 n² real flops a column; scalar and vector kernel give the same bits.
 */
export function solveLowerInPlace(l: ComplexMatrix, b: ComplexMatrix): void {
  checkSolve('solveLowerInPlace', l, b);
  if (solvesByVectors(l.rows, b.columns)) simdSolve(l, b, false);
  else scalarSolveLower(l, b);
}

/**
 * Back substitution with the conjugate transpose, in place: B ← L⁻ᴴ B.
 *
 * @param l  [n × n], lower triangular with a real non-zero diagonal; its upper triangle is not used.
 * @param b  [n × columns], overwritten by the solution. A column's bits do not depend on the other columns.
 * @throws {ShapeError} if sizes disagree.
 * @remarks 4 n² real flops a column; scalar and vector kernel give the same bits.
 */
export function solveLowerHermitianInPlace(l: ComplexMatrix, b: ComplexMatrix): void {
  checkSolve('solveLowerHermitianInPlace', l, b);
  if (solvesByVectors(l.rows, b.columns)) simdSolve(l, b, true);
  else scalarSolveLowerHermitian(l, b);
}

/** Which kernel solves a system of size n; scalar and vectors give the same bits. */
export function solvesByVectors(n: number, columns: number): boolean {
  return n >= SMALLEST_SIMD && 2 * n * (n + columns + 1) <= SIMD_LIMIT;
}

function checkSolve(operation: string, l: ComplexMatrix, b: ComplexMatrix): void {
  requireSquare(operation, l);
  if (b.rows !== l.rows) throw new ShapeError(operation, `L is ${shape(l)}, B is ${shape(b)}`);
}
