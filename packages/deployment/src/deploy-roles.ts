import { apTargetGain, echoGain, noisePower } from '@vedetta/channel';
import type { Network, Point } from '@vedetta/scenario';
import { estimatedDirectionCosine, steeringVector } from '@vedetta/signal';
import { associateUsers } from './association.ts';
import { createClutterLinks } from './clutter-links.ts';
import { assignPilots } from './pilots.ts';
import { arrayAxes, placeUsers } from './places.ts';
import type { Roles } from './roles.ts';
import type { AccessPoint, Deployment, SensingRegion } from './types.ts';
import { createUserLinks } from './user-links.ts';

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
