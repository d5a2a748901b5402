import { exponentialSumUpperTail, gammaUpperTail } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import { partitionTransmitters } from '../clutter-sets.ts';
import { createReceiverBank, detectionThreshold, fusedTail } from '../index.ts';
import { equalPower, looksOf, testDeployment, testSlot } from '../network-support.ts';
import { drawsNamed, relativeDifference } from '../test-support.ts';
import { Calibration } from './calibration.ts';
import { drawTransmission } from './draw-transmission.ts';
import { longTermRest } from './long-term-rest.ts';

/** Draws of a calibration, `DRAWS` of calibrations.ts. */
const calibrated = 128;

describe('far clutter known by long-term statistics', () => {
  it.each([
    ['the echo set alone', { strongest: 0 }],
    ['the three strongest', { strongest: 3 }],
    ['nodes of arrival within 150 m', { azimuthNodes: 12, withinMetres: 150 }],
  ] as [
    string,
    Record<string, unknown>,
  ][])('%s: the mean of exact false-alarm probabilities over 160 transmissions of each cell is nominal within 4.5 σ', (_, clutterSet) => {
    const transmissions = 160;
    const nominal = 0.05;
    let excess = 0;
    let variance = 0;
    let spread = 0;
    for (const layoutSeed of [1, 2]) {
      const deployment = testDeployment(
        {
          layoutSeed,
          accessPoints: { count: 14, antennaCount: 2 },
          block: { coherenceSamples: 12, sensingSamples: 12 },
        },
        { clutterSet },
      );
      const looks = looksOf(testSlot(deployment, 3).plan);
      const values: number[][] = looks.map(() => []);
      const bank = createReceiverBank(deployment);
      for (let draw = 0; draw < transmissions; draw++) {
        const { plan, blocks, situation } = testSlot(deployment, 3, draw);
        bank.beginSlot(plan, blocks, situation);
        looks.forEach(({ inspection, receiver }, i) => {
          const law = bank.localLaw(inspection, receiver, []);
          values[i].push(fusedTail([law], detectionThreshold(law.rank, nominal)));
        });
      }
      for (const list of values) {
        const average = list.reduce((a, b) => a + b, 0) / transmissions;
        const square = list.reduce((a, b) => a + (b - average) ** 2, 0) / (transmissions - 1);
        excess += average - nominal;
        // The threshold comes from as many draws of the same law as a calibration has.
        variance += square * (1 / transmissions + 1 / calibrated);
        spread = Math.max(spread, Math.sqrt(square));
      }
    }
    expect(Math.abs(excess)).toBeLessThan(4.5 * Math.sqrt(variance));
    // The test can tell: transmissions differ, and nominal is known to a fifth.
    expect(spread).toBeGreaterThan(nominal / 10);
    expect((4.5 * Math.sqrt(variance)) / 8).toBeLessThan(nominal / 5);
  });

  it('a second process makes the same calibration, in any order, whatever was transmitted', () => {
    const report = (order: readonly number[]) => {
      const deployment = testDeployment({}, { clutterSet: { strongest: 1 } });
      const bank = createReceiverBank(deployment);
      const reports = new Map<number, number>();
      for (const slot of order) {
        const { plan, blocks, situation } = testSlot(deployment, slot, 500 + slot * order[0]);
        bank.beginSlot(plan, blocks, situation);
        for (const { inspection, receiver } of looksOf(plan).slice(0, 1)) {
          const { calibration } = bank.localLaw(inspection, receiver, []);
          reports.set(slot, calibration!.report(7));
        }
      }
      return reports;
    };
    const first = report([2, 5]);
    const second = report([5, 2]);
    for (const slot of [2, 5]) expect(first.get(slot)).toBe(second.get(slot));
  });

  it('its long-term covariance is the mean of what unknown APs scatter, given the known symbols', () => {
    const deployment = testDeployment(
      { block: { coherenceSamples: 6, sensingSamples: 6 }, accessPoints: { count: 12, antennaCount: 2 } },
      { clutterSet: { strongest: 0 } },
    );
    const { plan, blocks } = testSlot(deployment, 0);
    const [{ inspection, receiver }] = looksOf(plan);
    const power = equalPower(deployment, plan);
    const onAir = blocks.map(({ accessPoint }) => accessPoint);
    const partition = partitionTransmitters(deployment, receiver, inspection.position, onAir);
    const { streams, white } = longTermRest(deployment, receiver, plan, power, partition, false);
    // Mean over draws of tr of the unknown clutter, per sample: Σ_k |x_k|² p_k + p_u with unit symbols on average.
    const draws = 600;
    let sum = 0;
    let squares = 0;
    for (let draw = 0; draw < draws; draw++) {
      let total = 0;
      for (const { accessPoint, samples } of drawTransmission(deployment, plan, power, draw, 77).blocks) {
        if (!partition.rest.includes(accessPoint)) continue;
        const link = deployment.clutterLink(receiver, accessPoint);
        const { re, im } = link.transmitCorrelation;
        for (let t = 0; t < 6; t++)
          for (let a = 0; a < 2; a++)
            for (let b = 0; b < 2; b++) {
              const [x, y, r] = [t * 2 + a, t * 2 + b, a * 2 + b];
              const real = samples.re[x] * samples.re[y] + samples.im[x] * samples.im[y];
              const imaginary = samples.re[x] * samples.im[y] - samples.im[x] * samples.re[y];
              total += (link.power * (real * re[r] - imaginary * im[r])) / 6;
            }
      }
      sum += total;
      squares += total ** 2;
    }
    const average = sum / draws;
    const sigma = Math.sqrt((squares / draws - average ** 2) / draws);
    const expected = streams.reduce((total, stream) => total + stream.power, white.power);
    expect(streams.length).toBeGreaterThan(0);
    expect(Math.abs(average - expected)).toBeLessThan(4.5 * sigma);
    expect(sigma).toBeLessThan(0.1 * expected);
  });
});

describe('a calibration', () => {
  const draws = [Float64Array.of(0.5, 1, 2), Float64Array.of(0.1, 0.9, 1.1), Float64Array.of(1, 1, 6)];
  const calibration = new Calibration(3, draws);

  it('makes the statistic Gamma(r, 1) under the mixture of its draws', () => {
    for (const x of [0.3, 2, 8, 40]) {
      const tail = draws.reduce((sum, means) => sum + exponentialSumUpperTail(means, x) / 3, 0);
      expect(relativeDifference(gammaUpperTail(3, calibration.report(x)), tail)).toBeLessThan(1e-12);
      expect(relativeDifference(calibration.statisticOf(calibration.report(x)), x)).toBeLessThan(1e-9);
    }
  });

  it('is the identity when all means are 1', () => {
    const plain = new Calibration(2, [Float64Array.of(1, 1)]);
    for (const x of [1e-3, 1, 30, 500]) expect(relativeDifference(plain.report(x), x)).toBeLessThan(1e-10);
  });

  it('stays finite and increasing far beyond the smallest tail', () => {
    let before = 0;
    for (let x = 1; x < 1e7; x *= 1.3) {
      const report = calibration.report(x);
      expect(report).toBeGreaterThan(before);
      expect(Number.isFinite(report)).toBe(true);
      before = report;
      expect(relativeDifference(calibration.statisticOf(report), x)).toBeLessThan(1e-6);
    }
  });
});

describe('reports of several receive APs', () => {
  it('the sum of calibrated ones exceeds a threshold with the probability that 40,000 draws show, within 4 σ', () => {
    const calibration = new Calibration(2, [Float64Array.of(0.5, 2), Float64Array.of(1, 3)]);
    const laws = [
      { rank: 2, means: Float64Array.of(0.7, 2.5), calibration },
      { rank: 2, means: Float64Array.of(0.4, 4), calibration },
      { rank: 1, means: Float64Array.of(0.9), calibration: null },
    ];
    const probability = fusedTail(laws, 9);
    const uniforms = drawsNamed('fused law');
    const exponential = () => -Math.log(uniforms.uniform());
    let hits = 0;
    const count = 40_000;
    for (let i = 0; i < count; i++) {
      let total = 0;
      for (const { means, calibration: used } of laws) {
        const statistic = means.reduce((sum, m) => sum + m * exponential(), 0);
        total += used ? used.report(statistic) : statistic;
      }
      if (total > 9) hits++;
    }
    expect(Math.abs(hits - count * probability)).toBeLessThan(4 * Math.sqrt(count * probability * (1 - probability)));
  });

  it('without a calibration it is the general law of all means together', () => {
    const laws = [Float64Array.of(1, 2), Float64Array.of(0.5)].map((means) => ({
      rank: means.length,
      means,
      calibration: null,
    }));
    expect(fusedTail(laws, 6)).toBe(exponentialSumUpperTail([1, 2, 0.5], 6));
  });
});
