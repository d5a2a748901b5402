import { cellExtent, deployNetwork } from '@vedetta/deployment';
import type { Scenario } from '@vedetta/scenario';
import { targetsAt } from '@vedetta/world';

/**
 * The resolved network as one JSON object (`vedetta scenario`): every place, role, association and link statistic, and every default that
 * was filled in (`network`, `propagation`). A Rician factor of null is infinite: a link without scatter.
 *
 * `userGain[m][k]` is ρ between AP m and UE k for every AP; `regions[].cells` counts the range cells, `cellExtentMetres` is their size.
 * In tracking there are no regions but `targets`, where they are believed to be.
 *
 * @param options.truth  also the world section, with the targets' drawn places at slot 0.
 */
export function resolvedScenario(scenario: Scenario, options: { truth?: boolean } = {}) {
  const { name, hash, network, world } = scenario;
  const deployment = deployNetwork(network);
  const { accessPoints, users, regions, targets = [], transmitAccessPoints, receiveAccessPoints } = deployment;
  return {
    name,
    hash,
    accessPoints: accessPoints.map(({ id, position, axis, role }) => ({ id, position, axis, role })),
    users: users.map(({ id, position }) => ({ id, position })),
    regions: regions.map(({ id, centre, lower, upper, transmit, receive, cellCount }) => ({
      id,
      centre,
      lower,
      upper,
      transmit,
      receive,
      cells: cellCount,
    })),
    targets: targets.map(({ id, position, transmit, receive }) => ({ id, estimate: position, transmit, receive })),
    cellExtentMetres: cellExtent(network),
    servedBy: deployment.servedBy,
    pilotIndex: deployment.pilotIndex,
    userGain: accessPoints.map(({ id }) => users.map((user) => deployment.userGain(id, user.id))),
    clutter: receiveAccessPoints.flatMap((receive) =>
      transmitAccessPoints.map((transmit) => {
        const { gain, ricianFactor, power } = deployment.clutterLink(receive, transmit);
        return { receive, transmit, gain, ricianFactor: Number.isFinite(ricianFactor) ? ricianFactor : null, power };
      }),
    ),
    noiseVariance: deployment.noiseVariance,
    powerBudgetW: network.accessPoints.powerW,
    propagation: network.propagation,
    network,
    ...(options.truth ? { world: { ...world, targets: resolvedTargets(scenario) } } : {}),
  };
}

function resolvedTargets({ world, network }: Scenario) {
  return targetsAt(world, network, 0).map(({ id, position, velocity }) => ({
    id,
    positionMetres: position,
    velocityMetresPerSecond: velocity,
  }));
}
