import { type ComplexMatrix, gemm } from '@vedetta/numerics';

/** A column whose part outside the basis is below this share of its norm adds no direction. */
const DROP = 1e-13;

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
  /** One column being orthogonalised. */
  readonly columnRe: Float64Array;
  readonly columnIm: Float64Array;
}

export function createTimeBasis(sampleCount: number): TimeBasis {
  return {
    sampleCount,
    size: 0,
    re: new Float64Array(sampleCount * sampleCount),
    im: new Float64Array(sampleCount * sampleCount),
    columnRe: new Float64Array(sampleCount),
    columnIm: new Float64Array(sampleCount),
  };
}

/**
 * Extends Q by the columns of a matrix, in ascending order, by Gram–Schmidt with reorthogonalisation.
 *
 * @param profiles  τ × any number of columns; zero columns add nothing. Not modified.
 * @remarks O(q τ) a column; a second and third pass only where the first one cancelled. No allocation.
 */
export function extendTimeBasis(basis: TimeBasis, profiles: ComplexMatrix): void {
  const { sampleCount, columnRe, columnIm } = basis;
  for (let c = 0; c < profiles.columns && basis.size < sampleCount; c++) {
    let largest = 0;
    for (let t = 0, at = c; t < sampleCount; t++, at += profiles.columns)
      largest = Math.max(largest, Math.abs(profiles.re[at]), Math.abs(profiles.im[at]));
    if (!(largest > 0)) continue;
    for (let t = 0, at = c; t < sampleCount; t++, at += profiles.columns) {
      columnRe[t] = profiles.re[at] / largest;
      columnIm[t] = profiles.im[at] / largest;
    }
    const norm = columnNorm(basis);
    let before = norm;
    let after = norm;
    for (let pass = 0; pass < 3; pass++) {
      if (basis.size > 0) removeSpan(basis);
      after = columnNorm(basis);
      if (after <= DROP * norm || after >= 0.5 * before) break;
      before = after;
    }
    if (after <= DROP * norm) continue;
    const row = basis.size * sampleCount;
    for (let t = 0; t < sampleCount; t++) {
      basis.re[row + t] = columnRe[t] / after;
      basis.im[row + t] = -columnIm[t] / after;
    }
    basis.size++;
  }
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

function removeSpan(basis: TimeBasis): void {
  const { sampleCount, size, re, im, columnRe, columnIm } = basis;
  for (let j = 0; j < size; j++) {
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
