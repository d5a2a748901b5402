import { drawKey, fillUniform } from '@vedetta/numerics';
import type { AccessPointsConfig, Network, Point } from '@vedetta/scenario';
import type { UserEquipment } from './types.ts';

/**
 * Places of the access points, m, at the configured height.
 *
 * `random`: uniform over the square area, each AP by its own name, so that a larger network keeps the places of a smaller one.
 * `grid`: the area is cut into ⌈√M⌉ rows; the APs of a row stand in the middle of equal columns, the rows differ by at most one AP.
 * Explicit places win over both.
 */
export function placeAccessPoints(network: Network): Point[] {
  const { positionsMetres, placement, count, heightMetres } = network.accessPoints;
  if (positionsMetres !== null) return positionsMetres.map(([x, y]) => [x, y, heightMetres] as const);
  if (placement === 'grid') return gridPlaces(count, network.areaSideMetres, heightMetres);
  return randomPlaces(network, 'layout/access-point-place', count, heightMetres);
}

/** Places of the user equipments, m: explicit, or uniform over the area by name. */
export function placeUsers(network: Network): UserEquipment[] {
  const { positionsMetres, count, heightMetres } = network.users;
  const places: Point[] =
    positionsMetres !== null
      ? positionsMetres.map(([x, y]) => [x, y, heightMetres] as const)
      : randomPlaces(network, 'layout/user-place', count, heightMetres);
  return places.map((position, id) => ({ id, position }));
}

/** Unit vectors along the horizontal arrays: all along +y, or at a uniform azimuth drawn by name. */
export function arrayAxes(network: Network, accessPointCount: number): Point[] {
  const config: AccessPointsConfig = network.accessPoints;
  const key = drawKey(network.layoutSeed, 'layout/array-axis');
  const uniform = new Float64Array(1);
  return Array.from({ length: accessPointCount }, (_, id): Point => {
    if (config.axis === 'aligned') return [0, 1, 0];
    fillUniform(key, id, 0, 0, uniform);
    const azimuth = 2 * Math.PI * uniform[0];
    return [Math.cos(azimuth), Math.sin(azimuth), 0];
  });
}

function randomPlaces(network: Network, purpose: string, count: number, height: number): Point[] {
  const key = drawKey(network.layoutSeed, purpose);
  const uniform = new Float64Array(2);
  return Array.from({ length: count }, (_, id): Point => {
    fillUniform(key, id, 0, 0, uniform);
    return [network.areaSideMetres * uniform[0], network.areaSideMetres * uniform[1], height];
  });
}

function gridPlaces(count: number, side: number, height: number): Point[] {
  const rows = Math.ceil(Math.sqrt(count));
  const places: Point[] = [];
  for (let row = 0; row < rows; row++) {
    const columns = Math.floor((count * (row + 1)) / rows) - Math.floor((count * row) / rows);
    for (let column = 0; column < columns; column++) {
      places.push([((column + 0.5) * side) / columns, ((row + 0.5) * side) / rows, height]);
    }
  }
  return places;
}
