import { describe, expect, test } from 'vitest';
import { binomialSigma, inspections, slots, summary } from './support/laws.ts';

describe('a live network keeps the laws', () => {
  test('20,000 inspections without targets alarm at P_FA = 10⁻² within 4σ', { timeout: 480_000 }, async () => {
    const { totals } = await summary('quiet', slots, '--seed', '21', '--evaluate', 'off');
    expect(totals.decisions).toBe(inspections);
    expect(totals.unobserved).toBe(0);
    expect(Math.abs(binomialSigma(totals.targetPresent, inspections, 0.01))).toBeLessThan(4);
  });

  test(
    'with targets, alarms follow the exact probabilities: Σ(alarm − p)/√Σp(1 − p) within ±4',
    { timeout: 480_000 },
    async () => {
      const { totals, calibration } = await summary('quick', 1_000, '--seed', '23', '--evaluate', 'all');
      expect(calibration.evaluated).toBe(totals.decisions - totals.unobserved);
      expect(calibration.withTarget.evaluated).toBeGreaterThan(20);
      expect(Math.abs(calibration.deviationSigma as number)).toBeLessThan(4);
    },
  );
});
