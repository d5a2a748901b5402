import { nlosPathLossDb } from '@vedetta/channel';
import { trace } from '@vedetta/numerics';
import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { testNetwork } from './test-network.ts';
import type { Deployment } from './types.ts';

function excessDb(deployment: Deployment): number[] {
  return deployment.accessPoints.flatMap(({ id: m, position: p }) =>
    deployment.users.map(({ id: k, position: q }) => {
      const metres = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
      return 10 * Math.log10(deployment.userGain(m, k)) + nlosPathLossDb(2, metres);
    }),
  );
}

test('without shadowing ρ is the path loss without line of sight', () => {
  const deployment = deployNetwork(testNetwork({ propagation: { shadowFading: false } }));
  for (const excess of excessDb(deployment)) expect(Math.abs(excess)).toBeLessThan(1e-9);
});

test('shadowing is normal in dB with mean 0 and deviation 4, within 5 σ of 6400 draws', () => {
  const excess = excessDb(deployNetwork(testNetwork({ accessPoints: { count: 64 }, users: { count: 100 } })));
  const count = excess.length;
  const mean = excess.reduce((a, b) => a + b, 0) / count;
  const variance = excess.reduce((a, b) => a + (b - mean) ** 2, 0) / count;
  expect(Math.abs(mean)).toBeLessThan((5 * 4) / Math.sqrt(count));
  expect(Math.abs(variance - 16)).toBeLessThan(5 * 16 * Math.sqrt(2 / count));
});

test('gains do not depend on the order in which they are asked', () => {
  const forward = deployNetwork(testNetwork());
  const backward = deployNetwork(testNetwork());
  for (let m = 15; m >= 0; m--) for (let k = 15; k >= 0; k--) backward.userGain(m, k);
  for (let m = 0; m < 16; m++)
    for (let k = 0; k < 16; k++) expect(forward.userGain(m, k)).toBe(backward.userGain(m, k));
});

test.each([
  'gaussian',
  'exponential',
  'uncorrelated',
])('%s correlations are memoised and have trace N', (spatialCorrelation) => {
  const deployment = deployNetwork(testNetwork({ propagation: { spatialCorrelation } }));
  const correlation = deployment.userCorrelation(3, 5);
  expect(trace(correlation).re).toBeCloseTo(4, 12);
  expect(deployment.userCorrelation(3, 5)).toBe(correlation);
});
