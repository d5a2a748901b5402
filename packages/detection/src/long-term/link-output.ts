import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, gemm } from '@vedetta/numerics';
import { viewAs } from '../matrix-view.ts';

/** p/σ², R_tx and R_rx of the clutter of one transmit AP. */
export interface LinkShape {
  readonly power: number;
  readonly transmitCorrelation: ComplexMatrix;
  readonly receiveCorrelation: ComplexMatrix;
}

/** As it is at a receiver, in units of the noise. */
export function linkShape(deployment: Deployment, receiver: number, accessPoint: number): LinkShape {
  const { power, transmitCorrelation, receiveCorrelation } = deployment.clutterLink(receiver, accessPoint);
  return { power: power / deployment.noiseVariance, transmitCorrelation, receiveCorrelation };
}

/**
 * output ← output + Σ_m p_m Z_mᴴ(R_txᵀ ⊗ R_rx)Z_m, Z_m = (S_mᴴ ⊗ I)W: what the clutter of transmit APs adds to WᴴΨW.
 *
 * @param z  N rows per transmit AP, one per transmit antenna: N × r numbers, receive antennas outermost. Not modified.
 * @param turned  as large as z, overwritten by p (R_txᵀ ⊗ R_rx)Z.
 */
export function addLinkOutputs(
  output: ComplexMatrix,
  links: readonly LinkShape[],
  z: ComplexMatrix,
  turned: ComplexMatrix,
): void {
  const r = output.columns;
  const width = z.columns;
  const mr = new Float64Array(width);
  const mi = new Float64Array(width);
  let row = 0;
  for (let m = 0; m < links.length; m++) {
    const { transmitCorrelation, receiveCorrelation: rx, power } = links[m];
    const n = rx.rows;
    for (let a = 0; a < n; a++, row++) {
      mixRows(transmitCorrelation, a, power, z, row - a, mr, mi);
      turnRow(rx, mr, mi, turned, row * width, r);
    }
  }
  const rows = (z.rows * width) / r;
  gemm('HN', viewAs(z, rows, r), viewAs(turned, rows, r), output, 1, 1);
}

/** m ← p Σ_b R_tx[b, a] z_b over the rows of one AP. */
function mixRows(
  tx: ComplexMatrix,
  a: number,
  power: number,
  z: ComplexMatrix,
  first: number,
  mr: Float64Array,
  mi: Float64Array,
): void {
  const n = tx.rows;
  const width = z.columns;
  const { re: zr, im: zi } = z;
  mr.fill(0);
  mi.fill(0);
  for (let b = 0, at = first * width; b < n; b++) {
    const cr = power * tx.re[b * n + a];
    const ci = power * tx.im[b * n + a];
    for (let e = 0; e < width; e++, at++) {
      mr[e] += cr * zr[at] - ci * zi[at];
      mi[e] += cr * zi[at] + ci * zr[at];
    }
  }
}

/** to ← R m, N × r, from a place on. */
export function turnRow(
  { rows: n, re: rr, im: ri }: ComplexMatrix,
  mr: Float64Array,
  mi: Float64Array,
  { re: tr, im: ti }: { readonly re: Float64Array; readonly im: Float64Array },
  first: number,
  r: number,
): void {
  for (let b = 0, put = first; b < n; b++)
    for (let c = 0; c < r; c++, put++) {
      let re = 0;
      let im = 0;
      for (let k = 0, at = c, of = b * n; k < n; k++, at += r, of++) {
        re += rr[of] * mr[at] - ri[of] * mi[at];
        im += rr[of] * mi[at] + ri[of] * mr[at];
      }
      tr[put] = re;
      ti[put] = im;
    }
}
