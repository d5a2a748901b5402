import { createComplexMatrix, hermitianEigenvalues } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import {
  alarmProbability,
  buildGlrtCase,
  clutterCovariance,
  createReceiverBank,
  detectionThreshold,
  expandCovariance,
  fusedTail,
  type StructuredCovariance,
} from './index.ts';
import { looksOf, type TestSlot, testDeployment, testSlot } from './network-support.ts';

const nominal = 0.01;

/** Exact false-alarm probabilities of single reports at the nominal threshold, given the signals on air. */
function falseAlarms({ deployment, plan, blocks, situation }: TestSlot): number[] {
  const bank = createReceiverBank(deployment);
  bank.beginSlot(plan, blocks, situation);
  return looksOf(plan).map(({ inspection, receiver }) => {
    const law = bank.localLaw(inspection, receiver, []);
    return fusedTail([law], detectionThreshold(law.rank, nominal));
  });
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Slots of several layouts of a network. */
function slotsOf(changes: Record<string, unknown>, sensing: Record<string, unknown>, layouts: number): TestSlot[] {
  return Array.from({ length: layouts }, (_, i) => {
    const deployment = testDeployment({ layoutSeed: i + 1, ...changes }, sensing);
    return [testSlot(deployment, 1), testSlot(deployment, 6)];
  }).flat();
}

describe('nodes of arrival keep the false-alarm probability in every realisation', () => {
  it.each([
    ['the default arrays, 24 nodes', {}, 24],
    ['12 nodes', {}, 12],
    ['axes at random and twice the antennas', { accessPoints: { count: 16, antennaCount: 6, axis: 'random' } }, 16],
    ['exponential correlation', { propagation: { spatialCorrelation: 'exponential' } }, 16],
    ['strong clutter without line-of-sight loss', { propagation: { clutterScale: 1 } }, 16],
    ['more APs than samples', { accessPoints: { count: 40, antennaCount: 3 }, users: { count: 30 } }, 12],
  ] as [
    string,
    Record<string, unknown>,
    number,
  ][])('%s: P_FA ≤ 0.01 by the exact law in every cell', (_, changes, azimuthNodes) => {
    const all = slotsOf(changes, { clutterSet: { azimuthNodes } }, 8).flatMap(falseAlarms);
    expect(all.length).toBeGreaterThan(50);
    for (const p of all) expect(p).toBeLessThanOrEqual(nominal * (1 + 1e-9));
    expect(mean(all)).toBeGreaterThan(nominal / 2);
  });

  it('because Ψ ⪯ Ψ̂: the difference of the written-out covariances has no negative eigenvalue', () => {
    const slot = slotsOf(
      { block: { coherenceSamples: 10, sensingSamples: 10 } },
      { clutterSet: { azimuthNodes: 16 } },
      1,
    )[0];
    const { deployment, plan, blocks } = slot;
    const [{ inspection, receiver }] = looksOf(plan);
    const rows = 30;
    const received = { accessPoint: receiver, slot: plan.slot, observation: createComplexMatrix(rows, 1) };
    const knowledge = { accessPoint: receiver, deployment, plan, blocks };
    const believed = expandCovariance(
      buildGlrtCase(knowledge, inspection, received).covariance as StructuredCovariance,
      rows,
    );
    const truth = expandCovariance(clutterCovariance(knowledge), rows);
    const difference = {
      ...truth,
      re: truth.re.map((x, e) => believed.re[e] - x),
      im: truth.im.map((x, e) => believed.im[e] - x),
    };
    const values = hermitianEigenvalues(difference);
    const largest = hermitianEigenvalues(truth)[rows - 1];
    expect(values[0]).toBeGreaterThan(-1e-13 * largest);
    expect(values[rows - 1]).toBeGreaterThan(1e-4 * largest);
  });

  it('and cost little: detection probabilities of a sum of echoes fall by less than 0.03 with 24 nodes', () => {
    for (const scale of [3, 30]) {
      const [exact, nodes] = ['all', { azimuthNodes: 24 }].map((clutterSet) =>
        mean(
          slotsOf({}, { clutterSet }, 3).flatMap(({ deployment, plan, blocks, situation }) => {
            const bank = createReceiverBank(deployment);
            bank.beginSlot(plan, blocks, situation);
            return looksOf(plan).map(({ inspection, receiver }) => {
              const rcsCovariance = createComplexMatrix(blocks.length, blocks.length);
              for (let i = 0; i < blocks.length; i++) rcsCovariance.re[i * blocks.length + i] = scale;
              const means = bank.localMeans(inspection, receiver, [{ position: inspection.position, rcsCovariance }]);
              return alarmProbability(means, detectionThreshold(means.length, nominal));
            });
          }),
        ),
      );
      expect(exact).toBeGreaterThan(0.1);
      expect(exact - nodes).toBeGreaterThan(0);
      expect(exact - nodes).toBeLessThan(0.03);
    }
  });
});

describe('white noise in place of unknown clutter keeps nothing', () => {
  it.each([
    0, 4,
  ])('with the %d strongest known: false alarms at several times the nominal rate, in some cells above 0.1', (whiteRest) => {
    const all = slotsOf({}, { clutterSet: { whiteRest } }, 8).flatMap(falseAlarms);
    expect(mean(all)).toBeGreaterThan(3 * nominal);
    expect(Math.max(...all)).toBeGreaterThan(0.1);
  });
});
