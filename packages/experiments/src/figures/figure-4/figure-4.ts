import type { Experiment, Point } from '../../machinery/experiment.ts';
import { scnrColumns, scnrRows } from '../scnr-rows.ts';
import { type ScnrUnit, scnrUnit } from '../scnr-unit.ts';
import { baselineRcsDbsm, extents, figureScenario } from '../variants.ts';
import { figure4Charts } from './charts.ts';
import { baseline, type ReadingName, readings, sampleCounts, userCounts } from './values.ts';
import { figure4Verdicts } from './verdicts.ts';

export type Figure4Parameters = {
  readonly reading: ReadingName;
  readonly users: number;
  readonly sensingSamples: number;
  readonly realisations: number;
};

export const figure4: Experiment<Figure4Parameters> = {
  name: 'figure-4',
  title: 'SCNR against users and sensing samples',
  summary:
    'CDF of the SCNR (36) against the number of users K, which take power from the sensing beams and lend their echoes, and against the number of sensing samples τ_s. The sweep over K also in the literal reading of the paper, where noise weighs more and with it power.',
  kind: 'computation',
  columns: {
    reading: 'how the paper is read: baseline, or paper-literal',
    users: 'K',
    sensingSamples: 'τ_s',
    ...scnrColumns,
  },
  points(size) {
    const { setUps: units, realisations } = extents[size];
    const sweeps = [
      ...userCounts.map((users) => ({ ...baseline, users, reading: 'baseline' as const })),
      ...sampleCounts
        .filter((samples) => samples !== baseline.sensingSamples)
        .map((sensingSamples) => ({ ...baseline, sensingSamples, reading: 'baseline' as const })),
      ...userCounts.map((users) => ({ ...baseline, users, reading: 'paper-literal' as const })),
    ];
    return sweeps.map(
      ({ users, sensingSamples, reading }): Point<Figure4Parameters> => ({
        name: `K ${users}, τ_s ${sensingSamples}, ${reading}`,
        parameters: { reading, users, sensingSamples, realisations },
        scenario: figureScenario('figure-4', 'isac', {
          ...readings[reading],
          users: { count: users },
          block: { sensingSamples },
        }),
        units,
        weight: 0.3 + 0.7 * Math.min(1, sensingSamples / 30) ** 2,
      }),
    );
  },
  compute: ({ scenario, parameters: { realisations } }, context) => [scnrUnit(scenario, realisations, context)],
  aggregate: ({ parameters: { reading, users, sensingSamples } }, units) =>
    scnrRows({ reading, users, sensingSamples }, baselineRcsDbsm, units.flat() as ScnrUnit[]),
  verdicts: figure4Verdicts,
  charts: figure4Charts,
};
