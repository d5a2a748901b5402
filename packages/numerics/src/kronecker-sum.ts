import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import { addGiven, givenReals } from './kronecker-given.ts';
import { pack, packSmall, realsPerTerm } from './kronecker-pack.ts';
import { scalarKroneckerSum } from './scalar/kronecker.ts';
import { BYTES, type KernelMemory, lines, SIMD_LIMIT, sharedMemory } from './simd/kernels.ts';

/** Σ_m (B_m C_mᴴ) ⊗ R_m + Σ_j T_j ⊗ R_j + diag(d), with B_m C_mᴴ and T_j (q × q) and all R (n × n) Hermitian. */
export interface KroneckerSum {
  /** B_m side by side, q × all columns: term m takes the columns offsets[m] … offsets[m + 1]. */
  readonly left: ComplexMatrix;
  /** C_m side by side, as B_m. */
  readonly right: ComplexMatrix;
  /** One more than there are terms of this kind. Columns of B and C beyond the last are not looked at. */
  readonly offsets: readonly number[];
  /** R_m, then R_j; the lower triangle is read. */
  readonly small: readonly ComplexMatrix[];
  /** T_j, q × q each; the lower triangle is read. None when left out. */
  readonly times?: readonly ComplexMatrix[];
  /** d, q n. None when left out. */
  readonly diagonal?: Float64Array | null;
}

/**
 * Lower triangle of I + Σ_m (B_m C_mᴴ) ⊗ R_m + Σ_j T_j ⊗ R_j + diag(d).
 *
 * @param out  q n × q n; nothing is promised about its strict upper triangle.
 * @throws {ShapeError} if sizes disagree.
 * @remarks Each entry is one sum over the terms in ascending order; leading terms whose row of B is zero are skipped.
 *          q² T (2 n² + 4 width) real flops, T terms; a given T_j counts as one of width 1.
 */
export function kroneckerSum(sum: KroneckerSum, out: ComplexMatrix): void {
  const size = checkSum(sum);
  if (out.rows !== size || out.columns !== size) throw new ShapeError('kroneckerSum', `${size} into ${shape(out)}`);
  if (!fitsMemory(size)) {
    scalarKroneckerSum(sum, out);
    return;
  }
  const reals = sumInMemory(sharedMemory, sum, size);
  out.re.set(reals.subarray(0, size * size));
  out.im.set(reals.subarray(lines(size * size), lines(size * size) + size * size));
}

/** Whether a sum of so many rows is left to the vector kernel. */
export function fitsMemory(size: number): boolean {
  return 3 * size * size <= SIMD_LIMIT;
}

/** Rows of the sum. @throws {ShapeError} if sizes disagree. */
export function checkSum({ left, right, offsets, small, times = [], diagonal }: KroneckerSum): number {
  const terms = small.length - times.length;
  if (left.rows !== right.rows || left.columns !== right.columns || offsets.length !== terms + 1)
    throw new ShapeError('kroneckerSum', `B is ${shape(left)}, C is ${shape(right)}, ${small.length} terms`);
  for (const time of times)
    if (time.rows !== left.rows || time.columns !== left.rows)
      throw new ShapeError('kroneckerSum', `T is ${shape(time)}, B is ${shape(left)}`);
  // Without a term the diagonal alone tells how many antennas there are.
  const antennas = small[0]?.rows ?? (diagonal ? diagonal.length / left.rows : 1);
  for (const r of small) {
    requireSquare('kroneckerSum', r);
    if (r.rows !== antennas) throw new ShapeError('kroneckerSum', `R is ${shape(r)} and ${shape(small[0])}`);
  }
  const size = left.rows * antennas;
  if (diagonal && diagonal.length !== size)
    throw new ShapeError('kroneckerSum', `a diagonal of ${diagonal.length}, not ${size}`);
  return size;
}

/** Leaves the sum at 0 (real parts) and `lines(size²)` (imaginary parts) of a memory and returns all of it. */
export function sumInMemory(memory: KernelMemory, sum: KroneckerSum, size: number): Float64Array {
  const { left, right, offsets, times = [], diagonal } = sum;
  const q = left.rows;
  const n = q > 0 ? size / q : 1;
  const products = offsets.length - 1;
  const small = sum.small.slice(0, products);
  const terms = products + (products & 1);
  let width = 0;
  for (let m = 0; m < products; m++) width = Math.max(width, offsets[m + 1] - offsets[m]);
  const perTerm = realsPerTerm(n);
  const packed = lines(q * width * terms);
  const outIm = lines(size * size);
  const leftRe = 2 * outIm;
  const rightRe = leftRe + 2 * packed;
  const coefficients = rightRe + 2 * packed;
  const time = coefficients + lines(terms * perTerm);
  const sums = time + 2 * lines(terms);
  const given = sums + 2 * lines(perTerm);
  const reals = memory.reserve(given + (times.length > 0 ? givenReals(n, q, times.length, perTerm) : 0));
  pack(left, offsets, width, terms, reals, leftRe, leftRe + packed);
  pack(right, offsets, width, terms, reals, rightRe, rightRe + packed);
  packSmall(small, reals, coefficients, perTerm, terms);
  for (let i = 0; i < q; i++) {
    const first = firstTerm(left, offsets, i);
    const row = leftRe + i * width * terms + first;
    const out = i * n * size;
    memory.kernels.kroneckerRow(
      BYTES * row,
      BYTES * (row + packed),
      BYTES * (rightRe + first),
      BYTES * (rightRe + packed + first),
      BYTES * terms,
      width,
      BYTES * (terms - first),
      BYTES * (coefficients + first * perTerm),
      BYTES * perTerm,
      BYTES * time,
      BYTES * (time + lines(terms)),
      BYTES * sums,
      BYTES * (sums + perTerm),
      BYTES * out,
      BYTES * (outIm + out),
      BYTES * size,
      n,
      i + 1,
    );
  }
  if (times.length > 0) addGiven(memory, reals, times, sum.small.slice(products), given, perTerm, size);
  for (let d = 0; d < size; d++) reals[d * size + d] += diagonal ? 1 + diagonal[d] : 1;
  return reals;
}

/** Even number of leading terms in which row i of B is zero. */
function firstTerm(left: ComplexMatrix, offsets: readonly number[], i: number): number {
  let at = i * left.columns;
  const end = at + left.columns;
  while (at < end && left.re[at] === 0 && left.im[at] === 0) at++;
  let m = 0;
  while (m + 2 < offsets.length && i * left.columns + offsets[m + 1] <= at) m++;
  return m & ~1;
}
