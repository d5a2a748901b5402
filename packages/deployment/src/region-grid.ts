import type { Network, Point } from '@vedetta/scenario';
import { DeploymentError } from './errors.ts';

/** How the area is cut into √S × √S congruent regions, and each region into range cells. */
export interface RegionGrid {
  /** √S. */
  readonly regionsPerSide: number;
  /** Side of a region, m. */
  readonly regionSide: number;
  readonly lowestHeight: number;
  /** Cells of a region along x, y, z. */
  readonly cells: readonly [number, number, number];
  /** Extent of a cell, m; never larger than configured, shrunk so that whole cells tile the region. */
  readonly cellExtent: Point;
  readonly cellCount: number;
}

/** A scan order is held in memory: more cells than this in one region are refused. */
const MOST_CELLS = 2 ** 24;

/** @throws {DeploymentError} REGIONS_NOT_SQUARE, TOO_MANY_CELLS */
export function regionGrid(network: Network): RegionGrid {
  const { regions, cellSizeMetres, heightRangeMetres } = network.sensing;
  const regionsPerSide = Math.round(Math.sqrt(regions));
  if (regionsPerSide < 1 || regionsPerSide ** 2 !== regions) {
    throw new DeploymentError('REGIONS_NOT_SQUARE', `${regions} regions do not tile a square`, { regions });
  }
  const regionSide = network.areaSideMetres / regionsPerSide;
  const [lowestHeight, highest] = heightRangeMetres;
  const extent = [regionSide, regionSide, highest - lowestHeight] as const;
  const cells = [0, 1, 2].map((axis) => wholeCells(extent[axis], cellSizeMetres[axis]));
  const [nx, ny, nz] = cells;
  const cellCount = nx * ny * nz;
  if (!(cellCount <= MOST_CELLS)) {
    throw new DeploymentError(
      'TOO_MANY_CELLS',
      `${cellCount} range cells in a region, at most ${MOST_CELLS} are possible`,
      {
        cellCount,
        most: MOST_CELLS,
      },
    );
  }
  return {
    regionsPerSide,
    regionSide,
    lowestHeight,
    cells: [nx, ny, nz],
    cellExtent: [extent[0] / nx, extent[1] / ny, extent[2] / nz],
    cellCount,
  };
}

/** Corner of region `region` with the smallest coordinates. Regions count along x first. */
export function regionCorner(grid: RegionGrid, region: number): Point {
  const column = region % grid.regionsPerSide;
  const row = Math.floor(region / grid.regionsPerSide);
  return [column * grid.regionSide, row * grid.regionSide, grid.lowestHeight];
}

/** Centre of a cell. Cells count along x first, then y, then height. */
export function cellCentre(grid: RegionGrid, region: number, cell: number): Point {
  const [nx, ny] = grid.cells;
  const corner = regionCorner(grid, region);
  return [
    corner[0] + ((cell % nx) + 0.5) * grid.cellExtent[0],
    corner[1] + ((Math.floor(cell / nx) % ny) + 0.5) * grid.cellExtent[1],
    corner[2] + (Math.floor(cell / (nx * ny)) + 0.5) * grid.cellExtent[2],
  ];
}

/**
 * The region and range cell a position lies in, or `null` outside the scanned volume.
 *
 * Cells are half open; the upper faces of the scanned volume belong to its last cells, so that every point of the closed volume has one cell.
 */
export function locateCell(grid: RegionGrid, position: Point): { region: number; cell: number } | null {
  const perSide = grid.regionsPerSide;
  const [nx, ny, nz] = grid.cells;
  const x = cellIndex(position[0], 0, grid.cellExtent[0], nx * perSide, grid.regionSide * perSide);
  const y = cellIndex(position[1], 0, grid.cellExtent[1], ny * perSide, grid.regionSide * perSide);
  const z = cellIndex(position[2], grid.lowestHeight, grid.cellExtent[2], nz, grid.cellExtent[2] * nz);
  if (x === null || y === null || z === null) return null;
  const region = Math.floor(y / ny) * perSide + Math.floor(x / nx);
  return { region, cell: (z * ny + (y % ny)) * nx + (x % nx) };
}

function wholeCells(extent: number, size: number): number {
  return Math.max(1, Math.ceil(extent / size - 1e-9));
}

function cellIndex(value: number, lower: number, extent: number, count: number, span: number): number | null {
  const offset = value - lower;
  if (!(offset >= 0 && offset <= span * (1 + 1e-12))) return null;
  if (extent === 0) return 0;
  return Math.min(count - 1, Math.floor(offset / extent));
}
