import { planSlot } from '@vedetta/deployment';
import { describe, expect, it } from 'vitest';
import {
  alarmMeans,
  buildGlrtCase,
  buildInterferers,
  clutterCovariance,
  computeJointStatistic,
  computeStatistic,
  createReceiverBank,
  DetectionError,
  designReceiver,
  echoMatrix,
  type ReceivedBlock,
} from './index.ts';
import { looksOf, testDeployment, testSlot } from './network-support.ts';
import { drawsNamed, product, relativeDifference, scaled } from './test-support.ts';

/** Samples of strong signals and units of blocks of 12 samples that have nothing to do with them: 0.1 to 1000 times the noise. */
function rounded(noiseVariance: number, accessPoint: number, slot: number, rows: number): ReceivedBlock {
  const draws = drawsNamed(`rounded ${accessPoint} ${slot}`);
  const units = Array.from({ length: Math.ceil(rows / 12) }, () => 10 ** (4 * draws.uniform() - 1));
  const rounding = Float64Array.from({ length: rows }, (_, i) => noiseVariance * units[Math.floor(i / 12)]);
  return { accessPoint, slot, observation: scaled(draws.normal(rows, 1), 10 * Math.sqrt(noiseVariance)), rounding };
}

describe.each([
  ['glrt', 5, {}],
  ['glrt, blocks of whole times', 4, {}],
  ['joint-glrt', 5, { phase: 'tracking', detector: 'joint-glrt', receivePerRegion: 1 }],
  ['clutter-unaware', 5, { detector: 'clutter-unaware' }],
  ['nodes of arrival', 5, { clutterSet: { azimuthNodes: 12 } }],
  ['long-term statistics', 5, { clutterSet: { strongest: 4 } }],
])('rounded samples: %s', (name, antennaCount, { phase, ...sensing }: Record<string, unknown>) => {
  const targetEstimatesMetres = [
    [100, 120, 40],
    [400, 300, 60],
  ];
  const deployment = testDeployment(
    { accessPoints: { count: 16, antennaCount } },
    phase ? { ...sensing, phase, echoSet: 'all', targetEstimatesMetres } : sensing,
  );
  const { plan, blocks, situation } = testSlot(deployment, 2);
  const rows = 20 * antennaCount;
  const knowledge = (accessPoint: number) => ({ accessPoint, deployment, plan, blocks, situation });
  const received = (accessPoint: number) => rounded(deployment.noiseVariance, accessPoint, 2, rows);
  const prepared = () => {
    const bank = createReceiverBank(deployment);
    bank.beginSlot(plan, blocks, situation);
    return bank;
  };

  it('the statistic is that of the written-out case, whose noise holds the rounding', () => {
    const bank = prepared();
    for (const { inspection, receiver } of looksOf(plan)) {
      const block = received(receiver);
      const glrtCase = buildGlrtCase(knowledge(receiver), inspection, block);
      const others = buildInterferers(knowledge(receiver), inspection);
      const reference = others.length > 0 ? computeJointStatistic(glrtCase, others) : computeStatistic(glrtCase);
      const local = bank.localStatistic(inspection, block);
      const { calibration } = bank.localLaw(inspection, receiver, [], block.rounding);
      const expected = calibration ? calibration.report(reference.statistic) : reference.statistic;
      expect(local.rank).toBe(reference.rank);
      expect(relativeDifference(local.statistic, expected)).toBeLessThan(1e-9);
      const uncounted = bank.localStatistic(inspection, { ...block, rounding: null });
      expect(relativeDifference(uncounted.statistic, local.statistic)).toBeGreaterThan(0.01);
    }
  });

  it('with Ψ as designed every mean is 1, rounding included; echoes add what the general law says', () => {
    const bank = prepared();
    const rcsCovariance = scaled(drawsNamed('rounded rcs').correlation(blocks.length), 10);
    const position = [120, 80, 40] as const;
    for (const { inspection, receiver } of looksOf(plan).slice(0, 3)) {
      const block = received(receiver);
      const glrtCase = buildGlrtCase(knowledge(receiver), inspection, block);
      if (buildInterferers(knowledge(receiver), inspection).length > 0) continue;
      const { weights } = designReceiver(glrtCase);
      const { noiseVariance, terms } = clutterCovariance(knowledge(receiver));
      // diag(d) written out here once more: the difference of two cases' terms.
      const exact = buildGlrtCase(knowledge(receiver), inspection, { ...block, rounding: null });
      const added = glrtCase.covariance as typeof glrtCase.covariance & { terms: typeof terms };
      const before = exact.covariance as typeof added;
      const truth = { noiseVariance, terms: [...terms, ...added.terms.slice(before.terms.length)] };
      const echo = echoMatrix(deployment, receiver, position, blocks);
      const reference = alarmMeans(weights, truth, [{ echo, rcsCovariance }]);
      const means = bank.localMeans(inspection, receiver, [{ position, rcsCovariance }], block.rounding);
      expect(means.length).toBe(reference.length);
      means.forEach((mean, i) => {
        expect(relativeDifference(mean, reference[i])).toBeLessThan(1e-8);
      });
      if (name.startsWith('glrt'))
        for (const mean of bank.localMeans(inspection, receiver, [], block.rounding))
          expect(Math.abs(mean - 1)).toBeLessThan(1e-9);
    }
  });

  it('the terms of the written-out case are diag(d)', () => {
    const [{ inspection, receiver }] = looksOf(plan);
    const block = received(receiver);
    const terms = (rounding: Float64Array | null) => {
      const { covariance } = buildGlrtCase(knowledge(receiver), inspection, { ...block, rounding });
      return 'terms' in covariance ? covariance.terms : [];
    };
    const own = terms(block.rounding ?? null).slice(terms(null).length);
    expect(own).toHaveLength(antennaCount === 4 ? 1 : antennaCount);
    for (let t = 0; t < 20; t++)
      for (let n = 0; n < antennaCount; n++) {
        let variance = 0;
        for (const { power, signal, receiveCorrelation } of own)
          variance += power * product('NH', signal, signal).re[t * 21] * receiveCorrelation.re[n * (antennaCount + 1)];
        expect(relativeDifference(variance, block.rounding?.[t * antennaCount + n] ?? 0)).toBeLessThan(1e-14);
      }
  });

  it('the bits are the same whatever was tested before, rounded or not', () => {
    const looks = looksOf(plan);
    const alone = looks.map(({ inspection, receiver }) => prepared().localStatistic(inspection, received(receiver)));
    const bank = prepared();
    const other = looks.map(({ inspection, receiver }) => {
      const block = received(receiver);
      bank.localStatistic(inspection, { ...block, rounding: null });
      bank.localStatistic(inspection, { ...block, rounding: block.rounding?.map((x) => 2 * x) ?? null });
      return bank.localStatistic(inspection, block);
    });
    expect(other).toEqual(alone);
    for (const [i, { inspection, receiver }] of looks.toReversed().entries())
      expect(bank.localStatistic(inspection, received(receiver))).toEqual(alone.at(-1 - i));
  });

  it('rounding of no power changes nothing but the last digits', () => {
    const bank = prepared();
    for (const { inspection, receiver } of looksOf(plan)) {
      const block = received(receiver);
      const exact = bank.localStatistic(inspection, { ...block, rounding: null });
      const none = bank.localStatistic(inspection, { ...block, rounding: new Float64Array(rows) });
      expect(none.rank).toBe(exact.rank);
      expect(relativeDifference(none.statistic, exact.statistic)).toBeLessThan(1e-9);
    }
  });
});

it('variances that no rounding has are refused', () => {
  const deployment = testDeployment({}, {});
  const { plan, blocks, situation } = testSlot(deployment, 0);
  const bank = createReceiverBank(deployment);
  bank.beginSlot(planSlot(deployment, 0), blocks, situation);
  const [{ inspection, receiver }] = looksOf(plan);
  const block = rounded(deployment.noiseVariance, receiver, 0, 60);
  const withRounding = (rounding: Float64Array) => () => bank.localStatistic(inspection, { ...block, rounding });
  expect(withRounding(new Float64Array(59))).toThrow(DetectionError);
  expect(withRounding(new Float64Array(60).fill(-1))).toThrow(DetectionError);
  expect(withRounding(new Float64Array(60).fill(Number.NaN))).toThrow(DetectionError);
});
