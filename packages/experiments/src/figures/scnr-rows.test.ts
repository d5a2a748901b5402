import { expect, it } from 'vitest';
import { DecibelHistogram } from './histogram.ts';
import { pairedDifference, scnrRows, summaryOf } from './scnr-rows.ts';

function unitOf(values: readonly number[]) {
  const histogram = new DecibelHistogram();
  for (const value of values) histogram.add(value);
  const meanDb = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { histogram: histogram.toText(), meanDb, cells: values.length };
}
const units = [unitOf([-3, 1, 1.1, 7]), unitOf([0, 2, 4, Number.NEGATIVE_INFINITY].map((v) => Math.max(-120, v)))];

it('a histogram survives its text; shares below a step are exact, quantiles within a step', () => {
  const histogram = DecibelHistogram.fromText(units[0].histogram);
  expect([-3, -2.75, 1, 1.25, 7, 8].map((value) => histogram.below(value))).toEqual([0, 0.25, 0.25, 0.75, 0.75, 1]);
  expect(Math.abs(histogram.quantile(0.5) - 1.125)).toBeLessThanOrEqual(0.25);
  const zero = new DecibelHistogram();
  zero.add(Number.NEGATIVE_INFINITY);
  expect(zero.below(-119.75)).toBe(1);
});

it('σ_α² moves a curve by as many dB', () => {
  const [at0, at10] = [0, 10].map((rcsDbsm) => scnrRows({}, rcsDbsm, units));
  const curve = (rows: typeof at0) => rows.filter(({ kind }) => kind === 'cdf');
  expect(curve(at10).map(({ cdf }) => cdf)).toEqual(curve(at0).map(({ cdf }) => cdf));
  expect(curve(at10).map(({ scnrDb }) => Number(scnrDb) - 10)).toEqual(curve(at0).map(({ scnrDb }) => scnrDb));
  expect(summaryOf(at0)).toMatchObject({ aboveZero: 6 / 8, cells: 8 });
  expect(summaryOf(at10)).toMatchObject({ aboveZero: 7 / 8 });
});

it('two curves are compared set-up by set-up', () => {
  const other = units.map((unit, i) => ({ ...unit, meanDb: unit.meanDb + 1 + 0.1 * i }));
  const { mean, half } = pairedDifference(scnrRows({}, 10, other), scnrRows({}, 10, units));
  expect(mean).toBeCloseTo(1.05, 9);
  expect(half).toBeLessThan(0.2);
});
