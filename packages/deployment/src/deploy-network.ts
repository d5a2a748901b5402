import { apTargetGain, echoGain, noisePower } from '@vedetta/channel';
import type { Network, Point } from '@vedetta/scenario';
import { estimatedDirectionCosine, steeringVector } from '@vedetta/signal';
import { associateUsers } from './association.ts';
import { createClutterLinks } from './clutter-links.ts';
import { assignPilots } from './pilots.ts';
import { arrayAxes, placeAccessPoints, placeUsers } from './places.ts';
import { regionGrid } from './region-grid.ts';
import { assignRoles, layRegions, type Roles } from './roles.ts';
import type { AccessPoint, Deployment, SensingRegion } from './types.ts';
import { createUserLinks } from './user-links.ts';

/**
 * Puts a network on the map: places, array axes, roles, regions, association, pilots, and the statistics of every link (model.md §2, §6).
 *
 * A pure function of the network section; every draw has a name under its layout seed, so that each process deploys the same network.
 * Links are computed when first asked for: nothing of order M² is built here.
 *
 * @throws {DeploymentError} if the APs do not suffice for the roles, the regions do not tile a square, or the cells are too many
 */
export function deployNetwork(network: Network): Deployment {
  const grid = regionGrid(network);
  const places = placeAccessPoints(network);
  const roles = assignRoles(network, grid, places);
  return deployRoles(network, places, roles, layRegions(network, grid, places, roles));
}

/** A network with its roles decided: everything that hangs on who transmits. */
export function deployRoles(
  network: Network,
  places: readonly Point[],
  roles: Roles,
  regions: readonly SensingRegion[],
): Deployment {
  const axes = arrayAxes(network, places.length);
  const listens = new Set(roles.receive);
  const accessPoints = places.map(
    (position, id): AccessPoint => ({ id, position, axis: axes[id], role: listens.has(id) ? 'receive' : 'transmit' }),
  );
  const users = placeUsers(network);
  const userLinks = createUserLinks(network, accessPoints, users);
  const { servedBy, usersOf } = associateUsers(network, roles.transmit, places.length, users.length, userLinks.gain);
  const { antennaCount, spacingWavelengths } = network.accessPoints;
  const { propagation } = network;
  return {
    network,
    accessPoints,
    transmitAccessPoints: roles.transmit,
    receiveAccessPoints: roles.receive,
    users,
    regions,
    servedBy,
    usersOf,
    pilotIndex: assignPilots(network, servedBy, userLinks.gain),
    userGain: userLinks.gain,
    userCorrelation: userLinks.correlation,
    clutterLink: createClutterLinks(network, accessPoints),
    targetGain: (accessPoint, position) => apTargetGain(propagation, places[accessPoint], position),
    echoGain: (position, transmit, receive) => echoGain(propagation, places[transmit], position, places[receive]),
    steering: (accessPoint, position, angleError) =>
      steeringVector(
        antennaCount,
        spacingWavelengths,
        estimatedDirectionCosine(axes[accessPoint], places[accessPoint], position, angleError),
      ),
    noiseVariance: noisePower(propagation),
  };
}
