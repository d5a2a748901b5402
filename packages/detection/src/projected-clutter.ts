import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import { viewAs } from './matrix-view.ts';

/**
 * Structured covariance in the projected space, in units of the noise variance:
 *
 *   Ψ₁/σ² = Σ_m w_m (S̃_m R_tx,mᵀ S̃_mᴴ) ⊗ R_rx,m + I      (q N × q N), S̃ = Qᴴ S, w = p/σ²
 *
 * The terms lie side by side: term m takes the columns `offset[m] … offset[m + 1]`.
 */
export interface ProjectedClutter {
  readonly antennaCount: number;
  readonly offsets: readonly number[];
  /** S̃, q × (all transmit antennas). */
  readonly signal: ComplexMatrix;
  /** w S̃ R_txᵀ, q × (all transmit antennas). */
  readonly mixed: ComplexMatrix;
  /** R_rx per term, N × N. */
  readonly receive: readonly ComplexMatrix[];
}

/** Fills the columns of one term in `mixed`: w S̃ R_txᵀ. */
export function mixTerm(
  signal: ComplexMatrix,
  mixed: ComplexMatrix,
  offset: number,
  weight: number,
  transmitCorrelation: ComplexMatrix,
): void {
  const width = transmitCorrelation.rows;
  const { re: rr, im: ri } = transmitCorrelation;
  for (let i = 0; i < signal.rows; i++) {
    const row = i * signal.columns + offset;
    for (let a = 0; a < width; a++) {
      let sr = 0;
      let si = 0;
      for (let b = 0; b < width; b++) {
        const xr = signal.re[row + b];
        const xi = signal.im[row + b];
        const yr = rr[a * width + b];
        const yi = ri[a * width + b];
        sr += xr * yr - xi * yi;
        si += xr * yi + xi * yr;
      }
      mixed.re[row + a] = weight * sr;
      mixed.im[row + a] = weight * si;
    }
  }
}

/** Caller-owned memory of `assembleCovariance` for so many terms of N antennas. */
export interface AssemblyScratch {
  /** Entries of R_rx, [a · N + b][term]: one short sum over terms per entry of Ψ₁. */
  readonly packedRe: Float64Array;
  readonly packedIm: Float64Array;
  /** Entry (i, j) of every term's w S̃ R_txᵀ S̃ᴴ. */
  readonly timeRe: Float64Array;
  readonly timeIm: Float64Array;
}

export function createAssemblyScratch(terms: number, antennaCount: number): AssemblyScratch {
  const entries = terms * antennaCount * antennaCount;
  return {
    packedRe: new Float64Array(entries),
    packedIm: new Float64Array(entries),
    timeRe: new Float64Array(terms),
    timeIm: new Float64Array(terms),
  };
}

/**
 * Lower triangle of Ψ₁/σ² (block rows by time, antennas inside). Each entry is one sum over the terms in ascending order.
 *
 * @param out  q N × q N; its lower triangle is overwritten, of the upper one only what lies in diagonal blocks.
 * @remarks O(q² N (1 + N) T / 2) complex products. No allocation.
 */
export function assembleCovariance(clutter: ProjectedClutter, out: ComplexMatrix, scratch: AssemblyScratch): void {
  const { antennaCount, signal, receive } = clutter;
  const { packedRe, packedIm, timeRe, timeIm } = scratch;
  const terms = receive.length;
  const size = out.rows;
  packReceive(receive, scratch);
  for (let i = 0; i < signal.rows; i++) {
    for (let j = 0; j <= i; j++) {
      timeEntries(clutter, i, j, scratch);
      for (let a = 0; a < antennaCount; a++) {
        const row = (i * antennaCount + a) * size + j * antennaCount;
        for (let b = 0; b < antennaCount; b += 2) {
          const e0 = (a * antennaCount + b) * terms;
          const e1 = b + 1 < antennaCount ? e0 + terms : e0;
          let r0 = 0;
          let i0 = 0;
          let r1 = 0;
          let i1 = 0;
          for (let m = 0; m < terms; m++) {
            const x = timeRe[m];
            const y = timeIm[m];
            const u0 = packedRe[e0 + m];
            const v0 = packedIm[e0 + m];
            const u1 = packedRe[e1 + m];
            const v1 = packedIm[e1 + m];
            r0 += x * u0 - y * v0;
            i0 += x * v0 + y * u0;
            r1 += x * u1 - y * v1;
            i1 += x * v1 + y * u1;
          }
          out.re[row + b] = r0;
          out.im[row + b] = i0;
          if (e1 === e0) continue;
          out.re[row + b + 1] = r1;
          out.im[row + b + 1] = i1;
        }
      }
    }
  }
  for (let d = 0; d < size; d++) out.re[d * size + d] += 1;
}

function packReceive(receive: readonly ComplexMatrix[], { packedRe, packedIm }: AssemblyScratch): void {
  const terms = receive.length;
  for (let m = 0; m < terms; m++) {
    const { re, im } = receive[m];
    for (let e = 0; e < re.length; e++) {
      packedRe[e * terms + m] = re[e];
      packedIm[e * terms + m] = im[e];
    }
  }
}

/** Entry (i, j) of w S̃ R_txᵀ S̃ᴴ of every term. */
function timeEntries(clutter: ProjectedClutter, i: number, j: number, { timeRe, timeIm }: AssemblyScratch): void {
  const { offsets, signal, mixed } = clutter;
  const rowI = i * signal.columns;
  const rowJ = j * signal.columns;
  for (let m = 0; m < offsets.length - 1; m++) {
    const to = offsets[m + 1];
    let sr = 0;
    let si = 0;
    for (let c = offsets[m]; c < to; c++) {
      const ar = mixed.re[rowI + c];
      const ai = mixed.im[rowI + c];
      const br = signal.re[rowJ + c];
      const bi = signal.im[rowJ + c];
      sr += ar * br + ai * bi;
      si += ai * br - ar * bi;
    }
    timeRe[m] = sr;
    timeIm[m] = si;
  }
}

/** Caller-owned memory of `subtractCovariance` for c columns. */
export interface ClutterScratch {
  /** (all transmit antennas) × (N c). */
  readonly inner: ComplexMatrix;
  readonly turned: ComplexMatrix;
}

export function createClutterScratch(transmitAntennas: number, width: number): ClutterScratch {
  return { inner: createComplexMatrix(transmitAntennas, width), turned: createComplexMatrix(transmitAntennas, width) };
}

/**
 * out ← out − (Ψ₁/σ²) X without forming the clutter: S̃ᴴ first, then the two correlations, S̃ last, so that rounding stays in the
 * range of the clutter, where Ψ₁⁻¹ damps it (model.md §3).
 *
 * @param x    q N × c. @param out  q N × c.
 */
export function subtractCovariance(
  clutter: ProjectedClutter,
  x: ComplexMatrix,
  out: ComplexMatrix,
  scratch: ClutterScratch,
): void {
  for (let i = 0; i < x.re.length; i++) {
    out.re[i] -= x.re[i];
    out.im[i] -= x.im[i];
  }
  if (clutter.receive.length === 0) return;
  const { antennaCount, offsets, signal, mixed, receive } = clutter;
  const width = antennaCount * x.columns;
  gemm('HN', signal, viewAs(x, signal.rows, width), scratch.inner);
  for (let m = 0; m < receive.length; m++)
    for (let row = offsets[m]; row < offsets[m + 1]; row++)
      turnAntennas(receive[m], scratch.inner, scratch.turned, row, x.columns);
  gemm('NN', mixed, scratch.turned, viewAs(out, signal.rows, width), -1, 1);
}

function turnAntennas(r: ComplexMatrix, from: ComplexMatrix, to: ComplexMatrix, row: number, columns: number): void {
  const n = r.rows;
  for (let a = 0; a < n; a++) {
    for (let c = 0; c < columns; c++) {
      let sr = 0;
      let si = 0;
      for (let b = 0, at = row * from.columns + c; b < n; b++, at += columns) {
        const xr = from.re[at];
        const xi = from.im[at];
        const yr = r.re[a * n + b];
        const yi = r.im[a * n + b];
        sr += yr * xr - yi * xi;
        si += yr * xi + yi * xr;
      }
      to.re[row * to.columns + a * columns + c] = sr;
      to.im[row * to.columns + a * columns + c] = si;
    }
  }
}
