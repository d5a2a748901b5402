import type { ComplexMatrix } from '@vedetta/numerics';

/** The same memory under another shape: a time-major stack (Nτ × c) is the τ × Nc matrix of its time profiles. */
export function viewAs(matrix: ComplexMatrix, rows: number, columns: number): ComplexMatrix {
  return { rows, columns, re: matrix.re, im: matrix.im };
}
