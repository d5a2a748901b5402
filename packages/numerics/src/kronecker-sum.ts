import type { ComplexMatrix } from './complex-matrix.ts';
import { requireSquare, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import { scalarKroneckerSum } from './scalar/kronecker.ts';
import { BYTES, type KernelMemory, lines, SIMD_LIMIT, sharedMemory } from './simd/kernels.ts';
import { STRIP } from './simd/kronecker-code.ts';

/** Σ_m (B_m C_mᴴ) ⊗ R_m, with B_m C_mᴴ (q × q) and R_m (n × n) Hermitian. */
export interface KroneckerSum {
  /** B_m side by side, q × all columns: term m takes the columns offsets[m] … offsets[m + 1]. */
  readonly left: ComplexMatrix;
  /** C_m side by side, as B_m. */
  readonly right: ComplexMatrix;
  /** One more than there are terms. */
  readonly offsets: readonly number[];
  /** R_m; the lower triangle is read. */
  readonly small: readonly ComplexMatrix[];
}

/**
 * Lower triangle of I + Σ_m (B_m C_mᴴ) ⊗ R_m.
 *
 * @param out  q n × q n; nothing is promised about its strict upper triangle.
 * @throws {ShapeError} if sizes disagree.
 * @remarks Each entry is one sum over the terms in ascending order; leading terms whose row of B is zero are skipped.
 *          q² T (2 n² + 4 width) real flops, T terms.
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
export function checkSum({ left, right, offsets, small }: KroneckerSum): number {
  if (left.rows !== right.rows || left.columns !== right.columns || offsets.length !== small.length + 1)
    throw new ShapeError('kroneckerSum', `B is ${shape(left)}, C is ${shape(right)}, ${small.length} terms`);
  const antennas = small[0]?.rows ?? 1;
  for (const r of small) {
    requireSquare('kroneckerSum', r);
    if (r.rows !== antennas) throw new ShapeError('kroneckerSum', `R is ${shape(r)} and ${shape(small[0])}`);
  }
  return left.rows * antennas;
}

/** Leaves the sum at 0 (real parts) and `lines(size²)` (imaginary parts) of a memory and returns all of it. */
export function sumInMemory(memory: KernelMemory, sum: KroneckerSum, size: number): Float64Array {
  const { left, right, offsets, small } = sum;
  const n = small[0]?.rows ?? 1;
  const q = left.rows;
  const terms = small.length + (small.length & 1);
  let width = 0;
  for (let m = 0; m < small.length; m++) width = Math.max(width, offsets[m + 1] - offsets[m]);
  const perTerm = Math.ceil((n * n) / STRIP) * STRIP;
  const packed = lines(q * width * terms);
  const outIm = lines(size * size);
  const leftRe = 2 * outIm;
  const rightRe = leftRe + 2 * packed;
  const coefficients = rightRe + 2 * packed;
  const time = coefficients + lines(terms * perTerm);
  const sums = time + 2 * lines(terms);
  const reals = memory.reserve(sums + 2 * perTerm);
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
  for (let d = 0; d < size; d++) reals[d * size + d] += 1;
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

/** [row][column of a term][term], zero where there is none. */
function pack(
  from: ComplexMatrix,
  offsets: readonly number[],
  width: number,
  terms: number,
  reals: Float64Array,
  re: number,
  im: number,
): void {
  const { rows, columns } = from;
  for (let m = 0; m < terms; m++) {
    const offset = m + 1 < offsets.length ? offsets[m] : 0;
    const count = m + 1 < offsets.length ? offsets[m + 1] - offset : 0;
    for (let i = 0; i < rows; i++) {
      let put = i * width * terms + m;
      for (let c = 0; c < width; c++, put += terms) {
        const at = i * columns + offset + c;
        reals[re + put] = c < count ? from.re[at] : 0;
        reals[im + put] = c < count ? from.im[at] : 0;
      }
    }
  }
}

/** The n² reals of each R_m: Re R[a][b] at [a][b] on and below the diagonal, Im R[b][a] above it. */
function packSmall(
  small: readonly ComplexMatrix[],
  reals: Float64Array,
  to: number,
  perTerm: number,
  terms: number,
): void {
  reals.fill(0, to, to + terms * perTerm);
  for (let m = 0; m < small.length; m++) {
    const { rows: n, re, im } = small[m];
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) reals[to + m * perTerm + a * n + b] = b <= a ? re[a * n + b] : im[b * n + a];
  }
}
