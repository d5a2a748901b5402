import { createComplexMatrix, drawKey, fillComplexNormal, gemm } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import { alarmMeans, alarmProbability, designTrackingReceivers, detectionThreshold } from './index.ts';
import { energy, lowerRoot, product } from './test-support.ts';
import { trackedScene } from './tracking-test-support.ts';

const probabilities = [0.1, 0.01, 0.001];

/** Binomial counts: |hits − n p| ≤ 4 √(n p (1 − p)) + 1. */
function expectRate(hits: number, draws: number, probability: number): void {
  const deviation = Math.sqrt(draws * probability * (1 - probability));
  expect(Math.abs(hits - draws * probability)).toBeLessThanOrEqual(4 * deviation + 1);
}

describe('under H₀ of (38), beside two interferers 60 and 40 dB above the noise', () => {
  const shape = { antennas: 3, transmitters: 3, samples: 8, clutter: 1, strength: [1, 1e6, 1e4], angleError: 0 };
  const { trackingCase, echoes, psi } = trackedScene('false alarms', shape);
  const others = echoes.slice(1);
  const [joint] = designTrackingReceivers(trackingCase, 'joint-glrt', [0]);
  const [plain] = designTrackingReceivers(trackingCase, 'glrt', [0]);
  const { covariance } = trackingCase;
  const jointMeans = alarmMeans(joint.weights, covariance, others);
  const plainMeans = alarmMeans(plain.weights, covariance, others);
  const thresholds = probabilities.map((p) => detectionThreshold(joint.rank, p));

  it('joint-glrt is Gamma(r_joint, 1) and holds 10⁻¹, 10⁻² and 10⁻³ exactly; glrt, by its exact law, alarms nearly always', () => {
    expect(joint.rank).toBe(3);
    expect(plain.rank).toBe(3);
    for (const mean of jointMeans) expect(Math.abs(mean - 1)).toBeLessThan(1e-8);
    probabilities.forEach((p, i) => {
      expect(Math.abs(alarmProbability(jointMeans, thresholds[i]) / p - 1)).toBeLessThan(1e-7);
      expect(alarmProbability(plainMeans, thresholds[i])).toBeGreaterThan(0.99);
    });
  });

  it('statistical: 100,000 draws count joint-glrt at 10⁻¹, 10⁻² and 10⁻³, glrt at its exact law, within 4 σ', () => {
    const draws = 100_000;
    const noiseRoot = lowerRoot(psi);
    const roots = others.map(({ echo, rcsCovariance }) => product('NN', echo, lowerRoot(rcsCovariance)));
    const key = drawKey(7, 'detection/tracking/false-alarms');
    const white = createComplexMatrix(psi.rows, 1);
    const y = createComplexMatrix(psi.rows, 1);
    const alpha = createComplexMatrix(3, 1);
    const jointOutput = createComplexMatrix(joint.rank, 1);
    const plainOutput = createComplexMatrix(plain.rank, 1);
    const jointHits = probabilities.map(() => 0);
    const plainHits = probabilities.map(() => 0);
    for (let draw = 0; draw < draws; draw++) {
      fillComplexNormal(key, draw, 0, 0, white);
      gemm('NN', noiseRoot, white, y);
      roots.forEach((root, l) => {
        fillComplexNormal(key, draw, 1 + l, 0, alpha);
        gemm('NN', root, alpha, y, 1, 1);
      });
      gemm('HN', joint.weights, y, jointOutput);
      gemm('HN', plain.weights, y, plainOutput);
      const statistics = [energy(jointOutput), energy(plainOutput)];
      thresholds.forEach((threshold, i) => {
        if (statistics[0] > threshold) jointHits[i]++;
        if (statistics[1] > threshold) plainHits[i]++;
      });
    }
    probabilities.forEach((p, i) => {
      expectRate(jointHits[i], draws, p);
      expectRate(plainHits[i], draws, alarmProbability(plainMeans, thresholds[i]));
    });
  });
});

describe('beside an interferer as strong as the noise', () => {
  it('glrt alarms at a rate well above nominal that its exact law gives, joint-glrt at the nominal one', () => {
    const shape = { antennas: 3, transmitters: 3, samples: 8, clutter: 1, strength: [1, 0.3], angleError: 0 };
    const { trackingCase, echoes } = trackedScene('weak interferer', shape);
    const [joint] = designTrackingReceivers(trackingCase, 'joint-glrt', [0]);
    const [plain] = designTrackingReceivers(trackingCase, 'glrt', [0]);
    const threshold = detectionThreshold(plain.rank, 0.01);
    const rate = ({ weights }: typeof plain) =>
      alarmProbability(alarmMeans(weights, trackingCase.covariance, [echoes[1]]), threshold);
    expect(Math.abs(rate(joint) / 0.01 - 1)).toBeLessThan(1e-9);
    expect(rate(plain)).toBeGreaterThan(0.02);
    expect(rate(plain)).toBeLessThan(0.9);
  });

  it('an angle error of the interferer leaves joint-glrt a residue: its law is no longer Gamma, but far nearer to it than glrt’s', () => {
    const shape = { antennas: 3, transmitters: 3, samples: 8, clutter: 1, strength: [1, 100], angleError: 0.01 };
    const { trackingCase, echoes } = trackedScene('misjudged', shape);
    const excess = (['joint-glrt', 'glrt'] as const).map((detector) => {
      const [{ weights, rank }] = designTrackingReceivers(trackingCase, detector, [0]);
      const means = alarmMeans(weights, trackingCase.covariance, [echoes[1]]);
      return means.reduce((sum, mean) => sum + mean, 0) - rank;
    });
    expect(excess[0]).toBeGreaterThan(1e-6);
    expect(excess[0]).toBeLessThan(1e-2 * excess[1]);
  });
});
