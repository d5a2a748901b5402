import { degToRad } from '@vedetta/channel';
import { drawKey } from '@vedetta/numerics';
import { drawAngleError } from '@vedetta/signal';
import type { Deployment, SlotPlan, TargetEstimate, TrackingDeployment } from './types.ts';

/** Does this network follow targets, instead of scanning regions? */
export function follows(deployment: Deployment): deployment is TrackingDeployment {
  return deployment.targets !== undefined;
}

/**
 * Where a network believes its targets to be in a slot: as it was deployed, or, where its section states σ_ε, with an angle error (12) of
 * each target that is drawn anew in every slot, by name from the layout seed. What the network believes is public: every process makes the
 * same, and no message carries an error.
 *
 * @returns one estimate for each target, in their order
 */
export function estimatesAt({ network, targets }: TrackingDeployment, slot: number): readonly TargetEstimate[] {
  const { angleErrorDeg } = network.sensing;
  if (angleErrorDeg === 0) return targets;
  const key = drawKey(network.layoutSeed, 'tracking/angle-error');
  const deviation = degToRad(angleErrorDeg);
  return targets.map(({ id, position }) => ({ position, angleError: drawAngleError(key, slot, id, deviation) })); // (12)
}

/** A plan as it came in a message or out of a store, with the angle errors of its slot. */
export function withAngleErrors(deployment: Deployment, plan: SlotPlan): SlotPlan {
  if (!follows(deployment) || deployment.network.sensing.angleErrorDeg === 0) return plan;
  const estimates = estimatesAt(deployment, plan.slot);
  const inspections = plan.inspections.map((inspection) => {
    const angleError = inspection.phase === 'tracking' ? estimates[inspection.region]?.angleError : undefined;
    return angleError ? { ...inspection, angleError } : inspection;
  });
  return { slot: plan.slot, inspections };
}
