import type { ComplexMatrix } from '@vedetta/numerics';
import type { ProjectedClutter } from './projected-clutter.ts';

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
