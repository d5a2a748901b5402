import { cellAt, type Deployment, deployNetwork, type Inspection } from '@vedetta/deployment';
import { drawKey, fillUniform } from '@vedetta/numerics';
import type { Point, Scenario } from '@vedetta/scenario';
import { deriveSeed } from '../../machinery/derive-seed.ts';
import { createLook, type Look, type PlacedCell } from '../look.ts';
import { makeSetUp, type SetUp } from '../set-up.ts';

/** The places that every curve of a set-up looks at: one in each of the baseline's nine regions, so that curves are compared place by place. */
export const sharedPlaces = (baseline: Scenario, unit: number, seed: number): readonly Point[] =>
  makeSetUp(baseline, unit, seed).cells.map(({ scatterer }) => scatterer);

export interface PlacesSetUp extends Pick<SetUp, 'deployment' | 'seed'> {
  /** Slots in which every place is looked at once. */
  readonly looks: readonly Look[];
}

/**
 * Puts up set-up number `unit` as `makeSetUp` does, and looks at places that are given. Target-centric modes look at one place of every region in
 * a slot; a region that has no place left inspects a cell that is drawn, which does not count. In the modes UC and CF every slot looks at one place.
 */
export function lookAtPlaces(
  { network, world }: Scenario,
  unit: number,
  seed: number,
  places: readonly Point[],
): PlacesSetUp {
  const layoutSeed = deriveSeed(seed, 'set-up', unit);
  const deployment = deployNetwork({ ...network, layoutSeed });
  const cells = places.map((scatterer) => placeIn(deployment, scatterer));
  const oneByOne = network.sensing.association === 'UC' || network.sensing.association === 'CF';
  const looks = oneByOne
    ? cells.map((cell) => createLook(deployment, world, [cell.inspection], [cell]))
    : rounds(deployment, cells).map((round, r) => {
        const idle = drawKey(layoutSeed, `figures/idle-cells/${r}`);
        const all = deployment.regions.map(({ id }, index) => {
          const cell = round.find(({ inspection }) => inspection.region === id) ?? idleCell(deployment, id, idle);
          return { ...cell, inspection: { ...cell.inspection, index } };
        });
        return createLook(
          deployment,
          world,
          all.map(({ inspection }) => inspection),
          all.filter(({ holdsTarget }) => holdsTarget),
        );
      });
  return { deployment, seed: deriveSeed(seed, 'realisations', unit), looks };
}

/** The n-th place of every region in round n. */
function rounds(deployment: Deployment, cells: readonly PlacedCell[]): PlacedCell[][] {
  const byRegion = deployment.regions.map(({ id }) => cells.filter(({ inspection }) => inspection.region === id));
  const count = Math.max(...byRegion.map((own) => own.length));
  return Array.from({ length: count }, (_, n) => byRegion.flatMap((own) => own.slice(n, n + 1)));
}

function placeIn(deployment: Deployment, scatterer: Point): PlacedCell {
  const found = cellAt(deployment.network, scatterer);
  if (found === null) throw new Error('a place outside the scanned volume');
  return { inspection: inspectionOf(deployment, found.region, found.cell), scatterer, holdsTarget: true };
}

function idleCell(deployment: Deployment, region: number, key: ReturnType<typeof drawKey>): PlacedCell {
  const uniform = new Float64Array(1);
  fillUniform(key, region, 0, 0, uniform);
  const { cellCount } = deployment.regions[region];
  const inspection = inspectionOf(deployment, region, Math.min(cellCount - 1, Math.floor(uniform[0] * cellCount)));
  return { inspection, scatterer: inspection.position, holdsTarget: false };
}

function inspectionOf({ regions }: Deployment, region: number, cell: number): Inspection {
  const { cellPosition, transmit, receive } = regions[region];
  return { index: 0, phase: 'detection', region, cell, position: cellPosition(cell), transmit, receive };
}
