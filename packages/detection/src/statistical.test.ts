import { type ComplexMatrix, createComplexMatrix, drawKey, fillComplexNormal, gemm } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import {
  alarmMeans,
  alarmProbability,
  computeStatistic,
  designJointReceiver,
  designReceiver,
  detectionProbability,
  detectionThreshold,
  expandCovariance,
  fixedEchoDetectionProbability,
  fusedAlarmProbability,
} from './index.ts';
import { drawsNamed, energy, lowerRoot, product, randomCase, scaled, sum } from './test-support.ts';
import type { GlrtCase } from './types.ts';

/** Binomial counts: |hits − n p| ≤ 4 √(n p (1 − p)) + 1. */
function expectRate(hits: number, draws: number, probability: number): void {
  const deviation = Math.sqrt(draws * probability * (1 - probability));
  expect(Math.abs(hits - draws * probability)).toBeLessThanOrEqual(4 * deviation + 1);
}

/** Draws of Ψ^{½} n. */
function noiseOf(name: string, psi: ComplexMatrix): (draw: number) => ComplexMatrix {
  const root = lowerRoot(psi);
  const key = drawKey(2, `detection/statistical/${name}`);
  const white = createComplexMatrix(psi.rows, 1);
  const out = createComplexMatrix(psi.rows, 1);
  return (draw) => {
    fillComplexNormal(key, draw, 0, 0, white);
    gemm('NN', root, white, out);
    return out;
  };
}

const output = (weights: ComplexMatrix, y: ComplexMatrix) => energy(product('HN', weights, y));

function countAlarms(draws: number, thresholds: readonly number[], statistic: (draw: number) => number): number[] {
  const hits = thresholds.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const value = statistic(draw);
    thresholds.forEach((threshold, i) => {
      if (value > threshold) hits[i]++;
    });
  }
  return hits;
}

describe('under H₀ the statistic is Gamma(rank, 1)', () => {
  it.each([
    ['independent signals', 3, 0],
    ['signals of two shared streams, rank 2 of 4 columns', 4, 2],
  ])('%s: 20,000 draws stay within 4σ at 0.5, 0.1, 10⁻², 10⁻³', (name, transmitters, streams) => {
    const draws = 20_000;
    const { structured } = randomCase(name, { antennas: 2, transmitters, samples: 6, clutter: 3, streams });
    const noise = noiseOf(name, expandCovariance(structured.covariance, 12));
    const { rank } = computeStatistic(structured);
    const probabilities = [0.5, 0.1, 0.01, 0.001];
    const thresholds = probabilities.map((p) => detectionThreshold(rank, p));
    let total = 0;
    const hits = countAlarms(draws, thresholds, (draw) => {
      const { statistic } = computeStatistic({ ...structured, observation: noise(draw) });
      total += statistic;
      return statistic;
    });
    probabilities.forEach((p, i) => {
      expectRate(hits[i], draws, p);
    });
    expect(rank).toBe(streams || transmitters);
    expect(Math.abs(total / draws - rank)).toBeLessThan(4 * Math.sqrt(rank / draws));
  });
});

describe('the general law is exact', () => {
  const shape = { antennas: 2, transmitters: 3, samples: 7, clutter: 2 };
  const { structured, otherEcho } = randomCase('law', shape);
  const psi = expandCovariance(structured.covariance, 14);
  const draws = 20_000;

  it('for a detector that ignores the clutter: far from its Gamma threshold, exactly at its own law', () => {
    const unaware: GlrtCase = { ...structured, covariance: { noiseVariance: 1, terms: [] } };
    const { weights, rank } = designReceiver(unaware);
    const means = alarmMeans(weights, structured.covariance);
    const nominal = detectionThreshold(rank, 0.01);
    const probability = alarmProbability(means, nominal);
    expect(probability).toBeGreaterThan(0.1);
    const noise = noiseOf('unaware', psi);
    const hits = countAlarms(draws, [nominal, 3 * nominal], (draw) => output(weights, noise(draw)));
    expectRate(hits[0], draws, probability);
    expectRate(hits[1], draws, alarmProbability(means, 3 * nominal));
  });

  it('for echoes of targets elsewhere, and for a covariance that is wrong by a factor per term', () => {
    const rcsCovariance = scaled(drawsNamed('law rcs').correlation(3), 5);
    const wrong = {
      noiseVariance: 1.3,
      terms: structured.covariance.terms.map((term, m) => ({ ...term, power: term.power * (0.3 + m) })),
    };
    const { weights, rank } = designReceiver({ ...structured, covariance: wrong });
    const echoes = [
      { echo: otherEcho, rcsCovariance },
      { echo: scaled(structured.echo, 0.3), rcsCovariance },
    ];
    const means = alarmMeans(weights, structured.covariance, echoes);
    const threshold = detectionThreshold(rank, 0.05);
    const noise = noiseOf('elsewhere', psi);
    const root = lowerRoot(rcsCovariance);
    const key = drawKey(3, 'detection/statistical/rcs');
    const white = createComplexMatrix(3, 1);
    const reflectivity = (draw: number, target: number) => {
      fillComplexNormal(key, draw, target, 0, white);
      return product('NN', root, white);
    };
    const hits = countAlarms(draws, [threshold], (draw) => {
      const parts = echoes.map(({ echo }, target) => product('NN', echo, reflectivity(draw, target)));
      return output(weights, sum(noise(draw), ...parts));
    });
    expectRate(hits[0], draws, alarmProbability(means, threshold));
  });

  it('over reflectivities and at fixed ones, from a displaced true position', () => {
    const { weights, rank } = designReceiver(structured);
    const threshold = detectionThreshold(rank, 0.01);
    const rcsCovariance = scaled(drawsNamed('detection rcs').correlation(3), 3);
    const noise = noiseOf('detection', psi);
    const root = lowerRoot(rcsCovariance);
    const alpha = product('NN', root, drawsNamed('alpha').normal(3, 1));
    const fixed = product('NN', otherEcho, alpha);
    const key = drawKey(4, 'detection/statistical/rcs');
    const white = createComplexMatrix(3, 1);
    let random = 0;
    const hits = countAlarms(draws, [threshold], (draw) => {
      const y = noise(draw);
      fillComplexNormal(key, draw, 0, 0, white);
      const echo = product('NN', otherEcho, product('NN', root, white));
      if (output(weights, sum(y, echo)) > threshold) random++;
      return output(weights, sum(y, fixed));
    });
    expectRate(random, draws, detectionProbability(weights, otherEcho, rcsCovariance, threshold));
    expectRate(hits[0], draws, fixedEchoDetectionProbability(weights, otherEcho, alpha, threshold));
  });

  it('for the sum over several receive APs, at the threshold of the ranks that arrived', () => {
    const aware = designReceiver(structured);
    const unaware = designReceiver({ ...structured, covariance: { noiseVariance: 1, terms: [] } });
    const means = [
      alarmMeans(aware.weights, structured.covariance),
      alarmMeans(unaware.weights, structured.covariance),
    ];
    const threshold = detectionThreshold(aware.rank + unaware.rank, 0.02);
    const first = noiseOf('first', psi);
    const second = noiseOf('second', psi);
    const hits = countAlarms(
      draws,
      [threshold],
      (draw) => output(aware.weights, first(draw)) + output(unaware.weights, second(draw)),
    );
    expectRate(hits[0], draws, fusedAlarmProbability(means, 0.02) ?? Number.NaN);
  });
});

describe('joint-glrt', () => {
  it('keeps its false-alarm probability beside an interferer 60 dB above the noise, where glrt always alarms', () => {
    const draws = 20_000;
    const { structured, otherEcho } = randomCase('joint', { antennas: 3, transmitters: 3, samples: 9, clutter: 1 });
    const joint = designJointReceiver(structured, [otherEcho]);
    const plain = designReceiver(structured);
    expect(joint.rank).toBe(3);
    const noise = noiseOf('joint', expandCovariance(structured.covariance, 27));
    const key = drawKey(5, 'detection/statistical/interferer');
    const alpha = createComplexMatrix(3, 1);
    const strength = Math.sqrt(1e6 / energy(otherEcho));
    const probabilities = [0.1, 0.01, 0.001];
    const thresholds = probabilities.map((p) => detectionThreshold(joint.rank, p));
    let plainAlarms = 0;
    const hits = countAlarms(draws, thresholds, (draw) => {
      fillComplexNormal(key, draw, 0, 0, alpha);
      const y = sum(noise(draw), scaled(product('NN', otherEcho, alpha), strength));
      if (output(plain.weights, y) > detectionThreshold(plain.rank, 0.01)) plainAlarms++;
      return output(joint.weights, y);
    });
    probabilities.forEach((p, i) => {
      expectRate(hits[i], draws, p);
    });
    expect(plainAlarms).toBeGreaterThan(0.99 * draws);
  });

  it('with no interferer, or one that adds nothing, it is the plain statistic', () => {
    const { structured } = randomCase('joint none', { antennas: 2, transmitters: 2, samples: 8, clutter: 1 });
    const plain = designReceiver(structured);
    for (const others of [[], [createComplexMatrix(16, 2)]]) {
      const joint = designJointReceiver(structured, others);
      expect(joint.rank).toBe(plain.rank);
      expect(Math.abs(joint.statistic / plain.statistic - 1)).toBeLessThan(1e-11);
    }
  });

  it('a cell whose echoes the interferer covers has rank 0', () => {
    const { structured } = randomCase('joint same', { antennas: 2, transmitters: 2, samples: 8, clutter: 1 });
    expect(designJointReceiver(structured, [structured.echo])).toMatchObject({ statistic: 0, rank: 0 });
  });
});
