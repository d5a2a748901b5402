import { follows } from './estimates.ts';
import { planScan } from './plan-scan.ts';
import { planTracking } from './plan-tracking.ts';
import type { Deployment, SlotPlan } from './types.ts';

/**
 * What is inspected in a slot, a function of the network alone: range cells by `planScan`, or the targets that it follows by `planTracking`.
 *
 * @param slot  0 ≤ slot < 2³²
 * @throws {DeploymentError} SLOT_OUT_OF_RANGE
 */
export function planSlot(deployment: Deployment, slot: number): SlotPlan {
  return follows(deployment) ? planTracking(deployment, slot) : planScan(deployment, slot);
}
