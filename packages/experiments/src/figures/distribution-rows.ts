import type { Row } from '../machinery/experiment.ts';
import { meanInterval } from '../statistics.ts';
import type { Distribution } from './distribution.ts';

/** Columns of `distributionRows`, besides those of the curve. */
export const distributionColumns = {
  metric: 'scnr or sicnr, dB; rate, Mbit/s: what the value is of',
  kind: 'what the line is: cdf, a point of the curve; summary, the curve in numbers; set-up, one set-up of it',
  value: 'value, in the unit of the metric',
  cdf: 'share of values that lie below',
  low: 'lower end of the 95 % interval of that share: set-ups are independent, what one of them holds is not',
  high: 'upper end',
  p5: 'value that 5 % lie below',
  p50: 'median',
  p95: 'value that 95 % lie below',
  mean: 'mean value; of one set-up, in a line that is one',
  meanHalf: 'half width of its 95 % interval over the set-ups',
  least: 'smallest rate of the set-up; in a summary its mean over the set-ups',
  count: 'values: set-ups × UEs, or set-ups × realisations × inspected positions',
  setUp: 'number of the set-up',
} as const;

/** One set-up of a curve. */
export interface SetUpValues {
  readonly distribution: Distribution;
  readonly mean: number;
}

/**
 * Lines of one curve from its set-ups.
 *
 * @param step  of the printed curve.
 * @param shift  added to all values.
 */
export function distributionRows(
  curve: Row,
  each: readonly SetUpValues[],
  all: Distribution,
  { step, shift = 0 }: { readonly step: number; readonly shift?: number },
): Row[] {
  const [first, last] = all.range();
  const from = step * Math.floor((first + shift) / step);
  const steps = Math.ceil((last + shift - from) / step);
  const rows = Array.from({ length: steps + 1 }, (_, i): Row => {
    const value = from + step * i;
    const { mean, half } = meanInterval(each.map(({ distribution }) => distribution.below(value - shift)));
    return {
      kind: 'cdf',
      ...curve,
      value,
      cdf: mean,
      low: Math.max(0, mean - half),
      high: Math.min(1, mean + half),
    };
  });
  const means = each.map(({ mean }) => mean + shift);
  const { mean, half } = meanInterval(means);
  rows.push({
    kind: 'summary',
    ...curve,
    p5: all.quantile(0.05) + shift,
    p50: all.quantile(0.5) + shift,
    p95: all.quantile(0.95) + shift,
    mean,
    meanHalf: half,
    count: all.total,
  });
  for (const [setUp, mean] of means.entries()) rows.push({ kind: 'set-up', ...curve, setUp, mean });
  return rows;
}

/** Difference of two curves in the mean, set-up by set-up: places and draws are the same, so it is far surer than either. */
export function pairedDifference(
  of: readonly Row[],
  from: readonly Row[],
  field = 'mean',
): { readonly mean: number; readonly half: number } {
  const own = (rows: readonly Row[]) => rows.filter(({ kind }) => kind === 'set-up');
  const others = new Map(own(from).map((row) => [row.setUp, Number(row[field])]));
  return meanInterval(own(of).map((row) => Number(row[field]) - (others.get(row.setUp) ?? Number.NaN)));
}

export const summaryOf = (rows: readonly Row[]): Row => rows.find(({ kind }) => kind === 'summary') ?? {};
