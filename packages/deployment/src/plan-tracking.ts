import { estimatesAt } from './estimates.ts';
import { requireSlot } from './slot-time.ts';
import type { Inspection, SlotPlan, TrackingDeployment } from './types.ts';

/**
 * What is inspected in a slot while tracking: every target at its estimated position; in the modes UC and CF, where all APs sense one target
 * at a time, the targets take turns.
 *
 * @param slot  0 ≤ slot < 2³²
 * @returns inspections in ascending target, `index` counting them
 * @throws {DeploymentError} SLOT_OUT_OF_RANGE
 */
export function planTracking(deployment: TrackingDeployment, slot: number): SlotPlan {
  requireSlot(slot);
  const { targets, network } = deployment;
  const { association } = network.sensing;
  const oneByOne = association === 'UC' || association === 'CF';
  const followed = oneByOne ? targets.filter(({ id }) => id === slot % targets.length) : targets;
  const estimates = estimatesAt(deployment, slot);
  const inspections = followed.map(({ id, transmit, receive }, index): Inspection => {
    const { position, angleError } = estimates[id];
    return {
      index,
      phase: 'tracking',
      region: id,
      cell: 0,
      position,
      ...(angleError && { angleError }),
      transmit,
      receive,
    };
  });
  return { slot, inspections };
}
