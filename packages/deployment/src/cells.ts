import type { Network, Point } from '@vedetta/scenario';
import { locateCell, regionGrid } from './region-grid.ts';

/**
 * The region and range cell a position lies in, or `null` outside the scanned volume. Inverse of `SensingRegion.cellPosition` at cell centres.
 * Cells are half open; the upper faces of the scanned volume belong to its last cells.
 */
export function cellAt(network: Network, position: Point): { region: number; cell: number } | null {
  return locateCell(regionGrid(network), position);
}

/**
 * Extent of every range cell along x, y, z, m: the configured size, shrunk until whole cells tile a region. While targets are followed there is
 * no region to tile: the configured size, around each estimate.
 */
export function cellExtent(network: Network): Point {
  if (network.sensing.phase === 'tracking') return network.sensing.cellSizeMetres;
  return regionGrid(network).cellExtent;
}
