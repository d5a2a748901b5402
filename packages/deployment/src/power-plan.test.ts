import { parseNetwork } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { plannedAllocation, slotKinds, withPowerPlan } from './power-plan.ts';

const regionsOf = (sensing: object) =>
  slotKinds(deployNetwork(parseNetwork({ sensing }))).map(({ inspections }) => inspections.map(({ region }) => region));

describe('the kinds of slots of a network', () => {
  it.each([
    ['one where all regions are inspected at once', { regions: 4 }, [[0, 1, 2, 3]]],
    [
      'one a region where access points sense them one at a time',
      { regions: 4, association: 'UC' },
      [[0], [1], [2], [3]],
    ],
    [
      'one a target where access points sense them one at a time',
      {
        phase: 'tracking',
        association: 'CF',
        targetEstimatesMetres: [
          [10, 20, 30],
          [400, 50, 60],
        ],
      },
      [[0], [1]],
    ],
  ])('%s', (_, sensing, expected) => {
    expect(regionsOf(sensing)).toEqual(expected);
  });

  it('each has its own powers, whatever slot it is', () => {
    const deployment = deployNetwork(parseNetwork({ sensing: { regions: 4, association: 'UC' } }));
    const kinds = slotKinds(deployment);
    expect(plannedAllocation(deployment, kinds[0])).toBe(undefined);
    const powerPlan = kinds.map(({ inspections }) => ({ regions: inspections.map(({ region }) => region), power: [] }));
    const planned = withPowerPlan(deployment, powerPlan);
    expect(planned.powerPlan).toBe(powerPlan);
    for (const [i, { inspections }] of kinds.entries())
      expect(plannedAllocation(planned, { slot: 100, inspections })).toBe(powerPlan[i]);
    expect(plannedAllocation(planned, { slot: 0, inspections: [] })).toBe(undefined);
    expect(withPowerPlan(deployment, null)).toBe(deployment);
  });
});
