import {
  type AccessPointPower,
  type Deployment,
  type Inspection,
  type PlannedPower,
  plannedAllocation,
  type SlotPlan,
} from '@vedetta/deployment';
import type { PowerConfig } from '@vedetta/scenario';
import { PowerError } from './errors.ts';
import { splitBudget } from './fractional-power.ts';

/**
 * How each transmit AP on air splits its power P_m between its UEs and its sensing beams in one slot, by the configured policy.
 * Under `uniform` and `fractional` an AP needs nothing but its own gains: ρ toward its UEs and λ toward the inspected positions it illuminates.
 * Under max-min power control the powers are those of the network's power plan; an AP that is off air changes nothing for the others.
 *
 * `uniform` is (57)–(59) with both exponents 0. Without sensing beams the UEs either get the whole budget (`redistribute`) or keep the share they
 * would have beside the beams (`unspent`). An AP with nothing to send is silent: both lists empty.
 *
 * @param onAir  ids of transmit APs
 * @returns one entry per AP, in the order of `onAir`; users and inspections ascending, W
 * @throws {PowerError} under max-min power control, if nothing was solved for what the slot inspects
 */
export function allocatePower(deployment: Deployment, plan: SlotPlan, onAir: readonly number[]): AccessPointPower[] {
  const { accessPoints, power } = deployment.network;
  if (typeof power.policy === 'object') return plannedPower(deployment, plan, onAir);
  const uniform = power.policy === 'uniform';
  const kappaCommunication = uniform ? 0 : power.kappaCommunication;
  const kappaSensing = uniform ? 0 : power.kappaSensing;
  return onAir.map((accessPoint): AccessPointPower => {
    const users = deployment.usersOf[accessPoint];
    const beams = beamsOf(plan, accessPoint, power);
    const split = splitBudget(
      accessPoints.powerW,
      users.map((user) => deployment.userGain(accessPoint, user)),
      beams.map((inspection) => deployment.targetGain(accessPoint, inspection.position)),
      kappaCommunication,
      kappaSensing,
    );
    return {
      accessPoint,
      users: users.map((user, i) => ({ user, power: split.users[i] })),
      inspections: power.sensingBeams
        ? beams.map(({ index }, i) => ({ inspection: index, power: split.targets[i] }))
        : [],
    };
  });
}

/** The beams that count in the split, ascending; those that will stay `unspent` count too. */
function beamsOf(plan: SlotPlan, accessPoint: number, power: PowerConfig): Inspection[] {
  if (!power.sensingBeams && power.withoutSensing === 'redistribute') return [];
  return plan.inspections
    .filter((inspection) => inspection.transmit.includes(accessPoint))
    .sort((a, b) => a.index - b.index);
}

function plannedPower(deployment: Deployment, plan: SlotPlan, onAir: readonly number[]): AccessPointPower[] {
  const allocation = plannedAllocation(deployment, plan);
  if (allocation === undefined)
    throw new PowerError('plan', `no powers were solved for what slot ${plan.slot} inspects`);
  return powerInSlot(plan, allocation.power).filter(({ accessPoint }) => onAir.includes(accessPoint));
}

/** Powers by region, or target, as powers by inspection of a slot that inspects them. */
export function powerInSlot({ inspections }: SlotPlan, power: readonly PlannedPower[]): AccessPointPower[] {
  const inspectionOf = new Map(inspections.map(({ region, index }) => [region, index]));
  return power.map(({ accessPoint, users, beams }) => ({
    accessPoint,
    users,
    inspections: beams.map(({ region, power }) => ({ inspection: inspectionOf.get(region) as number, power })),
  }));
}
