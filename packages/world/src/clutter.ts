import { BoundedMemo, type Deployment, linkMemoMebibytes, matrixMemoCapacity } from '@vedetta/deployment';
import {
  type ComplexMatrix,
  createComplexMatrix,
  fillComplexNormal,
  gemm,
  hermitianSquareRoot,
  scaledRoot,
} from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import type { AirKeys } from './draw-keys.ts';

interface ClutterRoots {
  /** √(ςκ²) R_rx^{1/2}; `null` where nothing is scattered. */
  readonly receive: ComplexMatrix | null;
  /** R_tx^{1/2}, Hermitian. */
  readonly transmit: ComplexMatrix;
}

/**
 * The clutter of one receive AP: what the blocks on air scatter between the APs, the line-of-sight part never synthesised since it is
 * known and removed (25).
 *
 *   Ḡ_{m,m'} = R_rx^{1/2} W (R_tx^{1/2})ᴴ,  W white, redrawn each slot        clutter[t] = Σ_{m'} √(ςκ²) Ḡ_{m,m'} s_{m'}[t]
 *
 * so its covariance is Σ ςκ² (S R_txᵀ Sᴴ) ⊗ R_rx, as model.md §3 has it.
 */
export function createClutterSide(
  deployment: Deployment,
  keys: AirKeys,
): (slot: number, blocks: readonly TransmitBlock[], receiver: number, clutter: ComplexMatrix) => void {
  const { antennaCount } = deployment.network.accessPoints;
  const square = (): ComplexMatrix => createComplexMatrix(antennaCount, antennaCount);
  const white = square();
  const half = square();
  const channel = square();
  const count = deployment.accessPoints.length;
  const roots = new BoundedMemo(matrixMemoCapacity(antennaCount, 2, linkMemoMebibytes), (link): ClutterRoots => {
    const { power, receiveCorrelation, transmitCorrelation } = deployment.clutterLink(
      Math.floor(link / count),
      link % count,
    );
    return {
      receive: power > 0 ? scaledRoot(receiveCorrelation, power) : null,
      transmit: hermitianSquareRoot(transmitCorrelation),
    };
  });

  /** @param clutter  N τ × 1, time-major, overwritten */
  return (slot, blocks, receiver, clutter) => {
    clutter.re.fill(0);
    clutter.im.fill(0);
    const rows = { rows: clutter.rows / antennaCount, columns: antennaCount, re: clutter.re, im: clutter.im };
    for (const { accessPoint, samples } of blocks) {
      const link = roots.get(receiver * count + accessPoint);
      if (link.receive === null) continue;
      fillComplexNormal(keys.clutter, slot, accessPoint, receiver, white);
      gemm('NN', link.receive, white, half);
      gemm('NH', half, link.transmit, channel); // √(ςκ²) Ḡ (2)
      gemm('NT', samples, channel, rows, 1, 1); // row t: (Ḡ s[t])ᵀ (25)
    }
  };
}
