import type { Deployment } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { Direction, TransmitBlock } from '@vedetta/signal';
import type { BankMemory } from './bank-memory.ts';
import { writeEchoProfile, writeSteering } from './echo-model.ts';
import { fillSpan } from './span-directions.ts';

/** The echoes of a scatterer at one position, at one receiver. */
export interface Echoes {
  readonly deployment: Deployment;
  readonly memory: BankMemory;
  readonly blocks: readonly TransmitBlock[];
  /** Which of the blocks echo, indexes into them: a column of D each. */
  readonly chosen: readonly number[];
  readonly position: Point;
  /** ε of an estimate (12): D̂ instead of D. */
  readonly angleError?: Direction | undefined;
  readonly receiver: number;
  /** Each at unit norm, or scaled by √β/σ: the echo of unit reflectivity. */
  readonly scale: 'unit' | 'reflectivity';
}

/**
 * Columns of D₁ = G₁ ⊗ a_m(p), projected through S̃ alone: q N T products.
 *
 * @param out  q N × at least first + T; T columns from `first` on are overwritten.
 */
export function fillEchoColumns(echoes: Echoes, out: ComplexMatrix, first = 0): void {
  const { deployment, memory, position, angleError, receiver } = echoes;
  const profiles = fillProfiles(echoes);
  const { steering } = memory;
  const count = profiles.columns;
  const antennas = steering.rows;
  writeSteering(deployment, receiver, position, angleError, steering);
  for (let t = 0; t < profiles.rows; t++)
    for (let n = 0; n < antennas; n++) {
      const ar = steering.re[n];
      const ai = steering.im[n];
      for (let c = 0, from = t * count, to = (t * antennas + n) * out.columns + first; c < count; c++, from++, to++) {
        out.re[to] = profiles.re[from] * ar - profiles.im[from] * ai;
        out.im[to] = profiles.re[from] * ai + profiles.im[from] * ar;
      }
    }
}

/**
 * Where there are more echoes than times: the q columns I ⊗ a_m(p), which span all of D₁. Its profiles stay in the memory.
 *
 * @param out  q N × at least first + q; q columns from `first` on are overwritten.
 */
export function fillEchoSpan(echoes: Echoes, out: ComplexMatrix): void {
  fillProfiles(echoes);
  fillDirection(echoes, out, 0);
}

/** All that can come from one direction: the columns I ⊗ a_m(p), whatever is sent there. */
export function fillDirection(
  { deployment, memory, position, angleError, receiver }: Omit<Echoes, 'chosen' | 'scale'>,
  out: ComplexMatrix,
  first: number,
): void {
  writeSteering(deployment, receiver, position, angleError, memory.steering);
  fillSpan(memory.steering, out, first);
}

/** G₁, q × T; 0 for a null of the beams. */
function fillProfiles(echoes: Echoes): ComplexMatrix {
  const { deployment, memory, blocks, chosen, position, angleError, receiver, scale } = echoes;
  const { steering } = memory;
  const { signal, offsets } = memory.signalsOf(blocks);
  const count = chosen.length;
  const profiles = memory.profiles(count);
  const unit = 1 / Math.sqrt(steering.rows);
  for (let c = 0; c < count; c++) {
    const transmit = blocks[chosen[c]].accessPoint;
    writeSteering(deployment, transmit, position, angleError, steering);
    const norm = writeEchoProfile(signal, offsets[chosen[c]], steering, profiles, c);
    const gain = () => Math.sqrt(deployment.echoGain(position, transmit, receiver) / deployment.noiseVariance);
    const factor = scale === 'reflectivity' ? gain() : norm === 0 ? 0 : unit / norm;
    for (let t = 0, at = c; t < profiles.rows; t++, at += count) {
      profiles.re[at] *= factor;
      profiles.im[at] *= factor;
    }
  }
  return profiles;
}
