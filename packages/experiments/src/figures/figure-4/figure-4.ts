import type { Experiment, Point } from '../../machinery/experiment.ts';
import { scnrColumns, scnrRows } from '../scnr-rows.ts';
import { type ScnrUnit, scnrUnit } from '../scnr-unit.ts';
import { baselineRcsDbsm, extents, figureScenario } from '../variants.ts';
import { figure4Charts } from './charts.ts';
import { baseline, sampleCounts, userCounts } from './values.ts';
import { figure4Verdicts } from './verdicts.ts';

export type Figure4Parameters = {
  readonly users: number;
  readonly sensingSamples: number;
  readonly realisations: number;
};

export const figure4: Experiment<Figure4Parameters> = {
  name: 'figure-4',
  title: 'SCNR against users and sensing samples',
  summary:
    'CDF of the SCNR (36) against the number of users K, which take power from the sensing beams and lend their echoes, and against the number of sensing samples τ_s.',
  kind: 'computation',
  columns: { users: 'K', sensingSamples: 'τ_s', ...scnrColumns },
  points(size) {
    const { setUps: units, realisations } = extents[size];
    const left = userCounts.map((users) => ({ ...baseline, users }));
    const right = sampleCounts.map((sensingSamples) => ({ ...baseline, sensingSamples }));
    return [...left, ...right.filter(({ sensingSamples }) => sensingSamples !== baseline.sensingSamples)].map(
      ({ users, sensingSamples }): Point<Figure4Parameters> => ({
        name: `K ${users}, τ_s ${sensingSamples}`,
        parameters: { users, sensingSamples, realisations },
        scenario: figureScenario('figure-4', 'isac', { users: { count: users }, block: { sensingSamples } }),
        units,
        weight: 0.3 + 0.7 * Math.min(1, sensingSamples / 30) ** 2,
      }),
    );
  },
  compute: ({ scenario, parameters: { realisations } }, context) => [scnrUnit(scenario, realisations, context)],
  aggregate: ({ parameters: { users, sensingSamples } }, units) =>
    scnrRows({ users, sensingSamples }, baselineRcsDbsm, units.flat() as ScnrUnit[]),
  verdicts: figure4Verdicts,
  charts: figure4Charts,
};
