import { cellAt, deployNetwork } from '@vedetta/deployment';
import { drawKey, fillUniform, permutation } from '@vedetta/numerics';
import { loadScenario, type Point, type Scenario } from '@vedetta/scenario';

/** Overrides of a preset, as a scenario file would write them. */
export interface Overrides {
  readonly preset: string;
  readonly network: {
    readonly areaSideMetres: number;
    readonly sensing: Record<string, unknown>;
    readonly [key: string]: unknown;
  };
  readonly world: Readonly<Record<string, unknown>>;
}

export interface Stage {
  /** Cells of a region along x, y and height. */
  readonly cells: readonly [number, number, number];
  /** Targets; at most half as many for each region as a region has cells. */
  readonly targets: number;
}

/** Range cells of the paper's experiments, c/2B across and four height layers: the target is anywhere in one. */
const uncertaintyMetres: Point = [7.5, 7.5, 20];

/**
 * A network whose scan gives false alarms and detections in one run, both clean.
 *
 * All regions are scanned in step, so targets are put where they share the air as in the paper's experiments: into half of the relative
 * cells of a region. A slot that inspects one of the others has no echo at all, and its alarms are false alarms; in a slot that inspects
 * one of these, the targets that stand in an inspected cell echo (`otherEchoes: inspected`). A target stands within a range cell of
 * 7.5 × 7.5 × 20 m around the inspected position; the cells of the scan are larger only so that a sweep is short.
 */
export function stagedScenario(name: string, overrides: Overrides, { cells, targets }: Stage): Scenario {
  const { network, world } = overrides;
  const regions = Number(network.sensing.regions);
  const side = network.areaSideMetres / Math.sqrt(regions);
  const cellSizeMetres = [side / cells[0], side / cells[1], 80 / cells[2]];
  const staged = {
    ...overrides,
    network: { ...network, sensing: { ...network.sensing, heightRangeMetres: [20, 100], cellSizeMetres } },
  };
  const empty = load(name, { ...staged, world: { ...world, targets: [], otherEchoes: 'inspected' } });
  const positions = placeTargets(empty, targets);
  return load(name, {
    ...staged,
    world: { ...world, otherEchoes: 'inspected', targets: positions.map((positionMetres) => ({ positionMetres })) },
  });
}

function load(name: string, overrides: Overrides): Scenario {
  return loadScenario(JSON.stringify(overrides), `${name}.yaml`);
}

/** Target l takes relative cell l mod C/2 of the target cells, in a region that no target of this cell has yet. */
function placeTargets({ network }: Scenario, count: number): Point[] {
  // Regions alone are asked for; users would cost a gain for every pair.
  const { regions } = deployNetwork({ ...network, users: { ...network.users, positionsMetres: null, count: 0 } });
  const { layoutSeed } = network;
  const relative = permutation(drawKey(layoutSeed, 'stage/cells'), 0, 0, 0, regions[0].cellCount);
  const targetCells = [...relative].slice(0, Math.ceil(regions[0].cellCount / 2));
  const orders = targetCells.map((cell) =>
    permutation(drawKey(layoutSeed, 'stage/regions'), cell, 0, 0, regions.length),
  );
  const uniform = new Float64Array(3);
  return Array.from({ length: count }, (_, target): Point => {
    const place = target % targetCells.length;
    const region = regions[orders[place][Math.floor(target / targetCells.length)]];
    const centre = region.cellPosition(targetCells[place]);
    fillUniform(drawKey(layoutSeed, 'stage/offset'), target, 0, 0, uniform);
    const position = centre.map((middle, axis) =>
      toMillimetres(middle + uncertaintyMetres[axis] * (uniform[axis] - 0.5)),
    );
    const found = cellAt(network, position as unknown as Point);
    if (found?.region !== region.id || found.cell !== targetCells[place]) throw new Error('a target left its cell');
    return position as unknown as Point;
  });
}

/** So that a scenario reads well and its hash hangs on no last bit. */
const toMillimetres = (metres: number): number => Math.round(1000 * metres) / 1000;
