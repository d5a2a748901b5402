import { ShapeError } from './errors.ts';

/**
 * Dense complex matrix, row-major, real and imaginary parts apart: element (i, j) at `i · columns + j`. A vector is a matrix with one
 * column. The arrays may be longer than rows · columns (memory reused for smaller matrices); what lies beyond is left alone.
 */
export interface ComplexMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** A rows × columns matrix of zeros. @throws {ShapeError} unless both are non-negative integers. */
export function createComplexMatrix(rows: number, columns: number): ComplexMatrix {
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 0 || columns < 0)
    throw new ShapeError('createComplexMatrix', `no matrix of ${rows} × ${columns}`);
  return { rows, columns, re: new Float64Array(rows * columns), im: new Float64Array(rows * columns) };
}

/** A matrix from nested rows of real and of imaginary parts. @throws {ShapeError} if rows are ragged or the parts differ in size. */
export function complexMatrixFrom(
  re: readonly (readonly number[])[],
  im: readonly (readonly number[])[],
): ComplexMatrix {
  const rows = re.length;
  const columns = re[0]?.length ?? 0;
  if (im.length !== rows) throw new ShapeError('complexMatrixFrom', `${rows} real rows, ${im.length} imaginary rows`);
  const out = createComplexMatrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    if (re[i].length !== columns || im[i].length !== columns)
      throw new ShapeError('complexMatrixFrom', `row ${i} has ${re[i].length} + ${im[i].length}j, not ${columns}`);
    out.re.set(re[i], i * columns);
    out.im.set(im[i], i * columns);
  }
  return out;
}

/** The n × n identity. */
export function identityMatrix(n: number): ComplexMatrix {
  const out = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++) out.re[i * n + i] = 1;
  return out;
}

/** Copies `source` over `target`, both of one shape. @throws {ShapeError} if shapes differ. */
export function copyInto(source: ComplexMatrix, target: ComplexMatrix): void {
  if (source.rows !== target.rows || source.columns !== target.columns)
    throw new ShapeError('copyInto', `${shape(source)} into ${shape(target)}`);
  const size = source.rows * source.columns;
  copyElements(source.re, size, target.re, 0);
  copyElements(source.im, size, target.im, 0);
}

/** Copies the first `size` elements of `source` to `target` from `at` on. */
export function copyElements(source: Float64Array, size: number, target: Float64Array, at: number): void {
  target.set(source.length === size ? source : source.subarray(0, size), at);
}

/** Aᴴ as a new matrix. */
export function conjugateTranspose(a: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) {
      out.re[j * a.rows + i] = a.re[i * a.columns + j];
      out.im[j * a.rows + i] = -a.im[i * a.columns + j];
    }
  }
  return out;
}

/** A ⊗ B as a new matrix: block (i, j) is a_ij B. */
export function kronecker(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(a.rows * b.rows, a.columns * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) {
      const ar = a.re[i * a.columns + j];
      const ai = a.im[i * a.columns + j];
      for (let k = 0; k < b.rows; k++) {
        const from = k * b.columns;
        const to = (i * b.rows + k) * out.columns + j * b.columns;
        for (let l = 0; l < b.columns; l++) {
          const br = b.re[from + l];
          const bi = b.im[from + l];
          out.re[to + l] = ar * br - ai * bi;
          out.im[to + l] = ar * bi + ai * br;
        }
      }
    }
  }
  return out;
}

/** tr A. @throws {ShapeError} if A is not square. */
export function trace(a: ComplexMatrix): { re: number; im: number } {
  requireSquare('trace', a);
  let re = 0;
  let im = 0;
  for (let i = 0; i < a.rows; i++) {
    re += a.re[i * a.columns + i];
    im += a.im[i * a.columns + i];
  }
  return { re, im };
}

/** "rows × columns", for messages. */
export function shape(a: ComplexMatrix): string {
  return `${a.rows} × ${a.columns}`;
}

/** @throws {ShapeError} if `a` is not square. */
export function requireSquare(operation: string, a: ComplexMatrix): void {
  if (a.rows !== a.columns) throw new ShapeError(operation, `${shape(a)} is not square`);
}
