import { eigenHermitian } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import { PropagationError } from './errors.ts';
import { exponentialCorrelation } from './exponential-correlation.ts';
import { linkCorrelation } from './link-correlation.ts';
import { spatialCorrelation } from './spatial-correlation.ts';
import { degToRad } from './units.ts';

const view = { antennaCount: 4, spacing: 0.5, azimuth: 0.6, elevation: -0.3 };
const config = { angularSpreadDeg: 15, exponentialCorrelation: 0.7 };

describe('correlation by the scenario’s model', () => {
  test('gaussian takes the configured spread in both angles', () => {
    const spread = degToRad(15);
    expect(linkCorrelation({ ...config, spatialCorrelation: 'gaussian' }, view)).toEqual(
      spatialCorrelation({ ...view, azimuthSpread: spread, elevationSpread: spread }),
    );
  });

  test('exponential is steered to the nominal direction', () => {
    expect(linkCorrelation({ ...config, spatialCorrelation: 'exponential' }, view)).toEqual(
      exponentialCorrelation(4, 0.7, Math.sin(0.6) * Math.cos(-0.3), 0.5),
    );
  });

  test('uncorrelated is the identity', () => {
    const r = linkCorrelation({ ...config, spatialCorrelation: 'uncorrelated' }, view);
    expect(Array.from(r.re)).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(r.im.every((value) => value === 0)).toBe(true);
  });
});

describe('exponential correlation', () => {
  test('identity: trace N, neighbours correlate by r, the phase is that of the steering vector', () => {
    const r = exponentialCorrelation(4, 0.7, 0.4, 0.5);
    for (let i = 0; i < 4; i++) expect(r.re[i * 5]).toBe(1);
    expect(Math.hypot(r.re[4], r.im[4])).toBeCloseTo(0.7, 14);
    expect(Math.atan2(r.im[4], r.re[4])).toBeCloseTo(2 * Math.PI * 0.5 * 0.4, 14);
    expect(r.im[1]).toBe(-r.im[4]);
  });

  test('identity: positive definite below r = 1, of rank one at r = 1, the identity at r = 0', () => {
    expect(eigenHermitian(exponentialCorrelation(6, 0.9, -0.3, 0.5)).values[0]).toBeGreaterThan(0);
    const coherent = eigenHermitian(exponentialCorrelation(6, 1, -0.3, 0.5)).values;
    expect(coherent[5]).toBeCloseTo(6, 12);
    expect(Math.abs(coherent[4])).toBeLessThan(1e-12);
    expect(exponentialCorrelation(2, 0, -0.3, 0.5).re).toEqual(Float64Array.of(1, 0, 0, 1));
  });

  test('a magnitude outside [0, 1] is refused', () => {
    expect(() => exponentialCorrelation(4, 1.01, 0, 0.5)).toThrow(PropagationError);
    expect(() => exponentialCorrelation(4, -0.1, 0, 0.5)).toThrow(PropagationError);
  });
});
