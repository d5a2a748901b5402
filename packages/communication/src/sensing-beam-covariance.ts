import { spatialCorrelation } from '@vedetta/channel';
import { BoundedMemo, type Deployment, matrixMemoCapacity } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { azimuthElevation, type Direction } from '@vedetta/signal';
import { requireIndex, requireNonNegative } from './check-situation.ts';

const memos = new WeakMap<Deployment, BoundedMemo<ComplexMatrix>>();

/**
 * Covariance of the beam with which an AP scans a region: the mean over the region's range cells, each visited equally often.
 *
 *   W_{i,m} = E[w₀ w₀ᴴ] = mean over cells p of a_m(p) a_m(p)ᴴ/N                                 (20)
 *
 * a[u] a[v]* = a[u − v] for a uniform linear array, so W is Toeplitz in the mean steering vector.
 *
 * @param accessPoint  m, id
 * @param region  i, id
 * @returns W, N × N, exactly Hermitian, trace 1. Memoised: not to be modified
 * @throws {CommunicationError} for an AP or a region that does not exist
 * @remarks O(cells · N) the first time
 */
export function scanBeamCovariance(deployment: Deployment, accessPoint: number, region: number): ComplexMatrix {
  const { accessPoints, regions, network } = deployment;
  requireIndex('accessPoint', accessPoint, accessPoints.length);
  requireIndex('region', region, regions.length);
  let memo = memos.get(deployment);
  if (memo === undefined) {
    const capacity = matrixMemoCapacity(network.accessPoints.antennaCount, 1);
    memo = new BoundedMemo(capacity, (key) =>
      meanOverCells(deployment, key % accessPoints.length, Math.floor(key / accessPoints.length)),
    );
    memos.set(deployment, memo);
  }
  return memo.get(region * accessPoints.length + accessPoint);
}

/**
 * Covariance of the beam with which an AP follows a target at a known place under an angle error ε ~ N(0, Δ), Δ diagonal, added to the
 * AP's own azimuth and elevation (12); the integral (22) by quadrature.
 *
 *   W_{l,m} = E[w₀ w₀ᴴ],   w₀ = a_m(φ + ε_φ, θ + ε_θ)/√N                                        (21)
 *
 * All APs share one ε, but each beam has its own symbols, so that UEs see W of each AP by itself. The outer mean of (21), over where
 * the target is, is the caller's.
 *
 * @param accessPoint  m, id
 * @param position  p_l, m
 * @param angleError  standard deviations of ε, rad; zeros for none: W = a aᴴ/N
 * @returns W, N × N, exactly Hermitian, trace 1
 * @throws {CommunicationError} for an AP that does not exist or a negative deviation
 */
export function trackBeamCovariance(
  deployment: Deployment,
  accessPoint: number,
  position: Point,
  angleError: Direction,
): ComplexMatrix {
  requireIndex('accessPoint', accessPoint, deployment.accessPoints.length);
  requireNonNegative('angleError.azimuth', angleError.azimuth);
  requireNonNegative('angleError.elevation', angleError.elevation);
  const { antennaCount, spacingWavelengths } = deployment.network.accessPoints;
  const { axis, position: from } = deployment.accessPoints[accessPoint];
  const { azimuth, elevation } = azimuthElevation(axis, from, position);
  const moment = spatialCorrelation({
    antennaCount,
    spacing: spacingWavelengths,
    azimuth,
    elevation,
    azimuthSpread: angleError.azimuth,
    elevationSpread: angleError.elevation,
  }); // E[a aᴴ] with both angles spread: (12), (22)
  for (let e = 0; e < moment.re.length; e++) {
    moment.re[e] /= antennaCount; // (21)
    moment.im[e] /= antennaCount;
  }
  return moment;
}

function meanOverCells(deployment: Deployment, accessPoint: number, region: number): ComplexMatrix {
  const { cellCount } = deployment.regions[region];
  const n = deployment.network.accessPoints.antennaCount;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let cell = 0; cell < cellCount; cell++) {
    const a = deployment.steering(accessPoint, deployment.regions[region].cellPosition(cell));
    for (let u = 0; u < n; u++) {
      re[u] += a.re[u];
      im[u] += a.im[u];
    }
  }
  const scale = 1 / (cellCount * n);
  const out = createComplexMatrix(n, n);
  for (let u = 0; u < n; u++) {
    for (let v = 0; v <= u; v++) {
      out.re[u * n + v] = re[u - v] * scale; // (20)
      out.im[u * n + v] = im[u - v] * scale;
      out.re[v * n + u] = out.re[u * n + v];
      out.im[v * n + u] = u === v ? 0 : -out.im[u * n + v];
    }
  }
  return out;
}
