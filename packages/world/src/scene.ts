import { dbToLinear, degToRad, rcsCovariance } from '@vedetta/channel';
import { BoundedMemo, type Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, fillComplexNormal } from '@vedetta/numerics';
import type { Point, World } from '@vedetta/scenario';
import type { AirKeys } from './draw-keys.ts';
import { semidefiniteFactor } from './semidefinite-factor.ts';
import { type Target, targetsAt } from './targets-at.ts';

/** Scenes of the slots in flight, and a few more. */
const SCENES_KEPT = 32;

/** A target in a slot, as all receive APs see it. */
export interface SceneTarget extends Target {
  /** L Lᵀ = R, over the transmit APs of the deployment. */
  readonly reflectivityFactor: Float64Array;
}

/**
 * The targets of a slot with the factors of their reflectivity covariances, kept for the slots in flight.
 * A target that rests keeps its factor for good.
 */
export function createScenes(deployment: Deployment, world: World): (slot: number) => readonly SceneTarget[] {
  const variance = dbToLinear(world.rcsVarianceDbsm);
  const angle = degToRad(world.rcsCorrelationDeg);
  const places = deployment.transmitAccessPoints.map((id) => deployment.accessPoints[id].position);
  const resting = new Map<number, Float64Array>();

  function factorAt(position: Point): Float64Array {
    return semidefiniteFactor(rcsCovariance(position, places, variance, angle));
  }

  const scenes = new BoundedMemo(SCENES_KEPT, (slot) =>
    targetsAt(world, deployment.network, slot).map((target): SceneTarget => {
      const rests = target.velocity.every((rate) => rate === 0);
      const reflectivityFactor = (rests ? resting.get(target.id) : undefined) ?? factorAt(target.position);
      if (rests) resting.set(target.id, reflectivityFactor);
      return { ...target, reflectivityFactor };
    }),
  );
  return (slot) => scenes.get(slot);
}

/**
 * Reflectivities α_{l,m} ~ CN(0, R) of one target seen by one receive AP (Swerling I): correlated over the transmit APs, independent
 * over targets, receive APs and slots. Drawn over all transmit APs of the deployment, so that whoever is on air changes no draw.
 *
 * @returns α, T × 1, row i belongs to `deployment.transmitAccessPoints[i]`
 */
export function generateReflectivities(
  keys: AirKeys,
  slot: number,
  target: SceneTarget,
  receiver: number,
  transmitCount: number,
): ComplexMatrix {
  const white = createComplexMatrix(transmitCount, 1);
  fillComplexNormal(keys.reflectivity, slot, target.id, receiver, white);
  const { reflectivityFactor: factor } = target;
  // In place: row i needs the white values 0 … i only.
  for (let i = transmitCount - 1; i >= 0; i--) {
    let re = 0;
    let im = 0;
    for (let k = 0; k <= i; k++) {
      re += factor[i * transmitCount + k] * white.re[k];
      im += factor[i * transmitCount + k] * white.im[k];
    }
    white.re[i] = re;
    white.im[i] = im;
  }
  return white;
}
