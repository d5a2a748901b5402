import { exponentialCorrelation, spatialCorrelation } from '@vedetta/channel';
import { createComplexMatrix, drawKey, fillNormal, gemm } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import { azimuthElevation, directionCosine } from './direction.ts';
import { steeringVector } from './steering.ts';
import { largestDifference } from './test-support.ts';

const n = 4;
const spacing = 0.5;
const nominal = azimuthElevation([0.6, -0.8, 0], [100, 200, 10], [260, 90, 1.65]);

describe('spatial correlation and steering vectors follow one convention', () => {
  test('statistical: the correlation is the mean of a aᴴ over scattered angles', () => {
    const draws = 40_000;
    const [azimuthSpread, elevationSpread] = [0.26, 0.2];
    const wanted = spatialCorrelation({ antennaCount: n, spacing, ...nominal, azimuthSpread, elevationSpread });
    const key = drawKey(5, 'scattering test');
    const angles = new Float64Array(2);
    const a = createComplexMatrix(n, 1);
    const mean = createComplexMatrix(n, n);
    for (let i = 0; i < draws; i++) {
      fillNormal(key, i, 0, 0, angles);
      const azimuth = nominal.azimuth + azimuthSpread * angles[0];
      const elevation = nominal.elevation + elevationSpread * angles[1];
      steeringVector(n, spacing, Math.sin(azimuth) * Math.cos(elevation), a);
      gemm('NH', a, a, mean, 1 / draws, 1);
    }
    // The elements of a aᴴ have modulus 1, so their mean has variance (1 − |R|²)/draws; the squared deviation over it
    // is at most χ² with 1 degree of freedom in the worst (real) case: above 30 with probability 4.3e-8 a place.
    const roundOff = (draws * 2 ** -53) ** 2; // on the diagonal nothing else is left
    for (let e = 0; e < n * n; e++) {
      const variance = (1 - wanted.re[e] ** 2 - wanted.im[e] ** 2) / draws;
      const square = (mean.re[e] - wanted.re[e]) ** 2 + (mean.im[e] - wanted.im[e]) ** 2;
      expect(square).toBeLessThanOrEqual(30 * variance + roundOff);
    }
  });

  test('limit: without spread both correlations are a aᴴ of the direction in space', () => {
    const cosine = directionCosine([0.6, -0.8, 0], [100, 200, 10], [260, 90, 1.65]);
    const a = steeringVector(n, spacing, cosine);
    const outer = createComplexMatrix(n, n);
    gemm('NH', a, a, outer);
    const gaussian = spatialCorrelation({ antennaCount: n, spacing, ...nominal, azimuthSpread: 0, elevationSpread: 0 });
    expect(largestDifference(gaussian, outer)).toBeLessThan(1e-14);
    expect(largestDifference(exponentialCorrelation(n, 1, cosine, spacing), outer)).toBeLessThan(1e-14);
  });
});
