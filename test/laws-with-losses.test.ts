import { expect, test } from 'vitest';
import { binomialSigma, inspections, slots, summary } from './support/laws.ts';

test('a quarter of the reports dropped on purpose costs no false alarm', { timeout: 480_000 }, async () => {
  const { totals } = await summary('lossy', slots, '--seed', '22', '--evaluate', 'off');
  expect(totals.decisions).toBe(inspections);
  expect(Math.abs(binomialSigma(totals.reportsUsed, totals.reportsExpected, 0.75))).toBeLessThan(4);
  expect(Math.abs(binomialSigma(totals.unobserved, totals.decisions, 0.25 ** 2))).toBeLessThan(4);
  const observed = totals.decisions - totals.unobserved;
  expect(Math.abs(binomialSigma(totals.targetPresent, observed, 0.01))).toBeLessThan(4);
});
