import type { Scenario } from '@vedetta/scenario';
import type { Experiment, Point, Row, UnitContext } from '../../machinery/experiment.ts';
import { distributionColumns, distributionRows } from '../distribution-rows.ts';
import type { PowerChange } from '../look.ts';
import { type RateUnit, rateRows } from '../rates.ts';
import { gridDb, scnrValues } from '../scnr-rows.ts';
import type { ScnrUnit } from '../scnr-unit.ts';
import { wideExtents } from '../variants.ts';
import { fractionalCharts } from './charts.ts';
import { communicates, type Exponents, powerChangeOf, type Task, taskScenario, tasks } from './tasks.ts';
import { corners, exponents } from './values.ts';
import { fractionalVerdicts } from './verdicts.ts';

export type FractionalParameters = Exponents & { readonly task: Task; readonly realisations: number };

/** What is the same of both phases: figure 6 while detecting, figure 8 while tracking. */
export interface FractionalPhase {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly metric: 'scnr' | 'sicnr';
  /** Of which there are sensing ratios, dBsm; the first is the baseline's, which is drawn. */
  readonly rcsDbsm: readonly number[];
  /** Sensing ratios, one entry a σ_α², and rates, Mbit/s, of a set-up whose powers are changed. */
  compute(
    scenario: Scenario,
    changePower: PowerChange,
    realisations: number,
    context: UnitContext,
  ): { readonly sensing: readonly ScnrUnit[]; readonly rates: () => readonly number[] };
}

type FractionalUnit = ScnrUnit & RateUnit;

/** Curves: all exponents with both tasks, the corners of the square without one of them. */
const curves: readonly (Exponents & { readonly task: Task })[] = [
  ...exponents.map((pair) => ({ ...pair, task: 'isac' as const })),
  ...tasks.filter((task) => task !== 'isac').flatMap((task) => corners.map((pair) => ({ ...pair, task }))),
];

export function fractionalFigure(phase: FractionalPhase): Experiment<FractionalParameters> {
  const { name, title, summary, metric, rcsDbsm } = phase;
  return {
    name,
    title,
    summary,
    kind: 'computation',
    columns: {
      task: 'isac; noSensing: no sensing beams, their power to the users; noCommunication: no users, their power to the beams; …Unspent: to nobody',
      kappaCommunication: 'κ_c',
      kappaSensing: 'κ_s',
      rcsDbsm: 'σ_α², dBsm; rates do not know it',
      ...distributionColumns,
    },
    points(size) {
      const { setUps, realisations } = wideExtents[size];
      return curves.map(
        ({ task, ...pair }): Point<FractionalParameters> => ({
          name: `κ_c ${pair.kappaCommunication}, κ_s ${pair.kappaSensing}, ${task}`,
          parameters: { task, ...pair, realisations },
          scenario: taskScenario(name, task, pair),
          units: setUps,
        }),
      );
    },
    compute({ scenario, parameters: { task, realisations } }, context) {
      const { sensing, rates } = phase.compute(scenario, powerChangeOf(task), realisations, context);
      const text = communicates(task) ? rates().join() : '';
      return sensing.map((unit, i): FractionalUnit => ({ ...unit, rates: i === 0 ? text : '' }));
    },
    aggregate({ parameters: { task, kappaCommunication, kappaSensing } }, units) {
      const curve: Row = { task, kappaCommunication, kappaSensing };
      const sensing = rcsDbsm.flatMap((dbsm, i) => {
        const { each, all } = scnrValues(units.map((own) => own[i] as FractionalUnit));
        // The SCNR is linear in σ_α² and kept at 0 dBsm; the SICNR is not linear.
        const shift = metric === 'scnr' ? dbsm : 0;
        const rows = distributionRows({ ...curve, rcsDbsm: dbsm, metric }, each, all, { step: gridDb, shift });
        return i === 0 ? rows : rows.filter(({ kind }) => kind !== 'cdf');
      });
      return [
        ...sensing,
        ...rateRows(
          curve,
          units.map(([first]) => first as FractionalUnit),
        ),
      ];
    },
    verdicts: (rows) => fractionalVerdicts(rows, metric, rcsDbsm),
    charts: (rows) => fractionalCharts(rows, name, metric, rcsDbsm),
  };
}
