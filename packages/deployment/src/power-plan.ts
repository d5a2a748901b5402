import type { Network } from '@vedetta/scenario';
import { planSlot } from './plan-slot.ts';
import type { Deployment, PlannedAllocation, PowerPlan, SlotPlan } from './types.ts';

/** Are its powers solved for ahead of time, by max-min power control (49)? */
export function needsPowerPlan({ power }: Network): boolean {
  return typeof power.policy === 'object';
}

/** The same network, which knows what was solved for it. */
export function withPowerPlan(deployment: Deployment, powerPlan: PowerPlan | null): Deployment {
  return powerPlan === null ? deployment : { ...deployment, powerPlan };
}

/** What was solved for the regions, or targets, that a slot inspects; undefined where nothing was. */
export function plannedAllocation({ powerPlan }: Deployment, plan: SlotPlan): PlannedAllocation | undefined {
  return powerPlan?.find(({ regions }) => inspects(plan, regions));
}

/** A slot of every kind that a network has: slots that inspect different regions, or targets, take turns. */
export function slotKinds(deployment: Deployment): SlotPlan[] {
  const first = planSlot(deployment, 0);
  const regions = first.inspections.map(({ region }) => region);
  const kinds = [first];
  for (let plan = planSlot(deployment, 1); !inspects(plan, regions); plan = planSlot(deployment, kinds.length))
    kinds.push(plan);
  return kinds;
}

function inspects({ inspections }: SlotPlan, regions: readonly number[]): boolean {
  return inspections.length === regions.length && inspections.every(({ region }, index) => region === regions[index]);
}
