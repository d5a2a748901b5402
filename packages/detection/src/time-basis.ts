import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';

/** A column whose part outside the basis is below this share of its norm adds no direction. */
const DROP = 1e-13;

/** Columns that are projected at once. */
const BLOCK = 8;

/**
 * Growing orthonormal basis Q (τ × q) of time profiles, kept as Qᴴ: row j, contiguous, is conj(q_j).
 * Once q = τ it spans everything and stands for the identity: projecting is then a copy.
 */
export interface TimeBasis {
  readonly sampleCount: number;
  /** q. */
  size: number;
  /** Qᴴ, room for τ rows of τ. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** τ × width blocks being orthogonalised, by width. */
  readonly blocks: ComplexMatrix[];
  /** Their coefficients, room for τ × BLOCK. */
  readonly coefficients: ComplexMatrix;
  readonly norms: Float64Array;
  /** One column of the block. */
  readonly columnRe: Float64Array;
  readonly columnIm: Float64Array;
}

export function createTimeBasis(sampleCount: number): TimeBasis {
  return {
    sampleCount,
    size: 0,
    re: new Float64Array(sampleCount * sampleCount),
    im: new Float64Array(sampleCount * sampleCount),
    blocks: Array.from({ length: BLOCK + 1 }, (_, width) => createComplexMatrix(sampleCount, width)),
    coefficients: createComplexMatrix(sampleCount, BLOCK),
    norms: new Float64Array(BLOCK),
    columnRe: new Float64Array(sampleCount),
    columnIm: new Float64Array(sampleCount),
  };
}

/**
 * Extends Q by the columns of a matrix, in ascending order, by Gram–Schmidt: blocks of columns are projected twice against what is
 * there, then the columns of a block against each other. A column whose rest is below 1e-13 of its norm is dropped.
 *
 * @param profiles  τ × any number of columns; zero columns add nothing. Not modified.
 * @remarks O(q τ) a column.
 */
export function extendTimeBasis(basis: TimeBasis, profiles: ComplexMatrix): void {
  for (let from = 0; from < profiles.columns && basis.size < basis.sampleCount; from += BLOCK) {
    const block = basis.blocks[Math.min(BLOCK, profiles.columns - from)];
    takeBlock(basis, profiles, from, block);
    const old = basis.size;
    if (old > 0) {
      projectOut(basis, block);
      projectOut(basis, block);
    }
    for (let c = 0; c < block.columns && basis.size < basis.sampleCount; c++) appendColumn(basis, block, c, old);
  }
}

/** Copies columns, each divided by its largest part so that no square over- or underflows, and takes their norms. */
function takeBlock(basis: TimeBasis, profiles: ComplexMatrix, from: number, block: ComplexMatrix): void {
  const { columns } = profiles;
  for (let c = 0; c < block.columns; c++) {
    let largest = 0;
    for (let at = from + c; at < profiles.re.length; at += columns)
      largest = Math.max(largest, Math.abs(profiles.re[at]), Math.abs(profiles.im[at]));
    const scale = largest > 0 ? largest : 1;
    let power = 0;
    for (let t = 0, at = from + c, put = c; t < basis.sampleCount; t++, at += columns, put += block.columns) {
      const x = profiles.re[at] / scale;
      const y = profiles.im[at] / scale;
      block.re[put] = x;
      block.im[put] = y;
      power += x * x + y * y;
    }
    basis.norms[c] = Math.sqrt(power);
  }
}

/** Block ← (I − QQᴴ) block. */
function projectOut(basis: TimeBasis, block: ComplexMatrix): void {
  const hermitian = basisMatrix(basis);
  const length = basis.size * block.columns;
  const coefficients = {
    rows: basis.size,
    columns: block.columns,
    re: basis.coefficients.re.subarray(0, length),
    im: basis.coefficients.im.subarray(0, length),
  };
  gemm('NN', hermitian, block, coefficients);
  gemm('HN', hermitian, coefficients, block, -1, 1);
}

/** Takes what the block's earlier columns (vectors from `old` on) leave of one column, unless that is nothing. */
function appendColumn(basis: TimeBasis, block: ComplexMatrix, c: number, old: number): void {
  const { sampleCount, columnRe, columnIm, norms } = basis;
  for (let t = 0, at = c; t < sampleCount; t++, at += block.columns) {
    columnRe[t] = block.re[at];
    columnIm[t] = block.im[at];
  }
  const least = DROP * norms[c];
  let before = columnNorm(basis);
  let after = before;
  for (let pass = 0; pass < 3 && after > least; pass++) {
    // What cancels inside the block brings back a part of the older vectors: from the second pass on against all.
    removeSpan(basis, pass === 0 ? old : 0);
    after = columnNorm(basis);
    if (after >= 0.5 * before) break;
    before = after;
  }
  if (!(after > least)) return;
  const row = basis.size * sampleCount;
  for (let t = 0; t < sampleCount; t++) {
    basis.re[row + t] = columnRe[t] / after;
    basis.im[row + t] = -columnIm[t] / after;
  }
  basis.size++;
}

export function isComplete(basis: TimeBasis): boolean {
  return basis.size === basis.sampleCount;
}

/** Qᴴ as a matrix (q × τ) that shares the basis' memory. */
export function basisMatrix(basis: TimeBasis): ComplexMatrix {
  const length = basis.size * basis.sampleCount;
  return {
    rows: basis.size,
    columns: basis.sampleCount,
    re: basis.re.subarray(0, length),
    im: basis.im.subarray(0, length),
  };
}

/** out ← Qᴴ X, X τ × c, out q × c. A time-major stack (Nτ × c) is projected as the τ × Nc matrix it is in memory. */
export function projectOnto(basis: TimeBasis, hermitian: ComplexMatrix, x: ComplexMatrix, out: ComplexMatrix): void {
  if (isComplete(basis)) {
    out.re.set(x.re);
    out.im.set(x.im);
  } else gemm('NN', hermitian, x, out);
}

/** out ← Q X, X q × c, out τ × c: from the projected space back to samples. */
export function liftFrom(basis: TimeBasis, hermitian: ComplexMatrix, x: ComplexMatrix, out: ComplexMatrix): void {
  if (isComplete(basis)) {
    out.re.set(x.re);
    out.im.set(x.im);
  } else gemm('HN', hermitian, x, out);
}

function columnNorm(basis: TimeBasis): number {
  let sum = 0;
  for (let t = 0; t < basis.sampleCount; t++) sum += basis.columnRe[t] ** 2 + basis.columnIm[t] ** 2;
  return Math.sqrt(sum);
}

/** Column ← column without its parts along the vectors from `first` on, one after the other. */
function removeSpan(basis: TimeBasis, first: number): void {
  const { sampleCount, size, re, im, columnRe, columnIm } = basis;
  for (let j = first; j < size; j++) {
    const row = j * sampleCount;
    let cr = 0;
    let ci = 0;
    for (let t = 0; t < sampleCount; t++) {
      cr += re[row + t] * columnRe[t] - im[row + t] * columnIm[t];
      ci += re[row + t] * columnIm[t] + im[row + t] * columnRe[t];
    }
    for (let t = 0; t < sampleCount; t++) {
      columnRe[t] -= re[row + t] * cr + im[row + t] * ci;
      columnIm[t] -= re[row + t] * ci - im[row + t] * cr;
    }
  }
}
