import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, fillComplexNormal } from '@vedetta/numerics';
import type { Point, World } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { createClutterSide } from './clutter.ts';
import type { AirKeys } from './draw-keys.ts';
import { addEcho } from './echo.ts';
import { echoingTargets } from './echoing-targets.ts';
import { AirError } from './errors.ts';
import { createScenes, generateReflectivities } from './scene.ts';

/** A target as one receive AP met it in one slot. */
export interface ReceivedTarget {
  readonly id: number;
  readonly position: Point;
  /** α, T × 1; row i belongs to `deployment.transmitAccessPoints[i]`, on air or not. */
  readonly rcs: ComplexMatrix;
}

/** What a receive AP's antennas got, apart; each N τ_s × 1, time-major, √W. y = (echo + clutter) + noise, bit for bit. */
export interface ReceivedParts {
  readonly echo: ComplexMatrix;
  readonly clutter: ComplexMatrix;
  readonly noise: ComplexMatrix;
  /** The targets that echo in this slot, ascending. */
  readonly targets: readonly ReceivedTarget[];
}

/**
 * Synthesises what receive APs get (25). All memory of the parts is new at each call. Sums run over targets in ascending id and, inside
 * each part, over transmit APs in ascending id, in whatever order the blocks come.
 */
export function createReceiveSide(
  deployment: Deployment,
  world: World,
  keys: AirKeys,
): (onAir: OnAirSlot, blocks: readonly TransmitBlock[], receiver: number) => ReceivedParts {
  const { antennaCount } = deployment.network.accessPoints;
  const { sensingSamples: tau } = deployment.network.block;
  const noiseAmplitude = Math.sqrt(deployment.noiseVariance);
  const transmitCount = deployment.transmitAccessPoints.length;
  const sceneOf = createScenes(deployment, world);
  const addClutter = createClutterSide(deployment, keys);
  const scalar = createComplexMatrix(tau, 1);

  return (onAir, blocks, receiver) => {
    const { plan } = onAir;
    checkReceiver(deployment, receiver);
    const ordered = ascendingBlocks(deployment, blocks);
    const echo = createComplexMatrix(antennaCount * tau, 1);
    const clutter = createComplexMatrix(antennaCount * tau, 1);
    const noise = createComplexMatrix(antennaCount * tau, 1);

    const echoing = echoingTargets(deployment, world, plan, sceneOf(plan.slot));
    const targets = echoing.map((target): ReceivedTarget => {
      const rcs = generateReflectivities(keys, plan.slot, target, receiver, transmitCount);
      addEcho(deployment, target.position, rcs, ordered, receiver, scalar, echo);
      return { id: target.id, position: target.position, rcs };
    });
    addClutter(plan.slot, ordered, receiver, clutter);
    fillComplexNormal(keys.receiverNoise, plan.slot, receiver, 0, noise);
    for (let e = 0; e < noise.re.length; e++) {
      noise.re[e] *= noiseAmplitude;
      noise.im[e] *= noiseAmplitude;
    }
    return { echo, clutter, noise, targets };
  };
}

function checkReceiver(deployment: Deployment, receiver: number): void {
  if (deployment.accessPoints[receiver]?.role !== 'receive') {
    throw new AirError('NOT_A_RECEIVE_ACCESS_POINT', receiver, `AP ${receiver} does not receive`);
  }
}

/** The blocks in ascending AP id, checked. */
function ascendingBlocks(deployment: Deployment, blocks: readonly TransmitBlock[]): readonly TransmitBlock[] {
  const { antennaCount } = deployment.network.accessPoints;
  const { sensingSamples } = deployment.network.block;
  const ordered = blocks.toSorted((a, b) => a.accessPoint - b.accessPoint);
  for (const [i, { accessPoint, samples }] of ordered.entries()) {
    if (deployment.accessPoints[accessPoint]?.role !== 'transmit') {
      throw new AirError('NOT_A_TRANSMIT_ACCESS_POINT', accessPoint, `AP ${accessPoint} does not transmit`);
    }
    if (i > 0 && ordered[i - 1].accessPoint === accessPoint) {
      throw new AirError('DUPLICATE_BLOCK', accessPoint, `AP ${accessPoint} has two blocks in one slot`);
    }
    if (samples.rows !== sensingSamples || samples.columns !== antennaCount) {
      const wanted = `${sensingSamples} × ${antennaCount}`;
      const shape = `${samples.rows} × ${samples.columns}`;
      throw new AirError('BLOCK_SHAPE', accessPoint, `the block of AP ${accessPoint} is ${shape}, not ${wanted}`);
    }
  }
  return ordered;
}
