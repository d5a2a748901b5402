import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';

/** Writes the columns of one matrix into another of as many rows, from column `offset` on. */
export function placeColumns(from: ComplexMatrix, to: ComplexMatrix, offset: number): void {
  const { rows, columns, re, im } = from;
  for (let i = 0; i < rows; i++)
    for (let c = 0, at = i * columns, put = i * to.columns + offset; c < columns; c++, at++, put++) {
      to.re[put] = re[at];
      to.im[put] = im[at];
    }
}

/** So many columns of a matrix from `first` on, as a new matrix of its first rows. */
export function takeColumns(from: ComplexMatrix, first: number, count: number, rows = from.rows): ComplexMatrix {
  const out = createComplexMatrix(rows, count);
  for (let i = 0; i < rows; i++)
    for (let c = 0; c < count; c++) {
      out.re[i * count + c] = from.re[i * from.columns + first + c];
      out.im[i * count + c] = from.im[i * from.columns + first + c];
    }
  return out;
}

/** Column `columns[c]` of one matrix becomes column c of another of as many rows. */
export function pickColumns(from: ComplexMatrix, columns: readonly number[], to: ComplexMatrix): void {
  for (let i = 0; i < from.rows; i++)
    for (let c = 0; c < columns.length; c++) {
      to.re[i * to.columns + c] = from.re[i * from.columns + columns[c]];
      to.im[i * to.columns + c] = from.im[i * from.columns + columns[c]];
    }
}

/** All columns side by side at unit norm, with the factors 1/‖column‖; a zero column stays zero and has the factor 0. */
export function unitColumns(matrices: readonly ComplexMatrix[]): { columns: ComplexMatrix; scale: Float64Array } {
  const rows = matrices[0].rows;
  const total = matrices.reduce((sum, m) => sum + m.columns, 0);
  const columns = createComplexMatrix(rows, total);
  let offset = 0;
  for (const m of matrices) {
    placeColumns(m, columns, offset);
    offset += m.columns;
  }
  const scale = new Float64Array(total);
  for (let c = 0; c < total; c++) {
    let largest = 0;
    for (let at = c; at < columns.re.length; at += total)
      largest = Math.max(largest, Math.abs(columns.re[at]), Math.abs(columns.im[at]));
    if (largest === 0) continue;
    let power = 0;
    for (let at = c; at < columns.re.length; at += total)
      power += (columns.re[at] / largest) ** 2 + (columns.im[at] / largest) ** 2;
    const norm = Math.sqrt(power);
    scale[c] = 1 / (largest * norm);
    for (let at = c; at < columns.re.length; at += total) {
      columns.re[at] = columns.re[at] / largest / norm;
      columns.im[at] = columns.im[at] / largest / norm;
    }
  }
  return { columns, scale };
}
