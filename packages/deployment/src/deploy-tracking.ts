import type { Network, Point } from '@vedetta/scenario';
import { deployRoles } from './deploy-roles.ts';
import { nearestIds } from './nearest.ts';
import { placeAccessPoints } from './places.ts';
import { type Roles, takeNearest } from './roles.ts';
import type { TargetEstimate, TrackedTarget, TrackingDeployment } from './types.ts';

/**
 * Puts a network on the map that follows these targets, whatever its section says of them: as `deployNetwork`, with the targets in the place of
 * the sensing regions (model.md §6). Places, axes, users and the statistics of the links are those of the detecting network; who listens, who
 * transmits and who serves whom may differ.
 *
 * @param estimates  the targets that are followed, where they are believed to be; their order decides whose choice of APs comes first
 * @throws {DeploymentError} TOO_FEW_ACCESS_POINTS, NO_TRANSMIT_ACCESS_POINT
 */
export function deployTracking(network: Network, estimates: readonly TargetEstimate[]): TrackingDeployment {
  const places = placeAccessPoints(network);
  const roles = assignTargetRoles(network, estimates, places);
  return { ...deployRoles(network, places, roles, []), targets: followTargets(network, estimates, places, roles) };
}

/**
 * Who listens and who transmits while targets are followed: target by target, each takes the M_rx APs nearest to its estimated position that no
 * earlier target took; all others transmit.
 *
 * @throws {DeploymentError} TOO_FEW_ACCESS_POINTS, NO_TRANSMIT_ACCESS_POINT
 */
export function assignTargetRoles(
  network: Network,
  estimates: readonly TargetEstimate[],
  places: readonly Point[],
): Roles {
  const positions = estimates.map(({ position }) => position);
  return takeNearest('targets', positions, network.sensing.receivePerRegion, places);
}

/**
 * The targets with their APs. Target-centric modes (UTC, TC): the M_tx nearest transmit APs and the target's own receive APs. Otherwise (UC, CF)
 * every AP senses every target, one target at a time.
 */
export function followTargets(
  network: Network,
  estimates: readonly TargetEstimate[],
  places: readonly Point[],
  roles: Roles,
): TrackedTarget[] {
  const { association, transmitPerRegion } = network.sensing;
  const everyAccessPoint = association === 'UC' || association === 'CF';
  return estimates.map(({ position, angleError }, id) => ({
    id,
    position,
    ...(angleError && { angleError }),
    transmit: everyAccessPoint ? roles.transmit : nearestIds(roles.transmit, places, position, transmitPerRegion),
    receive: everyAccessPoint ? roles.receive : roles.receiveOf[id],
  }));
}
