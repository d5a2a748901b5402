import { eigenHermitian } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import golden from '../golden/channel.json' with { type: 'json' };
import { PropagationError } from './errors.ts';
import { type LocalScattering, spatialCorrelation } from './spatial-correlation.ts';
import { degToRad } from './units.ts';

const baseline: LocalScattering = {
  antennaCount: 4,
  spacing: 0.5,
  azimuth: 0.7,
  elevation: -0.1,
  azimuthSpread: degToRad(15),
  elevationSpread: degToRad(15),
};

describe('spatial correlation of Gaussian local scattering', () => {
  test.each(
    golden.correlation,
  )('golden: $antennaCount antennas, spreads $azimuthSpread and $elevationSpread rad: 1e-12 of Jacobi–Anger × Gauss–Legendre', (row) => {
    const n = row.antennaCount;
    const r = spatialCorrelation(row);
    let worst = 0;
    for (let k = 0; k < n; k++) {
      worst = Math.max(worst, Math.hypot(r.re[k * n] - row.firstColumn.re[k], r.im[k * n] - row.firstColumn.im[k]));
    }
    expect(worst).toBeLessThan(1e-12);
  });

  test('identity: exactly Hermitian, Toeplitz, ones on the diagonal, so trace N', () => {
    const n = 8;
    const r = spatialCorrelation({ ...baseline, antennaCount: n });
    for (let i = 0; i < n; i++) {
      expect(r.re[i * n + i]).toBe(1);
      expect(r.im[i * n + i]).toBe(0);
      for (let j = 0; j < i; j++) {
        expect(r.re[j * n + i]).toBe(r.re[i * n + j]);
        expect(r.im[j * n + i]).toBe(-r.im[i * n + j]);
        expect(r.re[i * n + j]).toBe(r.re[(i - j) * n]);
      }
    }
  });

  test('identity: positive semidefinite', () => {
    for (const antennaCount of [4, 16]) {
      for (const azimuth of [0, 0.7, 1.5, -2.8]) {
        const { values } = eigenHermitian(spatialCorrelation({ ...baseline, antennaCount, azimuth }));
        expect(values[0]).toBeGreaterThan(-1e-13 * antennaCount);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(antennaCount, 10);
      }
    }
  });

  test('limit: without spread it is a aᴴ, and a small spread is near it', () => {
    const { spacing, azimuth, elevation } = baseline;
    const n = 8;
    const step = 2 * Math.PI * spacing * Math.sin(azimuth) * Math.cos(elevation);
    for (const [spread, tolerance] of [
      [0, 1e-14],
      [1e-6, 1e-9],
    ]) {
      const r = spatialCorrelation({ ...baseline, antennaCount: n, azimuthSpread: spread, elevationSpread: spread });
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          expect(Math.abs(r.re[i * n + j] - Math.cos(step * (i - j)))).toBeLessThan(tolerance);
          expect(Math.abs(r.im[i * n + j] - Math.sin(step * (i - j)))).toBeLessThan(tolerance);
        }
      }
    }
  });

  test('identity: a linear array cannot tell front from back, and the mirrored direction gives the conjugate', () => {
    const r = spatialCorrelation(baseline);
    const back = spatialCorrelation({ ...baseline, azimuth: Math.PI - baseline.azimuth });
    const mirrored = spatialCorrelation({ ...baseline, azimuth: -baseline.azimuth });
    for (let e = 0; e < 16; e++) {
      expect(back.re[e]).toBeCloseTo(r.re[e], 14);
      expect(back.im[e]).toBeCloseTo(r.im[e], 14);
      expect(mirrored.re[e]).toBeCloseTo(r.re[e], 14);
      expect(mirrored.im[e]).toBeCloseTo(-r.im[e], 14);
    }
  });

  test('limit: a single antenna has correlation 1', () => {
    expect(Array.from(spatialCorrelation({ ...baseline, antennaCount: 1 }).re)).toEqual([1]);
  });

  test('no antenna, half an antenna and a negative spread are refused', () => {
    expect(() => spatialCorrelation({ ...baseline, antennaCount: 0 })).toThrow(PropagationError);
    expect(() => spatialCorrelation({ ...baseline, antennaCount: 2.5 })).toThrow(PropagationError);
    expect(() => spatialCorrelation({ ...baseline, azimuthSpread: -0.1 })).toThrow(PropagationError);
    expect(() => spatialCorrelation({ ...baseline, elevationSpread: Number.NaN })).toThrow(PropagationError);
  });
});
