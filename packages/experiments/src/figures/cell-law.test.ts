import { buildGlrtCase, computeScnr, createReceiverBank, designReceiver, echoMatrix } from '@vedetta/detection';
import { exponentialSumUpperTail } from '@vedetta/numerics';
import { createAir } from '@vedetta/world';
import { expect, it } from 'vitest';
import { cellLaw } from './cell-law.ts';
import { makeSetUp } from './set-up.ts';
import { figureScenario } from './variants.ts';

const scenario = figureScenario('test', 'isac');
const setUp = makeSetUp(scenario, 0, 7);
const { deployment } = setUp;
const onAir = setUp.onAir(3);
const blocks = createAir(deployment, scenario.world, setUp.seed).transmitBlocks(onAir);
const bank = createReceiverBank(deployment);
bank.beginSlot(onAir.plan, blocks);
const laws = setUp.cells.map((cell) => ({ cell, law: cellLaw(bank, cell) }));

it('the SCNR of a cell is that of the written-out receivers (36), and is linear in σ_α²', () => {
  const nothing = { rows: 200, columns: 1, re: new Float64Array(200), im: new Float64Array(200) };
  for (const { cell, law } of laws.slice(0, 3)) {
    const { inspection, scatterer, unitCovariance } = cell;
    for (const variance of [1, 10]) {
      const parts = inspection.receive.map((accessPoint) => {
        const knowledge = { accessPoint, deployment, plan: onAir.plan, blocks };
        const received = { accessPoint, slot: 3, observation: nothing };
        return {
          weights: designReceiver(buildGlrtCase(knowledge, inspection, received)).weights,
          echo: echoMatrix(deployment, accessPoint, scatterer, blocks),
          rcsCovariance: { ...unitCovariance, re: unitCovariance.re.map((x) => variance * x) },
        };
      });
      expect((variance * law.unitScnr) / computeScnr(parts)).toBeCloseTo(1, 8);
    }
  }
});

it('the exact miss probability falls with σ_α², from 1 − P_FA of the Gamma law', () => {
  for (const { law } of laws) {
    expect(law.means(0)).toEqual(new Float64Array(law.rank).fill(1));
    const misses = [0, 1, 10, 100, 1000].map((variance) => 1 - exponentialSumUpperTail(law.means(variance), 15));
    expect(misses).toEqual(misses.toSorted((a, b) => b - a));
    expect(new Set(misses).size).toBe(5);
  }
});

it('the mean of the statistic beyond H₀ is the SCNR times the rank', () => {
  for (const { law } of laws) {
    const mean = law.means(4).reduce((sum, value) => sum + value, 0);
    expect((mean - law.rank) / law.rank / (4 * law.unitScnr)).toBeCloseTo(1, 9);
  }
});
