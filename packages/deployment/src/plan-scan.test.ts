import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { sweepSlots } from './plan-scan.ts';
import { planSlot } from './plan-slot.ts';
import { slotTimeMs } from './slot-time.ts';
import { testNetwork } from './test-network.ts';
import type { Deployment, SlotPlan } from './types.ts';

function plans(deployment: Deployment, first: number): SlotPlan[] {
  return Array.from({ length: sweepSlots(deployment) }, (_, i) => planSlot(deployment, first + i));
}

const networks = {
  UTC: testNetwork(),
  TC: testNetwork({ sensing: { association: 'TC', regions: 4 } }),
  UC: testNetwork({ sensing: { association: 'UC' } }),
  CF: testNetwork({ sensing: { association: 'CF', regions: 4 } }),
  // What a scenario file refuses, the scan still keeps: a guard distance beyond the side of a region.
  'wide guard': { ...testNetwork(), sensing: { ...testNetwork().sensing, guardDistanceMetres: 300 } },
};

test.each(
  Object.entries(networks),
)('%s: a sweep inspects every cell of every region exactly once, from any slot', (_, network) => {
  const deployment = deployNetwork(network);
  for (const first of [0, 77]) {
    const seen = plans(deployment, first).flatMap((plan) =>
      plan.inspections.map(({ region, cell }) => `${region}/${cell}`),
    );
    const cells = deployment.regions.reduce((sum, region) => sum + region.cellCount, 0);
    expect(seen).toHaveLength(cells);
    expect(new Set(seen).size).toBe(cells);
  }
});

test.each(
  Object.entries(networks),
)('%s: two cells inspected at once are never nearer than the guard distance', (_, network) => {
  const deployment = deployNetwork(network);
  const guard = network.sensing.guardDistanceMetres;
  for (const { inspections } of plans(deployment, 0)) {
    for (const a of inspections) {
      for (const b of inspections.slice(a.index + 1)) {
        const metres = Math.hypot(...[0, 1, 2].map((axis) => a.position[axis] - b.position[axis]));
        expect(metres).toBeGreaterThanOrEqual(guard * (1 - 1e-12));
      }
    }
  }
});

test('an inspection names its region, its cell centre and the APs of the region; indexes count up', () => {
  const deployment = deployNetwork(networks.UTC);
  const { slot, inspections } = planSlot(deployment, 12);
  expect(slot).toBe(12);
  expect(inspections.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  for (const inspection of inspections) {
    const region = deployment.regions[inspection.region];
    expect(inspection.position).toEqual(region.cellPosition(inspection.cell));
    expect(inspection.transmit).toEqual(region.transmit);
    expect(inspection.receive).toEqual(region.receive);
  }
});

test.each(['UC', 'CF'] as const)('%s senses one region a slot, with all APs, and rotates over the regions', (mode) => {
  const deployment = deployNetwork(networks[mode]);
  const { length: regions } = deployment.regions;
  const first = Array.from({ length: 2 * regions }, (_, slot) => planSlot(deployment, slot).inspections);
  expect(first.every((inspections) => inspections.length === 1)).toBe(true);
  expect(first.map(([{ region }]) => region)).toEqual([...Array(regions).keys(), ...Array(regions).keys()]);
  expect(first[0][0].transmit).toEqual(deployment.transmitAccessPoints);
  expect(first[0][0].receive).toEqual(deployment.receiveAccessPoints);
});

test('the order is drawn from the layout seed, pure in the slot and the same in every process', () => {
  const deployment = deployNetwork(networks.UTC);
  const cells = (d: Deployment) => plans(d, 0).map(({ inspections }) => inspections[0].cell);
  expect(cells(deployNetwork(networks.UTC))).toEqual(cells(deployment));
  expect(cells(deployNetwork(testNetwork({ layoutSeed: 2 })))).not.toEqual(cells(deployment));
  expect(cells(deployment)).not.toEqual([...Array(50).keys()]);
  expect(planSlot(deployment, 31)).toEqual(planSlot(deployNetwork(networks.UTC), 31));
});

test('slots up to 2³² − 1 are planned, all others refused', () => {
  const deployment = deployNetwork(networks.UTC);
  expect(planSlot(deployment, 2 ** 32 - 1).inspections).toHaveLength(9);
  expect(slotTimeMs(networks.UTC, 2 ** 32 - 1)).toBe((2 ** 32 - 1) * 50);
  for (const slot of [-1, 0.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => planSlot(deployment, slot)).toThrow(expect.objectContaining({ code: 'SLOT_OUT_OF_RANGE' }));
    expect(() => slotTimeMs(networks.UTC, slot)).toThrow(expect.objectContaining({ code: 'SLOT_OUT_OF_RANGE' }));
  }
});
