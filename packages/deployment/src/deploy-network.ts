import type { Network } from '@vedetta/scenario';
import { deployRoles } from './deploy-roles.ts';
import { deployTracking } from './deploy-tracking.ts';
import { placeAccessPoints } from './places.ts';
import { regionGrid } from './region-grid.ts';
import { assignRoles, layRegions } from './roles.ts';
import type { Deployment } from './types.ts';

/**
 * Puts a network on the map: places, array axes, roles, association, pilots, and the statistics of every link (model.md §2, §6). In the phase
 * `detection` it has sensing regions; in `tracking` the targets whose estimates the section holds take their place.
 *
 * A pure function of the network section; every draw has a name under its layout seed, so that each process deploys the same network.
 * Links are computed when first asked for: nothing of order M² is built here.
 *
 * @throws {DeploymentError} if the APs do not suffice for the roles, the regions do not tile a square, or the cells are too many
 */
export function deployNetwork(network: Network): Deployment {
  const { phase, targetEstimatesMetres } = network.sensing;
  if (phase === 'tracking')
    return deployTracking(
      network,
      targetEstimatesMetres.map((position) => ({ position })),
    );
  const grid = regionGrid(network);
  const places = placeAccessPoints(network);
  const roles = assignRoles(network, grid, places);
  return deployRoles(network, places, roles, layRegions(network, grid, places, roles));
}
