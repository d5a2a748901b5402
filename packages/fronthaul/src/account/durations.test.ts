import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DurationHistogram, sumDurations, summariseDurations } from './durations.ts';

const histogramOf = (durations: readonly number[]) => {
  const histogram = new DurationHistogram();
  for (const ms of durations) histogram.add(ms);
  return histogram.counts();
};

it('percentiles are those of the durations, at most 10 % above', () => {
  const durations = fc.array(fc.double({ min: 0.02, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(durations, (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const summary = summariseDurations(histogramOf(values));
      for (const [told, share] of [
        [summary.p50Ms, 0.5],
        [summary.p95Ms, 0.95],
        [summary.maxMs, 1],
      ] as const) {
        const exact = sorted[Math.ceil(share * sorted.length) - 1];
        expect(told).toBeGreaterThanOrEqual(exact * 0.995);
        expect(told).toBeLessThanOrEqual(exact * 1.1);
      }
    }),
  );
});

it('two accounts add up to that of all', () => {
  const durations = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(durations, durations, (a, b) => {
      expect(sumDurations(histogramOf(a), histogramOf(b))).toEqual(histogramOf([...a, ...b]));
    }),
  );
  expect(summariseDurations([])).toEqual({ count: 0, p50Ms: null, p95Ms: null, p99Ms: null, maxMs: null });
});
