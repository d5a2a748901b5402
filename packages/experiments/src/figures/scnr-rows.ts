import type { Row } from '../machinery/experiment.ts';
import { meanInterval } from '../statistics.ts';
import { DecibelHistogram } from './histogram.ts';
import type { ScnrUnit } from './scnr-unit.ts';

/** Columns of `scnrRows`, besides those of the curve. */
export const scnrColumns = {
  kind: 'what the line is: cdf, a point of the curve; summary, the curve in numbers; set-up, one set-up of it',
  rcsDbsm: 'σ_α², dBsm',
  scnrDb: 'SCNR, dB',
  cdf: 'share of cells whose SCNR lies below',
  low: 'lower end of the 95 % interval of that share: set-ups are independent, the realisations of one are not',
  high: 'upper end',
  p5: 'SCNR that 5 % of the cells lie below, dB',
  p50: 'median SCNR, dB',
  p95: 'SCNR that 95 % of the cells lie below, dB',
  aboveZero: 'share of cells with an SCNR of 0 dB or more',
  meanDb: 'mean of the SCNR in dB; of one set-up, in a line that is one',
  meanDbHalf: 'half width of its 95 % interval over the set-ups',
  cells: 'cells: set-ups × realisations × regions',
  setUp: 'number of the set-up',
} as const;

/** Steps of the printed curve, dB. */
const gridDb = 0.5;

/** Lines of one curve from its set-ups; σ_α² moves all of them by as many dB, since (36) is linear in it. */
export function scnrRows(curve: Row, rcsDbsm: number, units: readonly ScnrUnit[]): Row[] {
  const each = units.map(({ histogram }) => DecibelHistogram.fromText(histogram));
  const all = DecibelHistogram.sum(each);
  const shared = { ...curve, rcsDbsm };
  const [first, last] = all.range();
  const from = gridDb * Math.floor((first + rcsDbsm) / gridDb);
  const steps = Math.ceil((last + rcsDbsm - from) / gridDb);
  const rows = Array.from({ length: steps + 1 }, (_, i): Row => {
    const scnrDb = from + gridDb * i;
    const { mean, half } = meanInterval(each.map((one) => one.below(scnrDb - rcsDbsm)));
    const [low, high] = [Math.max(0, mean - half), Math.min(1, mean + half)];
    return { kind: 'cdf', ...shared, scnrDb, cdf: mean, low, high };
  });
  const means = units.map(({ meanDb }) => meanDb + rcsDbsm);
  const { mean, half } = meanInterval(means);
  rows.push({
    kind: 'summary',
    ...shared,
    p5: all.quantile(0.05) + rcsDbsm,
    p50: all.quantile(0.5) + rcsDbsm,
    p95: all.quantile(0.95) + rcsDbsm,
    aboveZero: 1 - all.below(-rcsDbsm),
    meanDb: mean,
    meanDbHalf: half,
    cells: all.total,
  });
  for (const [setUp, meanDb] of means.entries()) rows.push({ kind: 'set-up', ...shared, setUp, meanDb });
  return rows;
}

/** Difference of two curves in mean dB, set-up by set-up: places and draws are the same, so it is far surer than either. */
export function pairedDifference(of: readonly Row[], from: readonly Row[]): { mean: number; half: number } {
  const own = (rows: readonly Row[]) => rows.filter(({ kind }) => kind === 'set-up');
  const others = new Map(own(from).map(({ setUp, meanDb }) => [setUp, Number(meanDb)]));
  return meanInterval(own(of).map(({ setUp, meanDb }) => Number(meanDb) - (others.get(setUp) ?? Number.NaN)));
}

export const summaryOf = (rows: readonly Row[]): Row => rows.find(({ kind }) => kind === 'summary') ?? {};
