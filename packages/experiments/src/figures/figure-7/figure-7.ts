import type { Experiment, Point } from '../../machinery/experiment.ts';
import { distributionColumns, distributionRows } from '../distribution-rows.ts';
import { gridDb, scnrValues } from '../scnr-rows.ts';
import { type SicnrUnit, sicnrUnits } from '../sicnr-unit.ts';
import { makeTrackingSetUp } from '../tracking-set-up.ts';
import {
  baselineClutterScale,
  baselineRcsDbsm,
  clutterScales,
  figureScenario,
  rcsVariancesDbsm,
  wideExtents,
} from '../variants.ts';
import { figure7Charts } from './charts.ts';
import { type TrackingVariant, trackingVariants } from './values.ts';
import { figure7Verdicts } from './verdicts.ts';

export type Figure7Parameters = {
  readonly variant: TrackingVariant;
  readonly clutterScale: number;
  readonly realisations: number;
};

const variancesAt = (clutterScale: number) =>
  clutterScale === baselineClutterScale ? rcsVariancesDbsm : [baselineRcsDbsm];

export const figure7: Experiment<Figure7Parameters> = {
  name: 'figure-7',
  title: 'SICNR against RCS variance and clutter scale',
  summary:
    'While four targets are followed: CDF of the SICNR (45) of the statistic (44), which the echoes of the other targets disturb, for several σ_α² and ς, and dashed without sensing beams (their power to the users, or unspent). Angles are in error by 0.01 rad.',
  kind: 'computation',
  columns: {
    variant: 'isac; redistribute and unspent: no sensing beams',
    clutterScale: 'ς',
    rcsDbsm: 'σ_α², dBsm',
    ...distributionColumns,
  },
  points: (size) =>
    clutterScales.flatMap((clutterScale) =>
      trackingVariants.map((variant): Point<Figure7Parameters> => {
        const { setUps, realisations } = wideExtents[size];
        return {
          name: `ς ${clutterScale}, ${variant}`,
          parameters: { variant, clutterScale, realisations },
          scenario: figureScenario('figure-7', variant, { propagation: { clutterScale } }),
          units: setUps,
        };
      }),
    ),
  compute({ scenario, parameters: { clutterScale, realisations } }, { unit, seed, progress }) {
    const setUp = makeTrackingSetUp(scenario, unit, seed);
    return sicnrUnits(scenario.world, setUp, { rcsDbsm: variancesAt(clutterScale), realisations }, progress);
  },
  aggregate: ({ parameters: { variant, clutterScale } }, units) =>
    variancesAt(clutterScale).flatMap((rcsDbsm) => {
      const own = (units.flat() as SicnrUnit[]).filter((unit) => unit.rcsDbsm === rcsDbsm);
      const { each, all } = scnrValues(own);
      return distributionRows({ variant, clutterScale, rcsDbsm, metric: 'sicnr' }, each, all, { step: gridDb });
    }),
  verdicts: figure7Verdicts,
  charts: figure7Charts,
};
