import { dbToLinear } from '@vedetta/channel';
import type { Experiment, Point } from '../../machinery/experiment.ts';
import { scnrColumns, scnrRows } from '../scnr-rows.ts';
import { type ScnrUnit, scnrUnit } from '../scnr-unit.ts';
import {
  baselineClutterScale,
  baselineRcsDbsm,
  clutterScales,
  extents,
  figureScenario,
  rcsVariancesDbsm,
  type Variant,
  variantNames,
} from '../variants.ts';
import { figure3Charts } from './charts.ts';
import { createMissTally, falseAlarmProbabilities, type MissByScnr, missColumns, missRows } from './miss-by-scnr.ts';
import { figure3Verdicts } from './verdicts.ts';

export type Figure3Parameters = {
  readonly variant: Variant;
  readonly clutterScale: number;
  readonly realisations: number;
};

const variants = Object.keys(variantNames) as Variant[];

const showsMisses = ({ variant, clutterScale }: Figure3Parameters) =>
  variant === 'isac' && clutterScale === baselineClutterScale;

export const figure3: Experiment<Figure3Parameters> = {
  name: 'figure-3',
  title: 'SCNR against RCS variance and clutter scale',
  summary:
    'CDF of the SCNR (36) for several σ_α² and ς, with dashed lines without sensing beams and dotted ones without clutter statistics. Every region counts, as if a target stood in the cell it inspects. Beside it the exact miss probability of cells against their SCNR, which is what the paper’s “0 dB suffice” is about.',
  kind: 'computation',
  columns: {
    ...scnrColumns,
    kind: `${scnrColumns.kind}; miss, one class of 1 dB of cells at the baseline`,
    variant: 'isac; redistribute and unspent: no sensing beams; unaware: no clutter statistics',
    clutterScale: 'ς',
    ...missColumns,
  },
  points: (size) =>
    clutterScales.flatMap((clutterScale) =>
      variants.map((variant): Point<Figure3Parameters> => {
        const { setUps, realisations } = extents[size];
        return {
          name: `ς ${clutterScale}, ${variant}`,
          parameters: { variant, clutterScale, realisations },
          scenario: figureScenario('figure-3', variant, { propagation: { clutterScale } }),
          units: setUps,
          weight: variant === 'unaware' ? 0.4 : 1,
        };
      }),
    ),
  compute({ scenario, parameters }, context) {
    const tallies = showsMisses(parameters)
      ? falseAlarmProbabilities.map((probability) => createMissTally(dbToLinear(baselineRcsDbsm), probability))
      : [];
    const unit = scnrUnit(scenario, parameters.realisations, context, (law) => {
      for (const tally of tallies) tally.add(law);
    });
    return [unit, ...tallies.map((tally) => tally.toRow())];
  },
  aggregate({ parameters: { variant, clutterScale } }, units) {
    const curve = { variant, clutterScale };
    const all = units.map(([first]) => first as ScnrUnit);
    const shown = clutterScale === baselineClutterScale ? rcsVariancesDbsm : [baselineRcsDbsm];
    const misses = units.flatMap((rows) => rows.slice(1) as MissByScnr[]);
    return [
      ...shown.flatMap((rcsDbsm) => scnrRows(curve, rcsDbsm, all)),
      ...missRows({ ...curve, rcsDbsm: baselineRcsDbsm }, misses),
    ];
  },
  verdicts: figure3Verdicts,
  charts: figure3Charts,
};
