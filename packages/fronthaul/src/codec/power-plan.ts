import type { PlannedPower, PowerPlan } from '@vedetta/deployment';
import type { vedetta } from '../generated/messages.js';
import { checkAscendingIds } from './checks.ts';
import { InvalidMessageError } from './result.ts';
import type { Received } from './wire.ts';

export function powerPlanToWire(plan: PowerPlan): vedetta.v1.IPowerAllocation[] {
  return plan.map(({ regions, power }) => ({
    regions: [...regions],
    shares: power.map(({ accessPoint, users, beams }) => ({
      accessPoint,
      users: users.map(({ user }) => user),
      userPowers: users.map(({ power }) => power),
      regions: beams.map(({ region }) => region),
      beamPowers: beams.map(({ power }) => power),
    })),
  }));
}

/** @throws {InvalidMessageError} where there are not as many powers as users or regions. */
export function powerPlanFromWire(wire: Received<vedetta.v1.PowerAllocation[]>): PowerPlan {
  return wire.map(({ regions, shares }) => ({
    regions,
    power: shares.map(({ accessPoint, users, userPowers, regions, beamPowers }): PlannedPower => {
      if (users.length !== userPowers.length || regions.length !== beamPowers.length)
        throw new InvalidMessageError(`powers of access point ${accessPoint} are not as many as its users and regions`);
      return {
        accessPoint,
        users: users.map((user, i) => ({ user, power: userPowers[i] })),
        beams: regions.map((region, i) => ({ region, power: beamPowers[i] })),
      };
    }),
  }));
}

/** @throws {InvalidMessageError} for ids out of order, or a power that is none. */
export function checkPowerPlan(plan: PowerPlan): void {
  for (const { regions, power } of plan) {
    checkAscendingIds(regions, 'regions of powers');
    const ids = power.map(({ accessPoint }) => accessPoint);
    checkAscendingIds(ids, 'access points with powers');
    for (const { users, beams } of power) {
      const own = users.map(({ user }) => user);
      checkAscendingIds(own, 'users with powers');
      const inspected = beams.map(({ region }) => region);
      checkAscendingIds(inspected, 'regions with powers');
      for (const { power } of [...users, ...beams])
        if (!(power >= 0 && power < Number.POSITIVE_INFINITY))
          throw new InvalidMessageError(`power ${power} is not a finite number of at least 0`);
    }
  }
}
