import type { Deployment } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import type { BankMemory, ProjectedSignals } from './bank-memory.ts';
import { writeEchoProfile, writeSteering } from './echo-model.ts';

/**
 * Columns of D₁ = G₁ ⊗ a_m(p), projected through S̃ alone: q N T products; each at unit norm, or scaled by √β/σ: the echo of
 * unit reflectivity.
 */
export function fillEchoColumns(
  deployment: Deployment,
  memory: BankMemory,
  { signal, offsets }: ProjectedSignals,
  blocks: readonly TransmitBlock[],
  out: ComplexMatrix,
  chosen: readonly number[],
  position: Point,
  receiver: number,
  unit: boolean,
): void {
  const { steering } = memory;
  const count = chosen.length;
  const profiles = memory.profiles(count);
  const antennas = steering.rows;
  for (let c = 0; c < count; c++) {
    const transmit = blocks[chosen[c]].accessPoint;
    writeSteering(deployment, transmit, position, steering);
    const norm = writeEchoProfile(signal, offsets[chosen[c]], steering, profiles, c);
    const scale = unit
      ? norm === 0
        ? 0
        : 1 / (norm * Math.sqrt(antennas))
      : Math.sqrt(deployment.echoGain(position, transmit, receiver) / deployment.noiseVariance);
    for (let t = 0, at = c; t < profiles.rows; t++, at += count) {
      profiles.re[at] *= scale;
      profiles.im[at] *= scale;
    }
  }
  writeSteering(deployment, receiver, position, steering);
  for (let t = 0; t < profiles.rows; t++)
    for (let n = 0; n < antennas; n++) {
      const ar = steering.re[n];
      const ai = steering.im[n];
      for (let c = 0, from = t * count, to = (t * antennas + n) * out.columns; c < count; c++, from++, to++) {
        out.re[to] = profiles.re[from] * ar - profiles.im[from] * ai;
        out.im[to] = profiles.re[from] * ai + profiles.im[from] * ar;
      }
    }
}
