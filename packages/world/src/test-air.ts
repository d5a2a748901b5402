import { type AccessPointPower, type Deployment, deployNetwork, type OnAirSlot, planSlot } from '@vedetta/deployment';
import { type Network, parseNetwork, parseWorld, type World } from '@vedetta/scenario';

/** Six APs of two antennas, one region, blocks of 16 samples, four UEs on four pilots, three moving targets. */
const small = {
  areaSideMetres: 200,
  accessPoints: { count: 6, antennaCount: 2, axis: 'random' },
  users: { count: 4, pilotLength: 4, servingAccessPoints: 2 },
  block: { coherenceSamples: 16, sensingSamples: 16 },
  sensing: { regions: 1 },
};

export function smallNetwork(changes: Record<string, object> = {}): Network {
  const merged: Record<string, unknown> = { ...small };
  for (const [key, value] of Object.entries(changes)) {
    merged[key] = { ...((small as Record<string, unknown>)[key] as object), ...value };
  }
  return parseNetwork(merged);
}

export function smallWorld(changes: Record<string, unknown> = {}): World {
  return parseWorld({ targets: { count: 3, speedMetresPerSecond: [3, 20] }, ...changes });
}

export const emptyWorld: World = parseWorld({ targets: [] });

/** A slot with some of the transmit APs on air, each with 2 W shared equally over its UEs and beams. */
export function onAirSlot(
  deployment: Deployment,
  slot: number,
  onAir: readonly number[] = deployment.transmitAccessPoints,
): OnAirSlot {
  const plan = planSlot(deployment, slot);
  const power = onAir.map((accessPoint): AccessPointPower => {
    const users = deployment.usersOf[accessPoint];
    const beams = plan.inspections.filter(({ transmit }) => transmit.includes(accessPoint));
    const share = 2 / (users.length + beams.length);
    return {
      accessPoint,
      users: users.map((user) => ({ user, power: share })),
      inspections: beams.map(({ index }) => ({ inspection: index, power: share })),
    };
  });
  return { plan, onAir, power };
}

export function smallDeployment(changes: Record<string, object> = {}): Deployment {
  return deployNetwork(smallNetwork(changes));
}
