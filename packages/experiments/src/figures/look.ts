import { degToRad, rcsCovariance } from '@vedetta/channel';
import type { AccessPointPower, Deployment, Inspection, OnAirSlot, SlotPlan } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import { allocatePower } from '@vedetta/power';
import type { Point, World } from '@vedetta/scenario';

/** A range cell that is inspected, and what may stand in it. */
export interface PlacedCell {
  readonly inspection: Inspection;
  /** Anywhere in the cell: the target's place, or where one is thought of. */
  readonly scatterer: Point;
  readonly holdsTarget: boolean;
}

/** What one region looks at, in every realisation of a set-up. */
export interface SetUpCell extends PlacedCell {
  /** R of a scatterer there with σ_α² = 1, over the transmit APs with power, ascending. */
  readonly unitCovariance: ComplexMatrix;
}

/** Cells that are inspected in the same slot. */
export interface Look {
  /** Of its inspections, or of those that count. */
  readonly cells: readonly SetUpCell[];
  readonly power: readonly AccessPointPower[];
  /** A realisation is a slot: channels, symbols, clutter and noise are drawn under its number. */
  onAir(realisation: number): OnAirSlot;
}

/** Makes something else of the powers that the scenario's policy gives. */
export type PowerChange = (
  power: readonly AccessPointPower[],
  deployment: Deployment,
  plan: SlotPlan,
) => readonly AccessPointPower[];

export const asAllocated: PowerChange = (power) => power;

/** @param inspections  of the slot; those of `cells` are among them. */
export function createLook(
  deployment: Deployment,
  world: World,
  inspections: readonly Inspection[],
  cells: readonly PlacedCell[],
  changePower: PowerChange = asAllocated,
): Look {
  const { transmitAccessPoints } = deployment;
  const plan = { slot: 0, inspections };
  const power = changePower(allocatePower(deployment, plan, transmitAccessPoints), deployment, plan);
  const sending = placesWithPower(deployment, power);
  const angle = degToRad(world.rcsCorrelationDeg);
  return {
    cells: cells.map((cell) => ({ ...cell, unitCovariance: rcsCovariance(cell.scatterer, sending, 1, angle) })),
    power,
    onAir: (realisation) => ({ plan: { slot: realisation, inspections }, onAir: transmitAccessPoints, power }),
  };
}

/** Places of the APs that send anything. */
export function placesWithPower(deployment: Deployment, power: readonly AccessPointPower[]): Point[] {
  return power
    .filter(({ users, inspections }) => [...users, ...inspections].some((stream) => stream.power > 0))
    .map(({ accessPoint }) => deployment.accessPoints[accessPoint].position);
}
