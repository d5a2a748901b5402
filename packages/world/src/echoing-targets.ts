import { cellAt, type Deployment, type SlotPlan } from '@vedetta/deployment';
import type { World } from '@vedetta/scenario';
import type { Target } from './targets-at.ts';

/**
 * Which targets send echoes in a slot. `all`: every one. `inspected` (the paper's experiments, a(p) of (25)): a target echoes only while
 * it stands inside a range cell that this slot inspects; elsewhere it is invisible.
 *
 * @param targets  of `targetsAt`, ascending id
 * @returns a part of `targets`, ascending id
 */
export function echoingTargets<T extends Target>(
  deployment: Deployment,
  world: World,
  plan: SlotPlan,
  targets: readonly T[],
): readonly T[] {
  if (world.otherEchoes === 'all') return targets;
  return targets.filter((target) => {
    const place = cellAt(deployment.network, target.position);
    if (place === null) return false;
    return plan.inspections.some(({ region, cell }) => region === place.region && cell === place.cell);
  });
}
