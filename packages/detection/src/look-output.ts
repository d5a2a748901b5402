import type { Deployment } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import type { BankMemory } from './bank-memory.ts';
import { exactDesign } from './clutter-design.ts';
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
}

/** WᴴΨW/σ², Ψ the true clutter and noise. */
export function disturbanceOutput({ deployment, memory, look, blocks, weights }: LookOutput): ComplexMatrix {
  const ids = blocks.map(({ accessPoint }) => accessPoint);
  const isExact = look.design !== null && look.blocks === blocks && look.partition.interpolated.length === 0;
  const truth = isExact && look.design ? look.design : exactDesign(deployment, look.receiver, ids);
  return squareFromTall(weights, memory.clutterOutput(truth, blocks, weights));
}

/** output += WᴴD R DᴴW/σ² of a scatterer at its true position, which echoes all blocks. */
export function addScatterer(
  { deployment, memory, look, blocks, weights }: LookOutput,
  { position, rcsCovariance }: PointEcho,
  output: ComplexMatrix,
): void {
  const { receiver } = look;
  const chosen = blocks.map((_, i) => i);
  const echo = memory.echoColumns(blocks.length);
  fillEchoColumns({ deployment, memory, blocks, receiver, chosen, position, scale: 'reflectivity' }, echo);
  addEchoPower(output, weights, echo, rcsCovariance);
}
