import { createReceiverBank } from '@vedetta/detection';
import { createAir, sumParts } from '@vedetta/world';
import { describe, expect, it } from 'vitest';
import { bernsteinDeviation } from '../../statistics.ts';
import { makeSetUp } from '../set-up.ts';
import { figureScenario } from '../variants.ts';
import { missUnit } from './miss-unit.ts';
import { createReceivedCell } from './received-cell.ts';

const context = { unit: 0, seed: 3, version: 'test', signal: new AbortController().signal, progress() {} };

it('a cell’s statistic is that of samples with the echo of its own target, for any σ_α²', () => {
  const scenario = figureScenario('test', 'isac');
  const setUp = makeSetUp(scenario, 0, 3);
  const bank = createReceiverBank(setUp.deployment);
  const onAir = setUp.onAir(1);
  const blocks = createAir(setUp.deployment, scenario.world, setUp.seed).transmitBlocks(onAir);
  bank.beginSlot(onAir.plan, blocks);
  for (const cell of setUp.cells.slice(0, 3)) {
    const received = createReceivedCell(setUp, cell)(bank, onAir, blocks);
    for (const rcsVarianceDbsm of [-10, 10, 30]) {
      const air = createAir(setUp.deployment, { ...setUp.worldOf(cell), rcsVarianceDbsm }, setUp.seed);
      const { inspection } = cell;
      const direct = inspection.receive.map((accessPoint) => {
        const observation = sumParts(air.receiveParts(onAir, blocks, accessPoint));
        return bank.localStatistic(inspection, { accessPoint, slot: 1, observation }).statistic;
      });
      const statistic = direct.reduce((sum, value) => sum + value, 0);
      expect(received.statistic(10 ** (rcsVarianceDbsm / 20)) / statistic).toBeCloseTo(1, 8);
    }
  }
});

describe.each(['isac', 'redistribute', 'unaware'] as const)('%s', (variant) => {
  const scenario = figureScenario('test', variant, { propagation: { clutterScale: 0.1 } });
  const tallies = missUnit(scenario, { rcsDbsm: [0, 10, 20], realisations: 40 }, context);

  it('counted misses and false alarms are those of the exact law', () => {
    expect(tallies).toHaveLength(variant === 'unaware' ? 6 : 3);
    for (const tally of tallies) {
      expect(tally.trials).toBe(160);
      const risk = 1e-4 / tallies.length;
      expect(Math.abs(tally.misses - tally.exactMisses)).toBeLessThan(bernsteinDeviation(tally.variance, risk));
      expect(Math.abs(tally.falseAlarms - tally.exactFalseAlarms)).toBeLessThan(
        bernsteinDeviation(tally.falseAlarmVariance, risk),
      );
    }
  });

  it('false alarms have their probability at the threshold of the detector’s own law', () => {
    for (const { threshold, trials, exactFalseAlarms } of tallies) {
      if (variant !== 'unaware' || threshold === 'exact') expect(exactFalseAlarms / trials).toBeCloseTo(0.01, 9);
      else expect(exactFalseAlarms / trials).toBeGreaterThan(0.9);
    }
  });
});
