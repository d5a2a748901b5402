import { describe, expect, test } from 'vitest';
import { run, scenarioFile, temporaryFolder } from './support/network.ts';

interface Summary {
  readonly totals: {
    readonly decisions: number;
    readonly targetPresent: number;
    readonly unobserved: number;
    readonly reportsExpected: number;
    readonly reportsUsed: number;
  };
  readonly calibration: {
    readonly evaluated: number;
    readonly deviationSigma: number | null;
    readonly withTarget: { readonly evaluated: number };
  };
}

async function summary(scenario: string, slots: number, ...more: string[]): Promise<Summary> {
  await using folder = await temporaryFolder();
  const { code, stdout, stderr } = await run([
    'up',
    scenarioFile(scenario),
    '--slots',
    String(slots),
    '--pace',
    'fast',
    '--port',
    '0',
    '--data',
    folder.path,
    '--json',
    ...more,
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** Deviation of a binomial count from its mean, in standard deviations. */
const binomialSigma = (count: number, trials: number, probability: number) =>
  (count - trials * probability) / Math.sqrt(trials * probability * (1 - probability));

/** Nine regions: a few more than 20,000 inspections. */
const slots = 2_223;
const inspections = 9 * slots;

describe('a live network keeps the laws', () => {
  test('20,000 inspections without targets alarm at P_FA = 10⁻² within 4σ', { timeout: 180_000 }, async () => {
    const { totals } = await summary('quiet', slots, '--seed', '21', '--evaluate', 'off');
    expect(totals.decisions).toBe(inspections);
    expect(totals.unobserved).toBe(0);
    expect(Math.abs(binomialSigma(totals.targetPresent, inspections, 0.01))).toBeLessThan(4);
  });

  test('a quarter of the reports dropped on purpose costs no false alarm', { timeout: 180_000 }, async () => {
    const { totals } = await summary('lossy', slots, '--seed', '22', '--evaluate', 'off');
    expect(totals.decisions).toBe(inspections);
    expect(Math.abs(binomialSigma(totals.reportsUsed, totals.reportsExpected, 0.75))).toBeLessThan(4);
    expect(Math.abs(binomialSigma(totals.unobserved, totals.decisions, 0.25 ** 2))).toBeLessThan(4);
    const observed = totals.decisions - totals.unobserved;
    expect(Math.abs(binomialSigma(totals.targetPresent, observed, 0.01))).toBeLessThan(4);
  });

  test(
    'with targets, alarms follow the exact probabilities: Σ(alarm − p)/√Σp(1 − p) within ±4',
    { timeout: 180_000 },
    async () => {
      const { totals, calibration } = await summary('quick', 1_000, '--seed', '23', '--evaluate', 'all');
      expect(calibration.evaluated).toBe(totals.decisions - totals.unobserved);
      expect(calibration.withTarget.evaluated).toBeGreaterThan(20);
      expect(Math.abs(calibration.deviationSigma as number)).toBeLessThan(4);
    },
  );
});
