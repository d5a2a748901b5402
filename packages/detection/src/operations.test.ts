import { describe, expect, it } from 'vitest';
import { createReceiverBank } from './index.ts';
import { looksOf, testDeployment, testSlot } from './network-support.ts';
import * as count from './operations.ts';
import { drawsNamed } from './test-support.ts';

/** Mean work of a receiver that is alone in its bank, per inspection, in a network of M APs at one density. */
function perLook(accessPoints: number, sensing: Record<string, unknown>, slots = [1, 4]): number {
  const deployment = testDeployment(
    {
      areaSideMetres: 125 * Math.sqrt(accessPoints),
      accessPoints: { count: accessPoints, antennaCount: 3 },
      users: { count: accessPoints, pilotLength: 6 },
      block: { coherenceSamples: 12, sensingSamples: 12 },
    },
    sensing,
  );
  let total = 0;
  let looks = 0;
  for (const slot of slots) {
    const { plan, blocks, situation } = testSlot(deployment, slot);
    for (const { inspection, receiver } of looksOf(plan)) {
      const bank = createReceiverBank(deployment);
      bank.beginSlot(plan, blocks, situation);
      bank.localMeans(inspection, receiver, []);
      total += bank.operations;
      looks++;
    }
  }
  return total / looks;
}

describe('counted work of a receiver', () => {
  it('grows in proportion to the network where it knows everything, and hardly at all where it knows its echo set and the strongest', () => {
    const growth = (sensing: Record<string, unknown>) => perLook(96, sensing, [1]) / perLook(24, sensing);
    expect(growth({})).toBeGreaterThan(2);
    expect(growth({ clutterSet: { strongest: 3 } })).toBeLessThan(1.2);
  });

  it('with nodes within a distance it follows the density, not the number of APs', () => {
    const clutterSet = { azimuthNodes: 12, withinMetres: 200 };
    expect(perLook(96, { clutterSet }, [1]) / perLook(24, { clutterSet })).toBeLessThan(1.5);
  });

  it('is that of the kernels it calls: two statistics of one receiver share basis, assembly and factor', () => {
    const deployment = testDeployment({ block: { coherenceSamples: 12, sensingSamples: 12 } }, {});
    const { plan, blocks } = testSlot(deployment, 1);
    const [{ inspection, receiver }] = looksOf(plan);
    const bank = createReceiverBank(deployment);
    expect(bank.operations).toBe(0);
    bank.beginSlot(plan, blocks);
    const observation = drawsNamed('work').normal(36, 1);
    const ask = () => bank.localStatistic(inspection, { accessPoint: receiver, slot: plan.slot, observation });
    ask();
    const first = bank.operations;
    ask();
    const second = bank.operations - first;
    const [q, antennas, size, wide] = [12, 3, 36, 4];
    const widths = blocks.map(() => antennas);
    const test =
      count.gramOperations(size, wide) +
      count.reductionOperations(size, wide) +
      count.echoOperations(q, antennas, 3) +
      2 * count.solveOperations(size, wide) +
      count.productOperations(q, antennas, widths, wide, false);
    expect(second).toBe(test);
    expect(first - second).toBeCloseTo(
      count.basisOperations(12, 36, q) +
        blocks.length * count.mixOperations(q, antennas) +
        count.assemblyOperations(q, antennas, widths) +
        count.choleskyOperations(size),
      6,
    );
    expect(bank.calibrationOperations).toBe(0);
  });

  it('leading terms are the textbook ones', () => {
    expect(count.choleskyOperations(200)).toBeCloseTo(200 ** 3 / 6, 6);
    expect(count.solveOperations(200, 5)).toBe(100_000);
    expect(count.basisOperations(50, 4, 4)).toBe(2 * 50 * 6 + 200);
    expect(count.basisOperations(50, 400, 50)).toBe(count.basisOperations(50, 50, 50));
    expect(count.projectionOperations(50, 50, 4)).toBe(0);
  });
});
