import { expect } from 'vitest';
import { run, scenarioFile, temporaryFolder } from './network.ts';

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

/** The summary of a run at pace `fast`. */
export async function summary(scenario: string, slots: number, ...more: string[]): Promise<Summary> {
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
export const binomialSigma = (count: number, trials: number, probability: number) =>
  (count - trials * probability) / Math.sqrt(trials * probability * (1 - probability));

/** Nine regions: a few more than 20,000 inspections. */
export const slots = 2_223;
export const inspections = 9 * slots;
