import type { Deployment } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import type { BankMemory } from './bank-memory.ts';
import { type ClutterDesign, exactDesign } from './clutter-design.ts';
import { fillEchoColumns } from './echo-columns.ts';
import { addEchoPower, squareFromTall } from './output-covariance.ts';
import type { PointEcho } from './receiver-bank-types.ts';
import type { ReceiverLook } from './receiver-look.ts';

/** What a designed receiver puts out under the truth, whatever it believes. */
export interface LookOutput {
  readonly deployment: Deployment;
  readonly memory: BankMemory;
  readonly look: ReceiverLook;
  /** Of all APs on air with power. */
  readonly blocks: readonly TransmitBlock[];
  /** W in the projected space, q N × rank, for unit noise. */
  readonly weights: ComplexMatrix;
  /** What the rounding of samples adds to each, W; null where they are not rounded. */
  readonly rounding: Float64Array | null;
}

/** Whether Ψ̂ is the true Ψ. */
export function knowsAll(
  look: ReceiverLook,
  blocks: readonly TransmitBlock[],
): look is ReceiverLook & { readonly design: ClutterDesign } {
  return look.design !== null && look.blocks === blocks && look.partition.interpolated.length === 0;
}

/** WᴴΨW/σ², Ψ the true clutter and noise, and the rounding. */
export function disturbanceOutput({ deployment, memory, look, blocks, weights, rounding }: LookOutput): ComplexMatrix {
  const ids = blocks.map(({ accessPoint }) => accessPoint);
  const truth = knowsAll(look, blocks) ? look.design : exactDesign(deployment, look.receiver, ids);
  return squareFromTall(weights, memory.clutterOutput(truth, blocks, rounding, weights));
}

/** output += WᴴD R DᴴW/σ² of a scatterer at its true position, which echoes all blocks. */
export function addScatterer(out: LookOutput, { position, rcsCovariance }: PointEcho, output: ComplexMatrix): void {
  addEchoPower(output, out.weights, echoOf(out, position), rcsCovariance);
}

/** WᴴD/σ of a scatterer, rank × T. */
export function responseTo(out: LookOutput, position: Point): ComplexMatrix {
  return squareFromTall(out.weights, echoOf(out, position));
}

/** D of a scatterer over all blocks; memory of the bank. */
function echoOf({ deployment, memory, look, blocks }: LookOutput, position: Point): ComplexMatrix {
  const { receiver } = look;
  const chosen = blocks.map((_, i) => i);
  const echo = memory.echoColumns(blocks.length);
  fillEchoColumns({ deployment, memory, blocks, receiver, chosen, position, scale: 'reflectivity' }, echo);
  return echo;
}
