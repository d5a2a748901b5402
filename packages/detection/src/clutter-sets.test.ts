import { createComplexMatrix } from '@vedetta/numerics';
import type { SensingConfig } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { describe, expect, it } from 'vitest';
import {
  alarmMeans,
  buildGlrtCase,
  clutterCovariance,
  computeStatistic,
  createReceiverBank,
  DetectionError,
  designReceiver,
  echoMatrix,
  falseAlarmClaim,
  neededReferences,
  statisticOfSufficient,
} from './index.ts';
import { looksOf, type TestSlot, testDeployment, testSlot } from './network-support.ts';
import { drawsNamed, relativeDifference, scaled } from './test-support.ts';

const sets: [string, Record<string, unknown>][] = [
  ['nodes of arrival', { clutterSet: { azimuthNodes: 16 } }],
  ['nodes of arrival within 250 m', { clutterSet: { azimuthNodes: 16, withinMetres: 250 } }],
  ['the two strongest', { clutterSet: { strongest: 2 } }],
  ['the echo set alone', { clutterSet: { strongest: 0 } }],
  ['white rest', { clutterSet: { whiteRest: 1 } }],
  ['clutter-unaware', { detector: 'clutter-unaware' }],
];

function observed({ deployment, plan }: TestSlot, accessPoint: number) {
  const { accessPoints, block } = deployment.network;
  const white = drawsNamed(`seen ${accessPoint}`).normal(accessPoints.antennaCount * block.sensingSamples, 1);
  return { accessPoint, slot: plan.slot, observation: scaled(white, 9 * Math.sqrt(deployment.noiseVariance)) };
}

function bankOf({ deployment, plan, situation }: TestSlot, blocks: readonly TransmitBlock[]) {
  const bank = createReceiverBank(deployment);
  bank.beginSlot(plan, blocks, situation);
  return bank;
}

describe.each(sets)('what a receiver makes of a slot with %s', (_, sensing) => {
  const slot = testSlot(testDeployment({}, sensing), 2);
  const { deployment, plan, blocks, situation } = slot;
  const onAir = blocks.map(({ accessPoint }) => accessPoint);
  const bank = bankOf(slot, blocks);

  it('is, before any calibration, the statistic of the written-out case', () => {
    const claim = falseAlarmClaim(deployment.network.sensing);
    for (const { inspection, receiver } of looksOf(plan)) {
      const received = observed(slot, receiver);
      const knowledge = { accessPoint: receiver, deployment, plan, blocks, situation };
      const reference = computeStatistic(buildGlrtCase(knowledge, inspection, received));
      const { calibration } = bank.localLaw(inspection, receiver, []);
      const { statistic, rank } = bank.localStatistic(inspection, received);
      expect(calibration !== null).toBe(claim === 'longRun');
      expect(rank).toBe(reference.rank);
      const report = calibration ? calibration.report(reference.statistic) : reference.statistic;
      // The calibration multiplies relative errors by at most its slope in logarithms, some tens.
      expect(relativeDifference(statistic, report)).toBeLessThan(calibration ? 1e-8 : 1e-9);
    }
  });

  it('its means are those of the general law: its own design on the true covariance and true echoes', () => {
    const rcsCovariance = scaled(drawsNamed('set rcs').correlation(blocks.length), 10);
    const position = [220, 180, 40] as const;
    for (const { inspection, receiver } of looksOf(plan)) {
      const knowledge = { accessPoint: receiver, deployment, plan, blocks, situation };
      const { weights } = designReceiver(buildGlrtCase(knowledge, inspection, observed(slot, receiver)));
      const echo = echoMatrix(deployment, receiver, position, blocks);
      const reference = alarmMeans(weights, clutterCovariance(knowledge), [{ echo, rcsCovariance }]);
      const means = bank.localMeans(inspection, receiver, [{ position, rcsCovariance }]);
      expect(means.length).toBe(reference.length);
      means.forEach((mean, i) => {
        expect(relativeDifference(mean, reference[i])).toBeLessThan(1e-8);
      });
    }
  });

  it('is the same bits when blocks it does not need hold garbage or are left out', () => {
    for (const { inspection, receiver } of looksOf(plan).slice(0, 2)) {
      const needed = neededReferences(deployment, receiver, [inspection], onAir);
      const received = observed(slot, receiver);
      const local = bank.localStatistic(inspection, received);
      expect(statisticOfSufficient(bank.sufficientStatistic(inspection, received))).toEqual(local);
      const only = blocks.filter(({ accessPoint }) => needed.includes(accessPoint));
      const garbage = blocks.map((block) => {
        if (needed.includes(block.accessPoint)) return block;
        const samples = createComplexMatrix(block.samples.rows, block.samples.columns);
        samples.re.fill(Number.NaN);
        return { ...block, samples };
      });
      for (const others of [only, garbage])
        expect(bankOf(slot, others).localStatistic(inspection, received)).toEqual(local);
      expect(needed).toEqual(needed.toSorted((a, b) => a - b));
    }
  });
});

describe('needed references', () => {
  const neededWith = (sensing: Record<string, unknown>) => {
    const { deployment, plan, blocks } = testSlot(testDeployment({}, sensing), 2);
    const [{ inspection, receiver }] = looksOf(plan);
    const onAir = blocks.map(({ accessPoint }) => accessPoint);
    return { needed: neededReferences(deployment, receiver, [inspection], onAir), onAir, deployment, receiver };
  };

  it('are all transmit APs with all and with nodes, fewer within a distance, echo set and strongest otherwise', () => {
    for (const clutterSet of ['all', { azimuthNodes: 16 }]) {
      const { needed, onAir } = neededWith({ clutterSet });
      expect(needed).toEqual(onAir);
    }
    const near = neededWith({ clutterSet: { azimuthNodes: 16, withinMetres: 200 } });
    expect(near.needed.length).toBeLessThan(near.onAir.length);
    const echo = neededWith({ clutterSet: { strongest: 0 } }).needed;
    expect(echo).toHaveLength(3);
    const { needed, onAir, deployment, receiver } = neededWith({ clutterSet: { strongest: 4 } });
    const power = (id: number) => deployment.clutterLink(receiver, id).power;
    const strongest = onAir.toSorted((a, b) => power(b) - power(a)).slice(0, 4);
    expect(needed).toEqual([...new Set([...echo, ...strongest])].sort((a, b) => a - b));
  });

  it('do not fall with what is on air elsewhere: a needed block that is missing is refused by name', () => {
    const slot = testSlot(testDeployment({}, { clutterSet: { strongest: 2 } }), 2);
    const [{ inspection, receiver }] = looksOf(slot.plan);
    const onAir = slot.blocks.map(({ accessPoint }) => accessPoint);
    const [first] = neededReferences(slot.deployment, receiver, [inspection], onAir);
    const bank = bankOf(
      slot,
      slot.blocks.filter(({ accessPoint }) => accessPoint !== first),
    );
    expect(() => bank.localStatistic(inspection, observed(slot, receiver))).toThrow(DetectionError);
    const without = createReceiverBank(slot.deployment);
    without.beginSlot(slot.plan, slot.blocks);
    expect(() => without.localStatistic(inspection, observed(slot, receiver))).toThrow(/situation/);
  });
});

it('what may be claimed about the false-alarm probability follows from detector and clutter set', () => {
  const claim = (sensing: Record<string, unknown>) =>
    falseAlarmClaim(testDeployment({}, sensing).network.sensing as SensingConfig);
  expect(claim({})).toBe('everyRealisation');
  expect(sets.map(([, sensing]) => claim(sensing))).toEqual([
    'everyRealisation',
    'longRun',
    'longRun',
    'longRun',
    'none',
    'none',
  ]);
});
