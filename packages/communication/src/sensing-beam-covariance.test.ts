import { type Deployment, deployNetwork } from '@vedetta/deployment';
import {
  type ComplexMatrix,
  createComplexMatrix,
  drawKey,
  fillNormal,
  gemm,
  hermitianEigenvalues,
  trace,
} from '@vedetta/numerics';
import { parseNetwork } from '@vedetta/scenario';
import { azimuthElevation, sensingBeam, steeringVector } from '@vedetta/signal';
import { expect, test } from 'vitest';
import { CommunicationError } from './errors.ts';
import { scanBeamCovariance, trackBeamCovariance } from './sensing-beam-covariance.ts';

const deployment: Deployment = deployNetwork(
  parseNetwork({ accessPoints: { axis: 'random' }, sensing: { cellSizeMetres: [30, 30, 20] } }),
);
const n = 4;
const target = [310, 222, 64] as const;

function expectCovariance(w: ComplexMatrix): void {
  expect(trace(w).re).toBeCloseTo(1, 14);
  expect(hermitianEigenvalues(w)[0]).toBeGreaterThan(-1e-15);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      expect([w.re[i * n + j], w.im[i * n + j]]).toEqual([w.re[j * n + i], 0 - w.im[j * n + i]]);
}

test('(20) is the mean of w₀ w₀ᴴ over the cells of the region, beam by beam; trace 1, Hermitian', () => {
  for (const [accessPoint, region] of [
    [deployment.transmitAccessPoints[0], 0],
    [deployment.transmitAccessPoints[3], 8],
  ]) {
    const { cellCount, cellPosition } = deployment.regions[region];
    const mean = createComplexMatrix(n, n);
    for (let cell = 0; cell < cellCount; cell++) {
      const beam = sensingBeam(deployment.steering(accessPoint, cellPosition(cell)));
      gemm('NH', beam, beam, mean, 1 / cellCount, 1);
    }
    const w = scanBeamCovariance(deployment, accessPoint, region);
    for (let e = 0; e < n * n; e++) expect(Math.hypot(w.re[e] - mean.re[e], w.im[e] - mean.im[e])).toBeLessThan(1e-14);
    expectCovariance(w);
    expect(scanBeamCovariance(deployment, accessPoint, region)).toBe(w);
  }
});

test('statistical: (21) is the mean of w₀ w₀ᴴ over angle errors, within 4.5 σ of 20,000 draws', () => {
  const [accessPoint] = deployment.transmitAccessPoints;
  const { axis, position } = deployment.accessPoints[accessPoint];
  const { azimuth, elevation } = azimuthElevation(axis, position, target);
  const angleError = { azimuth: 0.3, elevation: 0.2 };
  const key = drawKey(5, 'test/angle-error');
  const error = new Float64Array(2);
  const draws = 20_000;
  const sum = createComplexMatrix(n, 1);
  const squares = createComplexMatrix(n, 1);
  for (let draw = 0; draw < draws; draw++) {
    fillNormal(key, draw, 0, 0, error);
    const phi = azimuth + angleError.azimuth * error[0];
    const theta = elevation + angleError.elevation * error[1];
    const a = steeringVector(n, 0.5, Math.sin(phi) * Math.cos(theta));
    for (let u = 0; u < n; u++) {
      sum.re[u] += a.re[u] / draws;
      sum.im[u] += a.im[u] / draws;
      squares.re[u] += a.re[u] ** 2 / draws;
      squares.im[u] += a.im[u] ** 2 / draws;
    }
  }
  const w = trackBeamCovariance(deployment, accessPoint, target, angleError);
  expectCovariance(w);
  for (let u = 1; u < n; u++) {
    // a[u] a[0]* = a[u]: the first column of n W. Parts bounded by 1 and normal in the mean: 4.5 σ with probability 7e-6 each.
    for (const part of ['re', 'im'] as const) {
      const deviation = Math.sqrt((squares[part][u] - sum[part][u] ** 2) / draws);
      expect(Math.abs(n * w[part][u * n] - sum[part][u])).toBeLessThan(4.5 * deviation);
    }
  }
});

test('without an angle error (21) is the beam (14) itself, and with one of many turns little of it is left', () => {
  const [accessPoint] = deployment.transmitAccessPoints;
  const beam = sensingBeam(deployment.steering(accessPoint, target));
  const exact = createComplexMatrix(n, n);
  gemm('NH', beam, beam, exact);
  const sharp = trackBeamCovariance(deployment, accessPoint, target, { azimuth: 0, elevation: 0 });
  for (let e = 0; e < n * n; e++)
    expect(Math.hypot(sharp.re[e] - exact.re[e], sharp.im[e] - exact.im[e])).toBeLessThan(1e-14);
  const { azimuth, elevation } = { azimuth: 20, elevation: 0 };
  const wide = trackBeamCovariance(deployment, accessPoint, target, { azimuth, elevation });
  expect(Math.hypot(wide.re[4], wide.im[4])).toBeLessThan(0.25);
});

test('APs, regions and deviations that do not exist are refused', () => {
  expect(() => scanBeamCovariance(deployment, 16, 0)).toThrow(CommunicationError);
  expect(() => scanBeamCovariance(deployment, 0, 9)).toThrow('region: must be a whole number from 0 to 8, is 9');
  expect(() => trackBeamCovariance(deployment, -1, target, { azimuth: 0, elevation: 0 })).toThrow('accessPoint');
  expect(() => trackBeamCovariance(deployment, 0, target, { azimuth: 0, elevation: -1 })).toThrow(
    'angleError.elevation',
  );
});
