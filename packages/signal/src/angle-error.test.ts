import { drawKey } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { describe, expect, test } from 'vitest';
import { angleErrorDeviation, drawAngleError, estimatedDirection, estimatedDirectionCosine } from './angle-error.ts';
import { azimuthElevation, directionCosine } from './direction.ts';
import { SignalError } from './errors.ts';

const axis: Point = [Math.sin(0.7), Math.cos(0.7), 0];
const from: Point = [120, 340, 10];
const to: Point = [310, 222, 64];
const error = { azimuth: 0.013, elevation: -0.008 };

describe('angle error of a followed target (12)', () => {
  test('identity: one error is added to azimuth and elevation of every AP, in the frame of its own array', () => {
    for (const place of [from, [400, 20, 10] as const]) {
      const { azimuth, elevation } = azimuthElevation(axis, place, to);
      const estimated = estimatedDirection(axis, place, to, error);
      expect(estimated).toEqual({ azimuth: azimuth + 0.013, elevation: elevation - 0.008 });
      const cosine = Math.sin(azimuth + 0.013) * Math.cos(elevation - 0.008);
      expect(estimatedDirectionCosine(axis, place, to, error)).toBe(cosine);
    }
  });

  test('limit: without an error it is the direction cosine to the bit, with an error of zero to rounding', () => {
    expect(estimatedDirectionCosine(axis, from, to)).toBe(directionCosine(axis, from, to));
    const zero = estimatedDirectionCosine(axis, from, to, { azimuth: 0, elevation: 0 });
    expect(zero).toBeCloseTo(directionCosine(axis, from, to), 14);
  });

  test('statistical: both angles have mean 0 and deviation σ_ε and do not correlate, within 4 σ of 20,000 draws', () => {
    const key = drawKey(3, 'test/angle-error');
    const draws = 20_000;
    const sums = { azimuth: 0, elevation: 0, azimuthSquared: 0, elevationSquared: 0, product: 0 };
    for (let draw = 0; draw < draws; draw++) {
      const { azimuth, elevation } = drawAngleError(key, draw, 2);
      const [a, e] = [azimuth / 1e-2, elevation / 1e-2];
      sums.azimuth += a;
      sums.elevation += e;
      sums.azimuthSquared += a * a;
      sums.elevationSquared += e * e;
      sums.product += a * e;
    }
    const root = Math.sqrt(draws);
    // Variances of a standard normal: 1 of x and of x y, 2 of x².
    for (const sum of [sums.azimuth, sums.elevation, sums.product]) expect(Math.abs(sum)).toBeLessThan(4 * root);
    for (const sum of [sums.azimuthSquared, sums.elevationSquared])
      expect(Math.abs(sum - draws)).toBeLessThan(4 * Math.SQRT2 * root);
    expect(angleErrorDeviation).toBe(1e-2);
  });

  test('the same draw and target give the same error, others another; a deviation of 0 gives none', () => {
    const key = drawKey(3, 'test/angle-error');
    expect(drawAngleError(key, 7, 1)).toEqual(drawAngleError(key, 7, 1));
    expect(drawAngleError(key, 7, 1)).not.toEqual(drawAngleError(key, 7, 2));
    expect(drawAngleError(key, 7, 1)).not.toEqual(drawAngleError(key, 8, 1));
    expect(Math.abs(drawAngleError(key, 7, 1, 0).azimuth)).toBe(0);
    for (const deviation of [-1, Number.NaN, Infinity])
      expect(() => drawAngleError(key, 0, 0, deviation)).toThrow(SignalError);
  });
});
