import { losPathLossDb, losProbability, nlosPathLossDb } from '@vedetta/channel';
import { trace } from '@vedetta/numerics';
import { directionCosine } from '@vedetta/signal';
import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { testNetwork } from './test-network.ts';
import type { Deployment } from './types.ts';

function metresBetween(deployment: Deployment, a: number, b: number): number {
  const [p, q] = [deployment.accessPoints[a].position, deployment.accessPoints[b].position];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function pairs(deployment: Deployment): [number, number][] {
  const count = deployment.accessPoints.length;
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: a }, (_, b): [number, number] => [a, b]),
  );
}

test.each(['los', 'nlos', 'mixed'])('with %s the gain is the same both ways', (apToApPathLoss) => {
  const deployment = deployNetwork(testNetwork({ propagation: { apToApPathLoss } }));
  for (const [a, b] of pairs(deployment)) {
    expect(deployment.clutterLink(a, b).gain).toBe(deployment.clutterLink(b, a).gain);
  }
});

test('without shadowing b is the configured path loss', () => {
  for (const apToApPathLoss of ['los', 'nlos'] as const) {
    const deployment = deployNetwork(testNetwork({ propagation: { apToApPathLoss, shadowFading: false } }));
    for (const [a, b] of pairs(deployment)) {
      const metres = metresBetween(deployment, a, b);
      const loss = apToApPathLoss === 'los' ? losPathLossDb(2, metres, 10, 10) : nlosPathLossDb(2, metres);
      expect(10 * Math.log10(deployment.clutterLink(a, b).gain) + loss).toBeCloseTo(0, 9);
    }
  }
});

test('mixed draws the line of sight with its probability, within 5 σ', () => {
  const network = testNetwork({
    areaSideMetres: 150,
    accessPoints: { count: 40 },
    propagation: { apToApPathLoss: 'mixed', shadowFading: false, spatialCorrelation: 'uncorrelated' },
  });
  const deployment = deployNetwork(network);
  let seen = 0;
  let expected = 0;
  let variance = 0;
  for (const [a, b] of pairs(deployment)) {
    const metres = metresBetween(deployment, a, b);
    const p = losProbability(metres);
    const excess = 10 * Math.log10(deployment.clutterLink(a, b).gain) + losPathLossDb(2, metres, 10, 10);
    if (Math.abs(excess) < 1e-9) seen += 1;
    expected += p;
    variance += p * (1 - p);
  }
  expect(variance).toBeGreaterThan(50);
  expect(Math.abs(seen - expected)).toBeLessThan(5 * Math.sqrt(variance));
});

test.each([
  ['los', 3],
  ['nlos', 4],
])('shadowing of %s links deviates by %i dB, within 5 σ', (apToApPathLoss, deviation) => {
  const propagation = { apToApPathLoss, spatialCorrelation: 'uncorrelated' };
  const accessPoints = { count: 60 };
  const shadowed = deployNetwork(testNetwork({ accessPoints, propagation }));
  const plain = deployNetwork(testNetwork({ accessPoints, propagation: { ...propagation, shadowFading: false } }));
  const excess = pairs(shadowed).map(
    ([a, b]) => 10 * Math.log10(shadowed.clutterLink(a, b).gain / plain.clutterLink(a, b).gain),
  );
  const power = excess.reduce((sum, x) => sum + x * x, 0) / excess.length;
  expect(Math.abs(power - deviation ** 2)).toBeLessThan(5 * deviation ** 2 * Math.sqrt(2 / excess.length));
});

test('the power is ς b (1 − p), and nothing is scattered below 18 m', () => {
  const far = Array.from({ length: 14 }, (_, i) => [60 * i, 300] as const);
  const network = testNetwork({
    areaSideMetres: 900,
    accessPoints: { positionsMetres: [[100, 100], [110, 100], ...far] },
    propagation: { clutterScale: 0.5 },
  });
  const deployment = deployNetwork(network);
  const near = deployment.clutterLink(0, 1);
  expect(near.ricianFactor).toBe(Number.POSITIVE_INFINITY);
  expect(near.power).toBe(0);
  for (const [a, b] of pairs(deployment).filter(([a, b]) => metresBetween(deployment, a, b) > 18)) {
    const link = deployment.clutterLink(a, b);
    const p = losProbability(metresBetween(deployment, a, b));
    expect(link.power / (0.5 * link.gain * (1 - p))).toBeCloseTo(1, 12);
  }
});

test('the correlations point at the other AP: the phase of the first off-diagonal follows the direction cosine', () => {
  const network = testNetwork({ accessPoints: { axis: 'random' }, propagation: { angularSpreadDeg: 0.1 } });
  const deployment = deployNetwork(network);
  const link = deployment.clutterLink(2, 9);
  const [receiver, transmitter] = [deployment.accessPoints[2], deployment.accessPoints[9]];
  for (const [correlation, from, to] of [
    [link.receiveCorrelation, receiver, transmitter],
    [link.transmitCorrelation, transmitter, receiver],
  ] as const) {
    const phase = Math.PI * directionCosine(from.axis, from.position, to.position);
    expect(trace(correlation).re).toBeCloseTo(4, 12);
    expect(correlation.re[4]).toBeCloseTo(Math.cos(phase), 4); // (1, 0): a[1] a[0]*
    expect(correlation.im[4]).toBeCloseTo(Math.sin(phase), 4);
  }
});
