/** Dense complex matrix, row-major, real and imaginary parts apart: element (i, j) at `i · columns + j`. A vector is a matrix with one column. */
export interface ComplexMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}
