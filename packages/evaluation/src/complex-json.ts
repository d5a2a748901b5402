import type { ComplexMatrix } from '@vedetta/numerics';

export interface ComplexMatrixJson {
  readonly re: number[][];
  readonly im: number[][];
}

export interface ComplexVectorJson {
  readonly re: number[];
  readonly im: number[];
}

/** `{"re": [[…]], "im": [[…]]}`; doubles survive JSON bit by bit. */
export function matrixJson({ rows, columns, re, im }: ComplexMatrix): ComplexMatrixJson {
  const part = (values: Float64Array) =>
    Array.from({ length: rows }, (_, i) => plain(values.subarray(i * columns, (i + 1) * columns)));
  return { re: part(re), im: part(im) };
}

/** `{"re": […], "im": […]}` of a column. */
export function vectorJson({ re, im }: ComplexMatrix): ComplexVectorJson {
  return { re: plain(re), im: plain(im) };
}

/** −0 becomes 0, as JSON has it. */
function plain(values: Float64Array): number[] {
  return Array.from(values, (value) => value + 0);
}
