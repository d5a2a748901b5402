import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';

/**
 * Forward substitution with many right-hand sides, in place: B ← L⁻¹ B.
 *
 * @param l  [n × n], lower triangular with a real non-zero diagonal, as `choleskyInPlace` leaves it; its upper triangle is not read.
 * @param b  [n × columns], overwritten by the solution.
 * @throws {ShapeError} if sizes disagree.
 * @remarks 4 n² real flops a column. No allocation.
 */
export function solveLowerInPlace(l: ComplexMatrix, b: ComplexMatrix): void {
  checkSolve('solveLowerInPlace', l, b);
  const n = l.rows;
  const columns = b.columns;
  for (let i = 0; i < n; i++) {
    const inverse = 1 / l.re[i * n + i];
    for (let c = 0; c < columns; c++) {
      let sr = b.re[i * columns + c];
      let si = b.im[i * columns + c];
      for (let k = 0; k < i; k++) {
        const x = l.re[i * n + k];
        const y = l.im[i * n + k];
        const u = b.re[k * columns + c];
        const v = b.im[k * columns + c];
        sr -= x * u - y * v;
        si -= x * v + y * u;
      }
      b.re[i * columns + c] = sr * inverse;
      b.im[i * columns + c] = si * inverse;
    }
  }
}

/**
 * Back substitution with the conjugate transpose, in place: B ← L⁻ᴴ B.
 *
 * @param l  [n × n], lower triangular with a real non-zero diagonal; its upper triangle is not read.
 * @param b  [n × columns], overwritten by the solution.
 * @throws {ShapeError} if sizes disagree.
 * @remarks 4 n² real flops a column. No allocation.
 */
export function solveLowerHermitianInPlace(l: ComplexMatrix, b: ComplexMatrix): void {
  checkSolve('solveLowerHermitianInPlace', l, b);
  const n = l.rows;
  const columns = b.columns;
  for (let i = n - 1; i >= 0; i--) {
    const inverse = 1 / l.re[i * n + i];
    for (let c = 0; c < columns; c++) {
      let sr = b.re[i * columns + c];
      let si = b.im[i * columns + c];
      for (let k = i + 1; k < n; k++) {
        const x = l.re[k * n + i];
        const y = -l.im[k * n + i];
        const u = b.re[k * columns + c];
        const v = b.im[k * columns + c];
        sr -= x * u - y * v;
        si -= x * v + y * u;
      }
      b.re[i * columns + c] = sr * inverse;
      b.im[i * columns + c] = si * inverse;
    }
  }
}

function checkSolve(operation: string, l: ComplexMatrix, b: ComplexMatrix): void {
  requireSquare(operation, l);
  if (b.rows !== l.rows) throw new ShapeError(operation, `L is ${shape(l)}, B is ${shape(b)}`);
}
