import type { Network, Point } from '@vedetta/scenario';
import { DeploymentError } from './errors.ts';
import { nearestIds } from './nearest.ts';
import { cellCentre, type RegionGrid, regionCorner } from './region-grid.ts';
import type { SensingRegion } from './types.ts';

export interface Roles {
  /** Ids, ascending. */
  readonly transmit: readonly number[];
  /** Ids, ascending. */
  readonly receive: readonly number[];
  /** [region, or target] → the receive APs it took, ascending. */
  readonly receiveOf: readonly (readonly number[])[];
}

/**
 * Who listens and who transmits: region by region, in ascending id, each takes the M_rx APs nearest to its centre
 * that no earlier region took; all others transmit.
 *
 * @throws {DeploymentError} TOO_FEW_ACCESS_POINTS, NO_TRANSMIT_ACCESS_POINT
 */
export function assignRoles(network: Network, grid: RegionGrid, places: readonly Point[]): Roles {
  const { regions, receivePerRegion } = network.sensing;
  const centres = Array.from({ length: regions }, (_, region) => regionCentre(network, grid, region));
  return takeNearest('regions', centres, receivePerRegion, places);
}

/**
 * Points take turns, in their order: each takes the APs nearest to it that no earlier one took; all that are left transmit.
 *
 * @param what  what the points are, for the error message
 * @throws {DeploymentError} TOO_FEW_ACCESS_POINTS, NO_TRANSMIT_ACCESS_POINT
 */
export function takeNearest(
  what: string,
  points: readonly Point[],
  receivePerPoint: number,
  places: readonly Point[],
): Roles {
  const wanted = points.length * receivePerPoint;
  const accessPoints = places.length;
  if (wanted > accessPoints) {
    throw new DeploymentError(
      'TOO_FEW_ACCESS_POINTS',
      `${points.length} ${what} with ${receivePerPoint} receive APs each need ${wanted} APs, the network has ${accessPoints}`,
      { wanted, accessPoints },
    );
  }
  if (wanted === accessPoints) {
    throw new DeploymentError('NO_TRANSMIT_ACCESS_POINT', `all ${accessPoints} APs receive, none is left to transmit`, {
      wanted,
      accessPoints,
    });
  }
  let free = places.map((_, id) => id);
  const receiveOf = points.map((point) => {
    const taken = nearestIds(free, places, point, receivePerPoint);
    free = free.filter((id) => !taken.includes(id));
    return taken;
  });
  return { transmit: free, receive: receiveOf.flat().sort((a, b) => a - b), receiveOf };
}

/**
 * The sensing regions with their APs. Target-centric modes (UTC, TC): the M_tx nearest transmit APs and the region's own receive APs.
 * Otherwise (UC, CF) every AP senses every region, one region at a time.
 */
export function layRegions(
  network: Network,
  grid: RegionGrid,
  places: readonly Point[],
  roles: Roles,
): SensingRegion[] {
  const { regions, association, transmitPerRegion, heightRangeMetres } = network.sensing;
  const everyAccessPoint = association === 'UC' || association === 'CF';
  return Array.from({ length: regions }, (_, id): SensingRegion => {
    const centre = regionCentre(network, grid, id);
    const lower = regionCorner(grid, id);
    return {
      id,
      centre,
      lower,
      upper: [lower[0] + grid.regionSide, lower[1] + grid.regionSide, heightRangeMetres[1]],
      transmit: everyAccessPoint ? roles.transmit : nearestIds(roles.transmit, places, centre, transmitPerRegion),
      receive: everyAccessPoint ? roles.receive : roles.receiveOf[id],
      cellCount: grid.cellCount,
      cellPosition: (cell) => cellCentre(grid, id, cell),
    };
  });
}

function regionCentre(network: Network, grid: RegionGrid, region: number): Point {
  const [x, y] = regionCorner(grid, region);
  const [lowest, highest] = network.sensing.heightRangeMetres;
  return [x + grid.regionSide / 2, y + grid.regionSide / 2, (lowest + highest) / 2];
}
