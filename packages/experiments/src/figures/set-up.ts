import { cellExtent, type Deployment, deployNetwork, type Inspection } from '@vedetta/deployment';
import { drawKey, fillUniform, permutation } from '@vedetta/numerics';
import type { Point, Scenario, World } from '@vedetta/scenario';
import { deriveSeed } from '../machinery/derive-seed.ts';
import { createLook, type Look, type PowerChange, type SetUpCell } from './look.ts';

/** One of the paper's random placements: everything but the fading realisations. */
export interface SetUp extends Look {
  readonly deployment: Deployment;
  /** Of the draws of its realisations. */
  readonly seed: number;
  /** A world with one target of σ_α² = 1 in this cell, and no other: H₁ of (31). */
  worldOf(cell: SetUpCell): World;
}

/**
 * Puts up set-up number `unit`: access points, users and targets anew, under seeds derived from `seed` and `unit` alone, so that the
 * curves of a figure share their places and draws and differ in what they are about.
 *
 * The scenario's targets stand in distinct regions, drawn; each region inspects one range cell, which its target is in; a region without
 * a target inspects a cell drawn anywhere in it. A target stands anywhere in its cell, the inspected position is the cell's centre.
 */
export function makeSetUp({ network, world }: Scenario, unit: number, seed: number, changePower?: PowerChange): SetUp {
  const layoutSeed = deriveSeed(seed, 'set-up', unit);
  const deployment = deployNetwork({ ...network, layoutSeed });
  const { regions } = deployment;
  const key = drawKey(layoutSeed, 'figures/places');
  const order = permutation(drawKey(layoutSeed, 'figures/target-regions'), 0, 0, 0, regions.length);
  const withTarget = new Set(order.slice(0, world.targets.length));
  const extent = cellExtent(deployment.network);
  const uniform = new Float64Array(4);
  const placed = regions.map(({ id, cellCount, cellPosition, transmit, receive }, index) => {
    fillUniform(key, id, 0, 0, uniform);
    const cell = Math.min(cellCount - 1, Math.floor(uniform[3] * cellCount));
    const position = cellPosition(cell);
    const scatterer = position.map((centre, axis) => centre + extent[axis] * (uniform[axis] - 0.5));
    const inspection: Inspection = { index, phase: 'detection', region: id, cell, position, transmit, receive };
    return { inspection, scatterer: scatterer as unknown as Point, holdsTarget: withTarget.has(id) };
  });
  const inspections = placed.map(({ inspection }) => inspection);
  return {
    ...createLook(deployment, world, inspections, placed, changePower),
    deployment,
    seed: deriveSeed(seed, 'realisations', unit),
    worldOf: ({ scatterer }) => ({
      ...world,
      rcsVarianceDbsm: 0,
      targets: [{ positionMetres: scatterer, velocityMetresPerSecond: [0, 0, 0] }],
    }),
  };
}
