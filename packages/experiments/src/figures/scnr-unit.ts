import { createReceiverBank } from '@vedetta/detection';
import type { Scenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
import type { UnitContext } from '../machinery/experiment.ts';
import { type CellLaw, cellLaw } from './cell-law.ts';
import { clamped, DecibelHistogram } from './histogram.ts';
import type { Look } from './look.ts';
import { makeSetUp, type SetUp } from './set-up.ts';

/** SCNRs of one set-up at σ_α² = 0 dBsm: all its cells in all realisations, whether a target stands in the cell or is only thought of. */
export type ScnrUnit = {
  readonly histogram: string;
  /** Mean of the SCNR in dB. */
  readonly meanDb: number;
  readonly cells: number;
};

/** Progress is told every so many realisations. */
const progressEvery = 20;

/** SCNRs of a set-up of the scenario. @param visit  sees the law of every cell. */
export function scnrUnit(
  scenario: Scenario,
  realisations: number,
  context: UnitContext,
  visit?: (law: CellLaw) => void,
): ScnrUnit {
  const setUp = makeSetUp(scenario, context.unit, context.seed);
  return scnrOfLooks(scenario, setUp, [setUp], realisations, context.progress, visit);
}

/** SCNRs of all cells of several looks, each in its slot of every realisation. */
export function scnrOfLooks(
  { world }: Scenario,
  { deployment, seed }: Pick<SetUp, 'deployment' | 'seed'>,
  looks: readonly Look[],
  realisations: number,
  progress: UnitContext['progress'],
  visit: (law: CellLaw) => void = () => {},
): ScnrUnit {
  const air = createAir(deployment, world, seed);
  const bank = createReceiverBank(deployment);
  const histogram = new DecibelHistogram();
  let sumDb = 0;
  for (let realisation = 0; realisation < realisations; realisation++) {
    for (const { cells, onAir } of looks) {
      const slot = onAir(realisation);
      bank.beginSlot(slot.plan, air.transmitBlocks(slot));
      for (const cell of cells) {
        const law = cellLaw(bank, cell);
        const decibels = 10 * Math.log10(law.unitScnr);
        histogram.add(decibels);
        sumDb += clamped(decibels);
        visit(law);
      }
    }
    if (realisation % progressEvery === 0) progress(realisation / realisations);
  }
  return { histogram: histogram.toText(), meanDb: sumDb / histogram.total, cells: histogram.total };
}
