import { expect, test } from 'vitest';
import { DeploymentError } from './errors.ts';
import { cellCentre, locateCell, regionCorner, regionGrid } from './region-grid.ts';
import { testNetwork } from './test-network.ts';

const network = testNetwork({ sensing: { cellSizeMetres: [30, 25, 20] } });
const grid = regionGrid(network);

test('whole cells tile a region and are never larger than asked', () => {
  expect(grid.cells).toEqual([8, 10, 4]);
  expect(grid.cellCount).toBe(320);
  for (const axis of [0, 1]) {
    expect(grid.cells[axis] * grid.cellExtent[axis]).toBeCloseTo(grid.regionSide, 9);
    expect(grid.cellExtent[axis]).toBeLessThanOrEqual(network.sensing.cellSizeMetres[axis]);
  }
  expect(grid.cellExtent[2]).toBe(20);
});

test('the default cell size tiles a region 5 × 5 × 2', () => {
  expect(regionGrid(testNetwork()).cells).toEqual([5, 5, 2]);
});

test('every cell centre lies in its own cell', () => {
  for (let region = 0; region < 9; region++) {
    for (let cell = 0; cell < grid.cellCount; cell++) {
      expect(locateCell(grid, cellCentre(grid, region, cell))).toEqual({ region, cell });
    }
  }
});

test('every point of the closed volume has a cell whose extent holds it, points outside have none', () => {
  const side = network.areaSideMetres;
  for (const point of [
    [0, 0, 20],
    [side, side, 100],
    [side, 0, 100],
    [side / 3, (2 * side) / 3, 60],
  ] as const) {
    const found = locateCell(grid, point);
    expect(found).not.toBeNull();
    const centre = cellCentre(grid, found?.region ?? -1, found?.cell ?? -1);
    for (const axis of [0, 1, 2]) {
      expect(Math.abs(point[axis] - centre[axis])).toBeLessThanOrEqual(grid.cellExtent[axis] / 2 + 1e-9);
    }
  }
  for (const point of [
    [-1, 5, 50],
    [5, side + 1, 50],
    [5, 5, 19.9],
    [5, 5, 100.1],
    [Number.NaN, 5, 50],
  ] as const) {
    expect(locateCell(grid, point)).toBeNull();
  }
});

test('regions count along x first', () => {
  expect(regionCorner(grid, 0)).toEqual([0, 0, 20]);
  expect(regionCorner(grid, 1)).toEqual([grid.regionSide, 0, 20]);
  expect(regionCorner(grid, 3)).toEqual([0, grid.regionSide, 20]);
});

test('regions that do not tile a square and cells beyond memory are refused', () => {
  const broken = (sensing: object) => ({ ...network, sensing: { ...network.sensing, ...sensing } });
  expect(() => regionGrid(broken({ regions: 8 }))).toThrow(DeploymentError);
  expect(() => regionGrid(broken({ cellSizeMetres: [0.01, 0.01, 0.01] }))).toThrow(/at most/);
});
