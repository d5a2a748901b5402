import type { Point } from '@vedetta/scenario';

/**
 * The `count` ids whose places are nearest to `point`, ascending ids; fewer where there are fewer. Equal distances go to the lower id.
 *
 * @param places  indexed by id
 */
export function nearestIds(ids: readonly number[], places: readonly Point[], point: Point, count: number): number[] {
  const squared = (id: number): number => {
    const [x, y, z] = places[id];
    return (x - point[0]) ** 2 + (y - point[1]) ** 2 + (z - point[2]) ** 2;
  };
  return ids
    .map((id) => ({ id, distance: squared(id) }))
    .sort((a, b) => a.distance - b.distance || a.id - b.id)
    .slice(0, Math.max(0, count))
    .map((entry) => entry.id)
    .sort((a, b) => a - b);
}
