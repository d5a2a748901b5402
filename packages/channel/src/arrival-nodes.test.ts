import { hermitianEigenvalues } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import { type ArrivalNodes, arrivalNodes, interpolated } from './arrival-nodes.ts';
import { PropagationError } from './errors.ts';
import { type CorrelationConfig, linkCorrelation } from './link-correlation.ts';

const gaussian: CorrelationConfig = {
  spatialCorrelation: 'gaussian',
  angularSpreadDeg: 15,
  exponentialCorrelation: 0.5,
};
const four = { antennaCount: 4, spacing: 0.5 };

/** Smallest eigenvalue of c_B R_interp(θ) − R(θ) over a fine grid of azimuths all around, none of them a grid point of the bound. */
function leastExcess(propagation: CorrelationConfig, array: typeof four, nodes: ArrivalNodes, factor: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 500; i++) {
    const azimuth = (2 * Math.PI * (i + 0.37)) / 500 - Math.PI;
    const r = linkCorrelation(propagation, { ...array, azimuth, elevation: 0 });
    const { lower, fraction } = nodes.split(Math.sin(azimuth));
    const mix = interpolated(nodes.correlations[lower], nodes.correlations[lower + 1], fraction);
    const excess = {
      ...mix,
      re: mix.re.map((x, e) => factor * x - r.re[e]),
      im: mix.im.map((x, e) => factor * x - r.im[e]),
    };
    least = Math.min(least, hermitianEigenvalues(excess)[0]);
  }
  return least;
}

describe('receive correlation between nodes of arrival', () => {
  test.each([
    ['four antennas, 24 nodes', gaussian, four, 24],
    ['four antennas, 12 nodes', gaussian, four, 12],
    ['two antennas, 7 nodes', gaussian, { antennaCount: 2, spacing: 0.5 }, 7],
    [
      'sixteen antennas, whose correlations are singular in double precision',
      gaussian,
      { antennaCount: 16, spacing: 0.5 },
      24,
    ],
    ['antennas a wavelength apart', gaussian, { antennaCount: 3, spacing: 1 }, 24],
    ['a spread of 5 degrees', { ...gaussian, angularSpreadDeg: 5 }, four, 40],
    ['exponential correlation', { ...gaussian, spatialCorrelation: 'exponential' }, four, 24],
    ['no correlation', { ...gaussian, spatialCorrelation: 'uncorrelated' }, four, 4],
  ] as [
    string,
    CorrelationConfig,
    typeof four,
    number,
  ][])('%s: R(θ) ⪯ c_B R_interp(θ) on a fine grid of arrivals, front and back', (_, propagation, array, count) => {
    const nodes = arrivalNodes(propagation, array, count);
    expect(leastExcess(propagation, array, nodes, nodes.bound)).toBeGreaterThan(-1e-12 * array.antennaCount);
    expect(nodes.correlations).toHaveLength(count);
  });

  test('c_B of four antennas at 15° is 1.103, 1.055, 1.023 at 12, 16, 24 nodes, plus 1 %, and no less would do', () => {
    for (const [count, supremum] of [
      [12, 1.103],
      [16, 1.055],
      [24, 1.023],
    ]) {
      const nodes = arrivalNodes(gaussian, four, count);
      expect(Math.abs(nodes.bound / 1.01 - supremum)).toBeLessThan(1e-3);
      expect(leastExcess(gaussian, four, nodes, nodes.bound / 1.012)).toBeLessThan(0);
    }
  });

  test('limit: c_B falls to 1 with more nodes, and is 1 where the arrival does not matter', () => {
    expect(arrivalNodes(gaussian, four, 400).bound).toBeLessThan(1.0002);
    expect(arrivalNodes({ ...gaussian, spatialCorrelation: 'uncorrelated' }, four, 2).bound).toBe(1);
  });

  test('at a node the interpolation is R itself, and the nodes enclose every arrival', () => {
    const nodes = arrivalNodes(gaussian, four, 24);
    for (const cosine of [-1, -0.99, -0.2, 0, 0.5, 1]) {
      const { lower, fraction } = nodes.split(cosine);
      expect(Math.sin(((lower + fraction) * Math.PI) / 23 - Math.PI / 2)).toBeCloseTo(cosine, 12);
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
    }
  });

  test('a single node and nodes too far apart for the spread are refused', () => {
    expect(() => arrivalNodes(gaussian, four, 1)).toThrow(PropagationError);
    expect(() => arrivalNodes({ ...gaussian, angularSpreadDeg: 0.5 }, { antennaCount: 32, spacing: 0.5 }, 4)).toThrow(
      PropagationError,
    );
  });
});
