import type { Network, Point } from '@vedetta/scenario';
import { locateCell, regionGrid } from './region-grid.ts';

/**
 * The region and range cell a position lies in, or `null` outside the scanned volume. Inverse of `SensingRegion.cellPosition` at cell centres.
 * Cells are half open; the upper faces of the scanned volume belong to its last cells.
 */
export function cellAt(network: Network, position: Point): { region: number; cell: number } | null {
  return locateCell(regionGrid(network), position);
}

/** Extent of every range cell along x, y, z, m: the configured size, shrunk until whole cells tile a region. */
export function cellExtent(network: Network): Point {
  return regionGrid(network).cellExtent;
}
