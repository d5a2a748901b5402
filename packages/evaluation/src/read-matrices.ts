import {
  type ComplexMatrix,
  ConvergenceError,
  createComplexMatrix,
  DomainError,
  hermitianEigenvalues,
} from '@vedetta/numerics';
import type { Problems } from './problems.ts';
import { checkArray, checkNumber, type Fields, kindOf, member, readObject } from './read-values.ts';

export interface ShapeRule {
  readonly rows?: number | undefined;
  readonly columns?: number | undefined;
  readonly mostRows?: number;
  readonly mostColumns?: number;
}

/** `{"re": [[…]], "im": [[…]]}`, not empty, not ragged, of the asked shape; else null and every problem. */
export function readMatrix(
  fields: Fields,
  path: string,
  key: string,
  shape: ShapeRule,
  problems: Problems,
): ComplexMatrix | null {
  if (!Object.hasOwn(fields, key)) return null;
  return checkMatrix(fields[key], member(path, key), shape, problems);
}

export function checkMatrix(value: unknown, path: string, shape: ShapeRule, problems: Problems): ComplexMatrix | null {
  const before = problems.count;
  const parts = readObject(value, path, { required: ['re', 'im'] }, problems);
  if (!parts || problems.count > before) return null;
  const re = checkArray(parts.re, `${path}.re`, problems);
  const im = checkArray(parts.im, `${path}.im`, problems);
  if (!re || !im) return null;
  const columns = Array.isArray(re[0]) ? re[0].length : 0;
  if (re.length === 0 || columns === 0) {
    problems.add(path, re.length > 0 && !Array.isArray(re[0]) ? 'must hold rows of numbers' : 'must not be empty');
    return null;
  }
  if (im.length !== re.length) problems.add(`${path}.im`, `must have ${re.length} rows as re has, has ${im.length}`);
  if (!fits(re.length, columns, path, shape, problems) || problems.count > before) return null;
  const out = createComplexMatrix(re.length, columns);
  for (let i = 0; i < out.rows; i++) {
    readRow(re[i], `${path}.re[${i}]`, out.re, i * columns, columns, problems);
    readRow(im[i], `${path}.im[${i}]`, out.im, i * columns, columns, problems);
  }
  return problems.count > before ? null : out;
}

/** `{"re": […], "im": […]}`, as a column. */
export function readVector(
  fields: Fields,
  path: string,
  key: string,
  length: number | undefined,
  problems: Problems,
): ComplexMatrix | null {
  if (!Object.hasOwn(fields, key)) return null;
  return checkVector(fields[key], member(path, key), length, problems);
}

export function checkVector(
  value: unknown,
  at: string,
  length: number | undefined,
  problems: Problems,
): ComplexMatrix | null {
  const before = problems.count;
  const parts = readObject(value, at, { required: ['re', 'im'] }, problems);
  if (!parts || problems.count > before) return null;
  const re = checkArray(parts.re, `${at}.re`, problems, length);
  const im = checkArray(parts.im, `${at}.im`, problems, length ?? re?.length);
  if (!re || !im) return null;
  if (re.length === 0) {
    problems.add(at, 'must not be empty');
    return null;
  }
  const out = createComplexMatrix(re.length, 1);
  readRow(re, `${at}.re`, out.re, 0, re.length, problems);
  readRow(im, `${at}.im`, out.im, 0, re.length, problems);
  return problems.count > before ? null : out;
}

/** Hermitian to 1e-9 of its largest entry and without negative eigenvalues beyond that; made exactly Hermitian. */
export function requireCovariance(matrix: ComplexMatrix, path: string, problems: Problems): ComplexMatrix | null {
  const n = matrix.rows;
  if (!requireHermitian(matrix, path, problems)) return null;
  const out = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      out.re[i * n + j] = matrix.re[i * n + j] / 2 + matrix.re[j * n + i] / 2;
      out.im[i * n + j] = matrix.im[i * n + j] / 2 - matrix.im[j * n + i] / 2;
    }
  const values = eigenvaluesOf(out);
  if (!values) {
    problems.add(path, 'has eigenvalues beyond double precision: scale the case');
    return null;
  }
  if (values[0] < -1e-9 * Math.max(values[n - 1], -values[0])) {
    problems.add(path, `must be positive semidefinite, has the eigenvalue ${values[0]}`);
    return null;
  }
  return out;
}

/** Null where entries, though finite, are too large to compute with. */
function eigenvaluesOf(matrix: ComplexMatrix): Float64Array | null {
  try {
    const values = hermitianEigenvalues(matrix);
    return values.every(Number.isFinite) ? values : null;
  } catch (error) {
    if (error instanceof DomainError || error instanceof ConvergenceError) return null;
    throw error;
  }
}

export function requireHermitian(matrix: ComplexMatrix, path: string, problems: Problems): boolean {
  const n = matrix.rows;
  let largest = 0;
  for (let i = 0; i < n * n; i++) largest = Math.max(largest, Math.abs(matrix.re[i]), Math.abs(matrix.im[i]));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const re = matrix.re[i * n + j] - matrix.re[j * n + i];
      const im = matrix.im[i * n + j] + matrix.im[j * n + i];
      if (Math.abs(re) <= 1e-9 * largest && Math.abs(im) <= 1e-9 * largest) continue;
      problems.add(path, `must be Hermitian, but entries (${i}, ${j}) and (${j}, ${i}) are not conjugates`);
      return false;
    }
  return true;
}

function fits(rows: number, columns: number, path: string, shape: ShapeRule, problems: Problems): boolean {
  const wanted = `${shape.rows ?? 'any'} × ${shape.columns ?? 'any'}`;
  if ((shape.rows ?? rows) !== rows || (shape.columns ?? columns) !== columns) {
    problems.add(path, `must be ${wanted}, is ${rows} × ${columns}`);
    return false;
  }
  if (rows > (shape.mostRows ?? rows) || columns > (shape.mostColumns ?? columns)) {
    problems.add(path, `is ${rows} × ${columns}; at most ${shape.mostRows ?? 'any'} × ${shape.mostColumns ?? 'any'}`);
    return false;
  }
  return true;
}

function readRow(
  row: unknown,
  path: string,
  out: Float64Array,
  offset: number,
  columns: number,
  problems: Problems,
): void {
  if (!Array.isArray(row)) problems.add(path, `must be an array, is ${kindOf(row)}`);
  else if (row.length !== columns) problems.add(path, `must have ${columns} entries, has ${row.length}`);
  else
    for (let c = 0; c < columns; c++) {
      const value: unknown = row[c];
      if (typeof value === 'number' && Number.isFinite(value)) out[offset + c] = value;
      else checkNumber(value, `${path}[${c}]`, {}, problems);
    }
}
