import { createReceiverBank } from '@vedetta/detection';
import type { Scenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
import type { UnitContext } from '../machinery/experiment.ts';
import { type CellLaw, cellLaw } from './cell-law.ts';
import { clamped, DecibelHistogram } from './histogram.ts';
import { makeSetUp } from './set-up.ts';

/** SCNRs of one set-up at σ_α² = 0 dBsm: all its cells in all realisations, whether a target stands in the cell or is only thought of. */
export type ScnrUnit = {
  readonly histogram: string;
  /** Mean of the SCNR in dB. */
  readonly meanDb: number;
  readonly cells: number;
};

/** Progress is told every so many realisations. */
const progressEvery = 20;

/** @param visit  sees the law of every cell. */
export function scnrUnit(
  scenario: Scenario,
  realisations: number,
  { unit, seed, progress }: UnitContext,
  visit: (law: CellLaw) => void = () => {},
): ScnrUnit {
  const setUp = makeSetUp(scenario, unit, seed);
  const air = createAir(setUp.deployment, scenario.world, setUp.seed);
  const bank = createReceiverBank(setUp.deployment);
  const histogram = new DecibelHistogram();
  let sumDb = 0;
  for (let realisation = 0; realisation < realisations; realisation++) {
    const onAir = setUp.onAir(realisation);
    bank.beginSlot(onAir.plan, air.transmitBlocks(onAir));
    for (const cell of setUp.cells) {
      const law = cellLaw(bank, cell);
      const decibels = 10 * Math.log10(law.unitScnr);
      histogram.add(decibels);
      sumDb += clamped(decibels);
      visit(law);
    }
    if (realisation % progressEvery === 0) progress(realisation / realisations);
  }
  return { histogram: histogram.toText(), meanDb: sumDb / histogram.total, cells: histogram.total };
}
