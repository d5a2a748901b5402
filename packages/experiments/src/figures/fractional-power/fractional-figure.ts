import type { Experiment, Point, Row } from '../../machinery/experiment.ts';
import { distributionColumns, distributionRows } from '../distribution-rows.ts';
import { type RateUnit, rateRows } from '../rates.ts';
import { gridDb, scnrValues } from '../scnr-rows.ts';
import type { ScnrUnit } from '../scnr-unit.ts';
import { wideExtents } from '../variants.ts';
import { fractionalCharts } from './charts.ts';
import type { FractionalPhase } from './phase.ts';
import { communicates, type Exponents, powerChangeOf, type Task, taskScenario, tasks } from './tasks.ts';
import { baselineUsers, corners, exponents } from './values.ts';
import { fractionalVerdicts } from './verdicts.ts';

type CurveParameters = Exponents & { readonly task: Task; readonly realisations: number };
/** `users` where they are not the baseline's. */
export type FractionalParameters = CurveParameters | (CurveParameters & { readonly users: number });

type FractionalUnit = ScnrUnit & RateUnit;

/** Curves: all exponents with both tasks, the corners of the square without one of them. */
const curves: readonly (Exponents & { readonly task: Task })[] = [
  ...exponents.map((pair) => ({ ...pair, task: 'isac' as const })),
  ...tasks.filter((task) => task !== 'isac').flatMap((task) => corners.map((pair) => ({ ...pair, task }))),
];

const usersOf = (parameters: FractionalParameters): number =>
  'users' in parameters ? parameters.users : baselineUsers;

export function fractionalFigure(phase: FractionalPhase): Experiment<FractionalParameters> {
  const { name, title, summary, metric, rcsDbsm, moreUsers } = phase;
  return {
    name,
    title,
    summary,
    kind: 'computation',
    columns: {
      task: 'isac; noSensing: no sensing beams, their power to the users; noCommunication: no users, their power to the beams; …Unspent: to nobody',
      kappaCommunication: 'κ_c',
      kappaSensing: 'κ_s',
      users: 'K',
      rcsDbsm: 'σ_α², dBsm; rates do not know it',
      ...distributionColumns,
    },
    points(size) {
      const { setUps, realisations } = wideExtents[size];
      const baseline = curves.map(
        ({ task, ...pair }): Point<FractionalParameters> => ({
          name: `κ_c ${pair.kappaCommunication}, κ_s ${pair.kappaSensing}, ${task}`,
          parameters: { task, ...pair, realisations },
          scenario: taskScenario(name, task, pair),
          units: setUps,
        }),
      );
      const [uniform] = corners;
      const crowded = moreUsers.flatMap((users) =>
        tasks.map(
          (task): Point<FractionalParameters> => ({
            name: `K ${users}, ${task}`,
            parameters: { task, ...uniform, realisations, users },
            scenario: taskScenario(name, task, uniform, { users: { count: users } }),
            units: setUps,
          }),
        ),
      );
      return [...baseline, ...crowded];
    },
    compute({ scenario, parameters: { task, realisations } }, context) {
      const { sensing, rates } = phase.compute(scenario, powerChangeOf(task), realisations, context);
      const text = communicates(task) ? rates().join() : '';
      return sensing.map((unit, i): FractionalUnit => ({ ...unit, rates: i === 0 ? text : '' }));
    },
    aggregate({ parameters }, units) {
      const { task, kappaCommunication, kappaSensing } = parameters;
      const users = usersOf(parameters);
      const curve: Row = { task, kappaCommunication, kappaSensing, users };
      const sensing = rcsDbsm.flatMap((dbsm, i) => {
        const { each, all } = scnrValues(units.map((own) => own[i] as FractionalUnit));
        // The SCNR is linear in σ_α² and kept at 0 dBsm; the SICNR is not linear.
        const shift = metric === 'scnr' ? dbsm : 0;
        const rows = distributionRows({ ...curve, rcsDbsm: dbsm, metric }, each, all, { step: gridDb, shift });
        return i === 0 ? rows : rows.filter(({ kind }) => kind !== 'cdf');
      });
      const rates = rateRows(
        curve,
        units.map(([first]) => first as FractionalUnit),
      );
      const rows = [...sensing, ...rates];
      return users === baselineUsers ? rows : rows.filter(({ kind }) => kind !== 'cdf');
    },
    verdicts: (rows) => fractionalVerdicts(rows, phase),
    charts: (rows) => fractionalCharts(rows, name, metric, rcsDbsm),
  };
}
