import type { Deployment, TargetEstimate } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import { echoMatrix, writeSteering } from './echo-model.ts';
import { fillSpan } from './span-directions.ts';
import { liftFrom, type TimeBasis, TimeBasisMemory } from './time-basis.ts';
import { placeColumns } from './unit-columns.ts';

/** Largest order of the eigenproblem of echoes that are told apart one by one. */
const MOST_ECHOES = 1024;

/**
 * Whether a test beside other targets takes all that comes from a target's direction, I_q ⊗ a, for its echoes D_o, instead of telling those of every
 * transmit AP apart. The span is the same, unless fewer signals than times reach the target; taking out too much costs detections and no false alarms.
 *
 * @param targets  the tested one and those beside it
 * @param times  q
 */
export function takesDirections(targets: number, transmitters: number, times: number): boolean {
  return transmitters > times && targets * transmitters > MOST_ECHOES;
}

/** D_o of targets beside a tested one, N τ × any number of columns each, as the receiver bank takes it out. */
export function writtenOutBeside(
  deployment: Deployment,
  receiver: number,
  beside: readonly TargetEstimate[],
  blocks: readonly TransmitBlock[],
): ComplexMatrix[] {
  if (beside.length === 0 || blocks.length === 0) return [];
  const basis = basisOf(deployment, blocks);
  const times = basis.hermitian.rows;
  if (!takesDirections(beside.length + 1, blocks.length, times))
    return beside.map(({ position, angleError }) => echoMatrix(deployment, receiver, position, blocks, angleError));
  const { antennaCount } = deployment.network.accessPoints;
  const steering = createComplexMatrix(antennaCount, 1);
  const span = createComplexMatrix(times * antennaCount, times);
  return beside.map(({ position, angleError }) => {
    writeSteering(deployment, receiver, position, angleError, steering);
    fillSpan(steering, span, 0);
    const out = createComplexMatrix(basis.sampleCount * antennaCount, times);
    liftFrom(basis, span, out);
    return out;
  });
}

function basisOf({ network }: Deployment, blocks: readonly TransmitBlock[]): TimeBasis {
  const { antennaCount } = network.accessPoints;
  const { sensingSamples } = network.block;
  const signals = createComplexMatrix(sensingSamples, blocks.length * antennaCount);
  for (const [i, { samples }] of blocks.entries()) placeColumns(samples, signals, i * antennaCount);
  return new TimeBasisMemory(sensingSamples, signals.columns).basisOf(signals);
}
