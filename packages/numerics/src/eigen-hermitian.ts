import type { ComplexMatrix } from './complex-matrix.ts';
import { copyInto, createComplexMatrix, requireSquare } from './complex-matrix.ts';
import { DomainError, ShapeError } from './errors.ts';
import { gemm } from './gemm.ts';
import { diagonaliseTridiagonal, reduceToTridiagonal } from './tridiagonal.ts';

/** Memory of `eigenHermitianInPlace` for matrices of one size, reused call after call. */
export interface EigenWorkspace {
  readonly size: number;
  readonly lines: readonly Float64Array[];
  readonly rotations: Float64Array;
  readonly vectors: ComplexMatrix;
  readonly order: Int32Array;
}

/** The memory `eigenHermitianInPlace` needs for n × n matrices. */
export function createEigenWorkspace(n: number): EigenWorkspace {
  return {
    size: n,
    lines: Array.from({ length: 8 }, () => new Float64Array(n)),
    rotations: new Float64Array(n * n),
    vectors: createComplexMatrix(n, n),
    order: new Int32Array(n),
  };
}

/**
 * Eigenvalues and orthonormal eigenvectors of a Hermitian matrix, A = V diag(values) Vᴴ.
 *
 * @param a  [n × n], only the lower triangle is read. Not modified.
 * @returns values ascending; vectors with the eigenvector of values[i] in column i.
 * @throws {ShapeError} if A is not square. @throws {DomainError} if A has an element that is not finite.
 * @remarks Householder reduction and implicit QL: absolute errors of some ε‖A‖. About 20 n³ real flops.
 */
export function eigenHermitian(a: ComplexMatrix): { values: Float64Array; vectors: ComplexMatrix } {
  requireSquare('eigenHermitian', a);
  const vectors = createComplexMatrix(a.rows, a.rows);
  const values = new Float64Array(a.rows);
  copyInto(a, vectors);
  eigenHermitianInPlace(vectors, values, createEigenWorkspace(a.rows));
  return { values, vectors };
}

/** Eigenvalues alone, ascending: a third of the work of `eigenHermitian`. A is not modified. */
export function hermitianEigenvalues(a: ComplexMatrix): Float64Array {
  requireSquare('hermitianEigenvalues', a);
  const copy = createComplexMatrix(a.rows, a.rows);
  copyInto(a, copy);
  const values = new Float64Array(a.rows);
  const scale = reduce(copy, values, createEigenWorkspace(a.rows), false);
  for (let i = 0; i < values.length; i++) values[i] *= scale;
  return values.sort();
}

/**
 * As `eigenHermitian` in memory of the caller: `a` becomes its eigenvectors (columns), `values` its eigenvalues, ascending.
 *
 * @param a          [n × n], only the lower triangle is read; overwritten.
 * @param values     n elements, overwritten.
 * @param workspace  from `createEigenWorkspace(n)`.
 * @throws {ShapeError} if sizes disagree. @throws {DomainError} if A has an element that is not finite.
 */
export function eigenHermitianInPlace(a: ComplexMatrix, values: Float64Array, workspace: EigenWorkspace): void {
  requireSquare('eigenHermitianInPlace', a);
  const n = a.rows;
  if (values.length !== n || workspace.size !== n)
    throw new ShapeError(
      'eigenHermitianInPlace',
      `${n} × ${n} with ${values.length} values, workspace ${workspace.size}`,
    );
  const scale = reduce(a, values, workspace, true);
  const order = sortedOrder(values, workspace.order);
  const phaseRe = workspace.lines[2];
  const phaseIm = workspace.lines[3];
  const { re, im } = workspace.vectors;
  for (let c = 0; c < n; c++) {
    const from = order[c] * n;
    for (let i = 0; i < n; i++) {
      const z = workspace.rotations[from + i];
      re[i * n + c] = z * phaseRe[i];
      im[i * n + c] = z * phaseIm[i];
    }
  }
  applyReflections(a, workspace);
  copyInto(workspace.vectors, a);
  const line = workspace.lines[0];
  line.set(values);
  for (let c = 0; c < n; c++) values[c] = scale * line[order[c]];
}

/** Principal square root of a Hermitian positive semidefinite matrix, V diag(√λ) Vᴴ; round-off negative λ are taken as zero. A is not modified. */
export function hermitianSquareRoot(a: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = eigenHermitian(a);
  const n = a.rows;
  const scaled = createComplexMatrix(n, n);
  for (let k = 0; k < n * n; k++) {
    const root = Math.sqrt(Math.max(values[k % n], 0));
    scaled.re[k] = root * vectors.re[k];
    scaled.im[k] = root * vectors.im[k];
  }
  const out = createComplexMatrix(n, n);
  gemm('NH', scaled, vectors, out);
  return out;
}

/** Reduces and diagonalises A / scale; returns the scale, a power of two that keeps squares far from over- and underflow. */
function reduce(a: ComplexMatrix, values: Float64Array, workspace: EigenWorkspace, withVectors: boolean): number {
  const n = a.rows;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    for (let k = i * n; k <= i * n + i; k++) {
      const size = Math.max(Math.abs(a.re[k]), Math.abs(a.im[k]));
      if (!(size < Infinity)) throw new DomainError('eigenHermitian', 'element', size, 'finite');
      if (size > largest) largest = size;
    }
  }
  const scale = largest > 1e-300 ? 2 ** Math.floor(Math.log2(largest)) : 1;
  for (let k = 0; k < n * n; k++) {
    a.re[k] /= scale;
    a.im[k] /= scale;
  }
  const [off, tau, phaseRe, phaseIm, ...work] = workspace.lines;
  if (n > 0) reduceToTridiagonal(n, a.re, a.im, values, off, tau, phaseRe, phaseIm, work);
  const rotations = withVectors ? workspace.rotations : null;
  if (rotations !== null) {
    rotations.fill(0);
    for (let i = 0; i < n; i++) rotations[i * n + i] = 1;
  }
  diagonaliseTridiagonal(n, values, off, rotations);
  return scale;
}

/** X ← Q X for X in the workspace, Q the reflections left in `a`, last first. */
function applyReflections(a: ComplexMatrix, workspace: EigenWorkspace): void {
  const n = a.rows;
  const { re, im } = workspace.vectors;
  const tau = workspace.lines[1];
  const tr = workspace.lines[4];
  const ti = workspace.lines[5];
  for (let k = n - 2; k >= 0; k--) {
    const t = tau[k];
    if (t === 0) continue;
    tr.fill(0);
    ti.fill(0);
    for (let i = k + 1; i < n; i++) {
      const vr = a.re[i * n + k];
      const vi = a.im[i * n + k];
      for (let c = 0; c < n; c++) {
        const xr = re[i * n + c];
        const xi = im[i * n + c];
        tr[c] += vr * xr + vi * xi;
        ti[c] += vr * xi - vi * xr;
      }
    }
    for (let i = k + 1; i < n; i++) {
      const vr = t * a.re[i * n + k];
      const vi = t * a.im[i * n + k];
      for (let c = 0; c < n; c++) {
        re[i * n + c] -= vr * tr[c] - vi * ti[c];
        im[i * n + c] -= vr * ti[c] + vi * tr[c];
      }
    }
  }
}

/** Indices of `values` in ascending order of value, by insertion. */
function sortedOrder(values: Float64Array, order: Int32Array): Int32Array {
  for (let i = 0; i < values.length; i++) {
    let place = i;
    while (place > 0 && values[order[place - 1]] > values[i]) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = i;
  }
  return order;
}
