import type { Row } from '../machinery/experiment.ts';
import { distributionRows, pairedDifference as pairedByField } from './distribution-rows.ts';
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
export const gridDb = 0.5;

/** Lines of one curve from its set-ups; σ_α² moves all of them by as many dB, since (36) is linear in it. */
export function scnrRows(curve: Row, rcsDbsm: number, units: readonly ScnrUnit[]): Row[] {
  const { each, all } = scnrValues(units);
  const rows = distributionRows({ ...curve, rcsDbsm }, each, all, { step: gridDb, shift: rcsDbsm });
  return rows.map(({ value, mean, meanHalf, count, ...row }): Row => {
    if (row.kind === 'cdf') return { ...row, scnrDb: value };
    if (row.kind === 'set-up') return { ...row, meanDb: mean };
    return { ...row, aboveZero: 1 - all.below(-rcsDbsm), meanDb: mean, meanDbHalf: meanHalf, cells: count };
  });
}

/** What `distributionRows` takes of a curve's set-ups, at σ_α² = 0 dBsm. */
export function scnrValues(units: readonly ScnrUnit[]) {
  const each = units.map(({ histogram, meanDb }) => ({
    distribution: DecibelHistogram.fromText(histogram),
    mean: meanDb,
  }));
  return { each, all: DecibelHistogram.sum(each.map(({ distribution }) => distribution)) };
}

/** Difference of two curves in mean dB, set-up by set-up. */
export const pairedDifference = (of: readonly Row[], from: readonly Row[]) => pairedByField(of, from, 'meanDb');

export { summaryOf } from './distribution-rows.ts';
