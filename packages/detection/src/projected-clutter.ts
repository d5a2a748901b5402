import { type ComplexMatrix, createComplexMatrix, type KroneckerSum, staircaseGemm } from '@vedetta/numerics';
import { viewAs } from './matrix-view.ts';

/**
 * Structured covariance in the projected space, in units of the noise variance:
 *
 *   Ψ₁/σ² = Σ_m w_m (S̃_m R_tx,mᵀ S̃_mᴴ) ⊗ R_rx,m + I ⊗ W + diag(d) + I      (q N × q N), S̃ = Qᴴ S, w = p/σ²
 *
 * The terms lie side by side: term m takes the columns `offset[m] … offset[m + 1]`.
 */
export interface ProjectedClutter {
  readonly antennaCount: number;
  readonly offsets: readonly number[];
  /** Per row of S̃ the column of the first term that reaches down to it, not decreasing. */
  readonly starts: Int32Array;
  /** S̃, q × (all transmit antennas). */
  readonly signal: ComplexMatrix;
  /** w S̃ R_txᵀ, q × (all transmit antennas). */
  readonly mixed: ComplexMatrix;
  /** R_rx per term, N × N. */
  readonly receive: readonly ComplexMatrix[];
  /** W = R_u/σ², N × N; none when left out. */
  readonly white?: ComplexMatrix | null;
  /** d, variances of the rounding of samples over σ², where q = τ; none when left out. */
  readonly rounding?: Float64Array | null;
}

/** `starts` of projected signals. */
export function staircaseOf({ rows, columns, re, im }: ComplexMatrix, offsets: readonly number[]): Int32Array {
  const starts = new Int32Array(rows);
  let least = columns;
  for (let i = rows - 1; i >= 0; i--) {
    let c = 0;
    while (c < least && re[i * columns + c] === 0 && im[i * columns + c] === 0) c++;
    least = Math.min(least, c);
    let m = 0;
    while (m + 1 < offsets.length && offsets[m + 1] <= least) m++;
    starts[i] = offsets[m];
  }
  return starts;
}

/** Ψ₁/σ² as numerics assembles it. */
export function covarianceSum({ mixed, signal, offsets, receive, rounding }: ProjectedClutter): KroneckerSum {
  return { left: mixed, right: signal, offsets, small: receive, diagonal: rounding ?? null };
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
  const { re: xr, im: xi } = signal;
  for (let i = 0; i < signal.rows; i++) {
    const row = i * signal.columns + offset;
    const end = isZero(signal, row, width) ? 0 : width;
    for (let a = 0; a < width; a++) {
      let sr = 0;
      let si = 0;
      for (let b = 0, at = row, of = a * width; b < end; b++, at++, of++) {
        sr += xr[at] * rr[of] - xi[at] * ri[of];
        si += xr[at] * ri[of] + xi[at] * rr[of];
      }
      mixed.re[row + a] = weight * sr;
      mixed.im[row + a] = weight * si;
    }
  }
}

/** Below the staircase of a projected signal there is nothing. */
function isZero({ re, im }: ComplexMatrix, from: number, width: number): boolean {
  for (let at = from; at < from + width; at++) if (re[at] !== 0 || im[at] !== 0) return false;
  return true;
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
  if (clutter.rounding) subtractDiagonal(clutter.rounding, x, out);
  if (clutter.white) subtractWhite(clutter.white, x, out);
  if (clutter.receive.length === 0) return;
  const { antennaCount, offsets, starts, signal, mixed, receive } = clutter;
  const width = antennaCount * x.columns;
  staircaseGemm('HN', signal, starts, viewAs(x, signal.rows, width), scratch.inner);
  for (let m = 0; m < receive.length; m++)
    for (let row = offsets[m]; row < offsets[m + 1]; row++)
      turnAntennas(receive[m], scratch.inner, scratch.turned, row, x.columns);
  staircaseGemm('NN', mixed, starts, scratch.turned, viewAs(out, signal.rows, width), -1, 1);
}

/** out ← out − diag(d) X. */
function subtractDiagonal(d: Float64Array, x: ComplexMatrix, out: ComplexMatrix): void {
  for (let i = 0, at = 0; i < d.length; i++)
    for (let c = 0; c < x.columns; c++, at++) {
      out.re[at] -= d[i] * x.re[at];
      out.im[at] -= d[i] * x.im[at];
    }
}

/** out ← out − (I ⊗ W) X. */
function subtractWhite(white: ComplexMatrix, x: ComplexMatrix, out: ComplexMatrix): void {
  const n = white.rows;
  const columns = x.columns;
  for (let first = 0; first < x.rows; first += n)
    for (let a = 0; a < n; a++)
      for (let c = 0, put = (first + a) * columns; c < columns; c++, put++) {
        let re = 0;
        let im = 0;
        for (let b = 0, at = first * columns + c, of = a * n; b < n; b++, at += columns, of++) {
          re += white.re[of] * x.re[at] - white.im[of] * x.im[at];
          im += white.re[of] * x.im[at] + white.im[of] * x.re[at];
        }
        out.re[put] -= re;
        out.im[put] -= im;
      }
}

/** to ← R from for the antennas of one row, two at a time; an odd last one is done as a pair of itself. */
function turnAntennas(r: ComplexMatrix, from: ComplexMatrix, to: ComplexMatrix, row: number, columns: number): void {
  const n = r.rows;
  const { re: fr, im: fi } = from;
  const { re: rr, im: ri } = r;
  const start = row * from.columns;
  for (let a = 0; a < n; a += 2) {
    const a1 = a + 1 < n ? a + 1 : a;
    const put = row * to.columns;
    for (let c = 0; c < columns; c++) {
      let s0 = 0;
      let t0 = 0;
      let s1 = 0;
      let t1 = 0;
      for (let b = 0, at = start + c; b < n; b++, at += columns) {
        const xr = fr[at];
        const xi = fi[at];
        const yr = rr[a * n + b];
        const yi = ri[a * n + b];
        const zr = rr[a1 * n + b];
        const zi = ri[a1 * n + b];
        s0 += yr * xr - yi * xi;
        t0 += yr * xi + yi * xr;
        s1 += zr * xr - zi * xi;
        t1 += zr * xi + zi * xr;
      }
      to.re[put + a * columns + c] = s0;
      to.im[put + a * columns + c] = t0;
      to.re[put + a1 * columns + c] = s1;
      to.im[put + a1 * columns + c] = t1;
    }
  }
}
