import type { Point } from '@vedetta/scenario';
import { describe, expect, test } from 'vitest';
import golden from '../golden/signal.json' with { type: 'json' };
import { azimuthElevation, directionCosine } from './direction.ts';

describe('directions in the frame of an array', () => {
  test('golden: angles and direction cosine agree with a rotation of the world done in NumPy', () => {
    for (const row of golden.directions) {
      const [axis, from, to] = [row.axis, row.from, row.to] as unknown as Point[];
      const { azimuth, elevation } = azimuthElevation(axis, from, to);
      expect(azimuth).toBeCloseTo(row.azimuth, 12);
      expect(elevation).toBeCloseTo(row.elevation, 12);
      expect(directionCosine(axis, from, to)).toBeCloseTo(row.directionCosine, 13);
    }
  });

  test('identity: sin φ cos θ is the direction cosine, whatever the axis', () => {
    for (const row of golden.directions) {
      const [axis, from, to] = [row.axis, row.from, row.to] as unknown as Point[];
      const { azimuth, elevation } = azimuthElevation(axis, from, to);
      expect(Math.sin(azimuth) * Math.cos(elevation)).toBeCloseTo(directionCosine(axis, from, to), 14);
    }
  });

  test('identity: for an array along +y the azimuth is measured from +x towards +y', () => {
    const y: Point = [0, 1, 0];
    expect(azimuthElevation(y, [0, 0, 0], [1, 0, 0])).toEqual({ azimuth: 0, elevation: 0 });
    expect(azimuthElevation(y, [0, 0, 0], [0, 2, 0])).toEqual({ azimuth: Math.PI / 2, elevation: 0 });
    expect(azimuthElevation(y, [0, 0, 5], [3, 0, 8]).elevation).toBeCloseTo(Math.PI / 4, 15);
    expect(directionCosine(y, [0, 0, 0], [0, 9, 0])).toBe(1);
    expect(directionCosine(y, [0, 0, 0], [0, -9, 0])).toBe(-1);
  });

  test('limit: straight up is broadside, and so is the place of the array itself', () => {
    const y: Point = [0, 1, 0];
    expect(directionCosine(y, [4, 5, 6], [4, 5, 60])).toBe(0);
    expect(azimuthElevation(y, [4, 5, 6], [4, 5, 60]).elevation).toBe(Math.PI / 2);
    expect(directionCosine(y, [4, 5, 6], [4, 5, 6])).toBe(0);
    expect(azimuthElevation(y, [4, 5, 6], [4, 5, 6])).toEqual({ azimuth: 0, elevation: 0 });
  });
});
