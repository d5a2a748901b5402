import type { Experiment, Point, Row } from '../../machinery/experiment.ts';
import { meanInterval } from '../../statistics.ts';
import { clutterScales, extents, figureScenario, type Variant, variantNames } from '../variants.ts';
import { figure2Charts } from './charts.ts';
import { type MissUnit, missUnit } from './miss-unit.ts';
import { figure2Verdicts } from './verdicts.ts';

export type Figure2Parameters = {
  readonly variant: Variant;
  readonly clutterScale: number;
  readonly realisations: number;
};

/** dBsm. */
const variances: readonly number[] = [-10, -5, 0, 5, 10, 15, 20, 25, 30];
const variants = Object.keys(variantNames) as Variant[];

export const figure2: Experiment<Figure2Parameters> = {
  name: 'figure-2',
  title: 'Miss probability against the RCS variance',
  summary:
    'p_M against σ_α² for four clutter scales ς: full ISAC, without sensing beams (power to the users, or unspent), and without clutter statistics (at the Gamma threshold, which then promises nothing, and at the threshold of its own law). Counted on samples that are drawn, and exact given the signals on air: the two have to agree at every point.',
  kind: 'computation',
  columns: {
    variant: 'isac; redistribute and unspent: no sensing beams; unaware: no clutter statistics',
    threshold: 'gamma: of a receiver that knows the clutter; exact: of the detector’s own law, given the signals',
    clutterScale: 'ς',
    rcsDbsm: 'σ_α², dBsm',
    trials: 'targets looked at: set-ups × realisations × targets',
    misses: 'of these, missed',
    missProbability: 'misses by trials',
    exactMissProbability: 'mean of the exact miss probabilities of the same trials, given their signals',
    exactLow: 'lower end of its 95 % interval over the set-ups',
    exactHigh: 'upper end',
    missVariance: 'variance of `misses` given the signals, Σ p (1 − p)',
    falseAlarmProbability: 'alarms of the same samples without their echo, by trials',
    exactFalseAlarmProbability: 'mean of the exact false-alarm probabilities',
    falseAlarmVariance: 'variance of the number of false alarms given the signals',
  },
  points: (size) =>
    clutterScales.flatMap((clutterScale) =>
      variants.map((variant): Point<Figure2Parameters> => {
        const { setUps, realisations } = extents[size];
        return {
          name: `ς ${clutterScale}, ${variant}`,
          parameters: { variant, clutterScale, realisations },
          scenario: figureScenario('figure-2', variant, { propagation: { clutterScale } }),
          units: setUps,
        };
      }),
    ),
  compute: ({ scenario, parameters: { realisations } }, context) =>
    missUnit(scenario, { rcsDbsm: variances, realisations }, context),
  aggregate: ({ parameters: { variant, clutterScale } }, units) => {
    const all = units.flat() as MissUnit[];
    const keys = new Map(all.map(({ threshold, rcsDbsm }) => [`${threshold}/${rcsDbsm}`, { threshold, rcsDbsm }]));
    return [...keys.values()].map(({ threshold, rcsDbsm }) => {
      const own = all.filter((unit) => unit.threshold === threshold && unit.rcsDbsm === rcsDbsm);
      return rowOf({ variant, threshold, clutterScale, rcsDbsm }, own);
    });
  },
  verdicts: figure2Verdicts,
  charts: figure2Charts,
};

function rowOf(curve: Row, units: readonly MissUnit[]): Row {
  const sum = (key: 'trials' | 'misses' | 'variance' | 'falseAlarms' | 'exactFalseAlarms' | 'falseAlarmVariance') =>
    units.reduce((total, unit) => total + unit[key], 0);
  const trials = sum('trials');
  const { mean, half } = meanInterval(units.map((unit) => unit.exactMisses / unit.trials));
  return {
    ...curve,
    trials,
    misses: sum('misses'),
    missProbability: sum('misses') / trials,
    exactMissProbability: mean,
    exactLow: Math.max(0, mean - half),
    exactHigh: Math.min(1, mean + half),
    missVariance: sum('variance'),
    falseAlarmProbability: sum('falseAlarms') / trials,
    exactFalseAlarmProbability: sum('exactFalseAlarms') / trials,
    falseAlarmVariance: sum('falseAlarmVariance'),
  };
}
