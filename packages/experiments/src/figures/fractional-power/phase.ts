import type { Scenario } from '@vedetta/scenario';
import type { UnitContext } from '../../machinery/experiment.ts';
import type { PowerChange } from '../look.ts';
import type { ScnrUnit } from '../scnr-unit.ts';

/** What is the same of both phases: figure 6 while detecting, figure 8 while tracking. */
export interface FractionalPhase {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly metric: 'scnr' | 'sicnr';
  /** Of which there are sensing ratios, dBsm; the first is the baseline's, which is drawn. */
  readonly rcsDbsm: readonly number[];
  /** Numbers of users besides the baseline's at which leaving a task out of uniform power is looked at. */
  readonly moreUsers: readonly number[];
  /** Sensing ratios, one entry a σ_α², and rates, Mbit/s, of a set-up whose powers are changed. */
  compute(
    scenario: Scenario,
    changePower: PowerChange,
    realisations: number,
    context: UnitContext,
  ): { readonly sensing: readonly ScnrUnit[]; readonly rates: () => readonly number[] };
}
