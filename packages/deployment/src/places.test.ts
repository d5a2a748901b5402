import { expect, test } from 'vitest';
import { arrayAxes, placeAccessPoints, placeUsers } from './places.ts';
import { testNetwork } from './test-network.ts';

test('random places lie in the area, at their heights, and a larger network keeps the places of a smaller one', () => {
  const few = testNetwork({ accessPoints: { count: 16 }, users: { count: 5 } });
  const many = testNetwork({ accessPoints: { count: 200 }, users: { count: 50 } });
  const places = placeAccessPoints(many);
  for (const [x, y, z] of places) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(few.areaSideMetres);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(few.areaSideMetres);
    expect(z).toBe(10);
  }
  expect(placeAccessPoints(few)).toEqual(places.slice(0, 16));
  expect(placeUsers(few)).toEqual(placeUsers(many).slice(0, 5));
  expect(placeUsers(few)[0].position[2]).toBe(1.65);
});

test('random places are uniform: the mean of 2000 coordinates is within 5 σ of the middle', () => {
  const places = placeAccessPoints(testNetwork({ areaSideMetres: 100, accessPoints: { count: 2000 } }));
  const deviation = 100 / Math.sqrt(12) / Math.sqrt(places.length);
  for (const axis of [0, 1]) {
    const mean = places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    expect(Math.abs(mean - 50)).toBeLessThan(5 * deviation);
  }
});

test('another layout seed gives other places', () => {
  expect(placeAccessPoints(testNetwork({ layoutSeed: 2 }))).not.toEqual(
    placeAccessPoints(testNetwork({ layoutSeed: 1 })),
  );
});

test('a grid of a square number of APs is square, any other fills its rows evenly', () => {
  const grid = (count: number) =>
    placeAccessPoints(
      testNetwork({ areaSideMetres: 400, accessPoints: { count, placement: 'grid' }, sensing: { regions: 1 } }),
    );
  expect(grid(16).slice(0, 5)).toEqual([
    [50, 50, 10],
    [150, 50, 10],
    [250, 50, 10],
    [350, 50, 10],
    [50, 150, 10],
  ]);
  for (const count of [10, 11, 14, 17, 30]) {
    const places = grid(count);
    expect(places).toHaveLength(count);
    const rows = Map.groupBy(places, (place) => place[1]);
    const sizes = [...rows.values()].map((row) => row.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    for (const [x, y] of places) expect(x > 0 && x < 400 && y > 0 && y < 400).toBe(true);
  }
});

test('explicit places win and keep their order', () => {
  const positionsMetres = [[30, 40], [1, 2], ...Array.from({ length: 14 }, (_, i) => [i, i])];
  const network = testNetwork({
    accessPoints: { positionsMetres, heightMetres: 12 },
    users: { positionsMetres: [[5, 6]] },
  });
  expect(placeAccessPoints(network)[0]).toEqual([30, 40, 12]);
  expect(placeAccessPoints(network)).toHaveLength(16);
  expect(placeUsers(network)).toEqual([{ id: 0, position: [5, 6, 1.65] }]);
});

test('array axes are horizontal unit vectors, +y when aligned', () => {
  expect(arrayAxes(testNetwork(), 2)).toEqual([
    [0, 1, 0],
    [0, 1, 0],
  ]);
  const axes = arrayAxes(testNetwork({ accessPoints: { axis: 'random' } }), 20);
  for (const [x, y, z] of axes) {
    expect(Math.hypot(x, y)).toBeCloseTo(1, 14);
    expect(z).toBe(0);
  }
  expect(new Set(axes.map((axis) => axis[0])).size).toBe(20);
});
