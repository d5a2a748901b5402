import { drawKey, permutation } from '@vedetta/numerics';
import type { Network } from '@vedetta/scenario';
import { requireSlot } from './slot-time.ts';
import type { Deployment, Inspection, SlotPlan } from './types.ts';

interface ScanOrder {
  /** Regions that are inspected in the same slot; the groups take turns. */
  readonly groups: readonly (readonly number[])[];
  /** The order in which the cells of every region are visited. */
  readonly cells: Uint32Array;
}

const scanOrders = new WeakMap<Deployment, ScanOrder>();

/**
 * What is inspected in a slot while detecting: the same relative cell in every region of one group, the cells in an order drawn by name
 * from the layout seed. A sweep of `sweepSlots` slots visits every cell of every region once; all sweeps are alike, so each cell is
 * revisited at a constant period.
 *
 * Regions are congruent, so two cells inspected at once are a multiple of the region's side apart. A guard distance beyond one side
 * spreads the regions over several groups; in the modes UC and CF, where all APs sense one region at a time, every region is a group.
 *
 * @param slot  0 ≤ slot < 2³²
 * @returns inspections in ascending region, `index` counting them
 * @throws {DeploymentError} SLOT_OUT_OF_RANGE
 */
export function planScan(deployment: Deployment, slot: number): SlotPlan {
  requireSlot(slot);
  const { groups, cells } = scanOrderOf(deployment);
  const group = groups[slot % groups.length];
  const cell = cells[Math.floor(slot / groups.length) % cells.length];
  const inspections = group.map((id, index): Inspection => {
    const region = deployment.regions[id];
    const { transmit, receive } = region;
    return { index, phase: 'detection', region: id, cell, position: region.cellPosition(cell), transmit, receive };
  });
  return { slot, inspections };
}

/** Slots in which every cell of every region is inspected exactly once. */
export function sweepSlots(deployment: Deployment): number {
  const { groups, cells } = scanOrderOf(deployment);
  return groups.length * cells.length;
}

function scanOrderOf(deployment: Deployment): ScanOrder {
  const known = scanOrders.get(deployment);
  if (known !== undefined) return known;
  const { network, regions } = deployment;
  const key = drawKey(network.layoutSeed, 'layout/scan-order');
  const order = { groups: regionGroups(network), cells: permutation(key, 0, 0, 0, regions[0].cellCount) };
  scanOrders.set(deployment, order);
  return order;
}

function regionGroups(network: Network): number[][] {
  const { regions, association, guardDistanceMetres } = network.sensing;
  const perSide = Math.round(Math.sqrt(regions));
  const strideForGuard = Math.ceil((guardDistanceMetres * perSide) / network.areaSideMetres - 1e-9);
  const oneByOne = association === 'UC' || association === 'CF';
  const stride = oneByOne ? perSide : Math.min(perSide, Math.max(1, strideForGuard));
  const groups: number[][] = Array.from({ length: stride * stride }, () => []);
  for (let id = 0; id < regions; id++) {
    const row = Math.floor(id / perSide);
    groups[(row % stride) * stride + ((id % perSide) % stride)].push(id);
  }
  return groups;
}
