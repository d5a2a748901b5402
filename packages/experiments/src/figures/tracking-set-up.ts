import { degToRad, rcsCovariance } from '@vedetta/channel';
import {
  type AccessPointPower,
  deployTracking,
  type OnAirSlot,
  planTracking,
  type SlotPlan,
  type TrackingDeployment,
} from '@vedetta/deployment';
import type { PointEcho } from '@vedetta/detection';
import { drawKey, fillUniform } from '@vedetta/numerics';
import { allocatePower } from '@vedetta/power';
import type { Network, Point, Scenario } from '@vedetta/scenario';
import { drawAngleError } from '@vedetta/signal';
import { deriveSeed } from '../machinery/derive-seed.ts';
import { asAllocated, type PowerChange, placesWithPower } from './look.ts';

/** One of the paper's random placements while targets are followed: everything but the realisations. */
export interface TrackingSetUp {
  readonly deployment: TrackingDeployment;
  /** Of the draws of its realisations. */
  readonly seed: number;
  /** The targets at their true places. */
  readonly plan: SlotPlan;
  readonly power: readonly AccessPointPower[];
  /** Of each target with σ_α² = 1, over the transmit APs with power. */
  readonly echoes: readonly PointEcho[];
  /** A realisation is a slot: besides channels and symbols, the angle errors (12) of all targets are drawn under its number. */
  onAir(realisation: number): OnAirSlot;
}

/**
 * Puts up set-up number `unit` while targets are followed: access points and users stand where `makeSetUp` puts them, the targets uniformly in the
 * area and its heights, near one another as it happens. Roles follow the targets.
 *
 * @param changePower  of what the scenario's policy gives.
 */
export function makeTrackingSetUp(
  { network, world }: Scenario,
  unit: number,
  seed: number,
  changePower: PowerChange = asAllocated,
): TrackingSetUp {
  const layoutSeed = deriveSeed(seed, 'set-up', unit);
  const places = world.targets.map((_, l) => placeTarget(network, layoutSeed, l, world.targetHeightRangeMetres));
  const deployment = deployTracking(
    { ...network, layoutSeed },
    places.map((position) => ({ position })),
  );
  const { transmitAccessPoints } = deployment;
  const plan = planTracking(deployment, 0);
  const power = changePower(allocatePower(deployment, plan, transmitAccessPoints), deployment, plan);
  const sending = placesWithPower(deployment, power);
  const angle = degToRad(world.rcsCorrelationDeg);
  const ownSeed = deriveSeed(seed, 'realisations', unit);
  const errors = drawKey(ownSeed, 'figures/angle-error');
  return {
    deployment,
    seed: ownSeed,
    plan,
    power,
    echoes: places.map((position) => ({ position, rcsCovariance: rcsCovariance(position, sending, 1, angle) })),
    onAir: (realisation) => ({
      plan: {
        slot: realisation,
        inspections: plan.inspections.map((inspection) => ({
          ...inspection,
          angleError: drawAngleError(errors, realisation, inspection.region),
        })),
      },
      onAir: transmitAccessPoints,
      power,
    }),
  };
}

function placeTarget(network: Network, layoutSeed: number, target: number, heights: readonly [number, number]): Point {
  const uniform = new Float64Array(3);
  fillUniform(drawKey(layoutSeed, 'figures/target-places'), target, 0, 0, uniform);
  const [low, high] = heights;
  const side = network.areaSideMetres;
  return [side * uniform[0], side * uniform[1], low + (high - low) * uniform[2]];
}
