import type { Network } from '@vedetta/scenario';
import type { RunRequest } from '@vedetta/store';
import { z } from 'zod';
import { ProblemError } from '../problem.ts';
import { complaint, cursor, wholeNumber } from './fields.ts';

const MAX_SEED = Number.MAX_SAFE_INTEGER;
const MAX_SLOTS = 100_000_000;
const MAX_PACE = 1_000;

const seedError = complaint(`a whole number from 0 to ${MAX_SEED}`);
const slotsError = complaint(`a whole number from 1 to ${MAX_SLOTS}, or null for no end,`);
const paceError = complaint('"fast", or emulated seconds per wall second above 0 and up to 1000,');
const probabilityError = complaint('a number above 0 and below 1');
const scenarioError = complaint("the scenario's name or hash");

const whole = (maximum: number, minimum: number, error: typeof seedError) =>
  z.int({ error }).min(minimum, { error }).max(maximum, { error });

const pace = z.union(
  [
    z.literal('fast'),
    z.number({ error: paceError }).positive({ error: paceError }).max(MAX_PACE, { error: paceError }),
  ],
  { error: paceError },
);
const scenarioName = z.string({ error: scenarioError }).max(300, { error: scenarioError });

export const runRequestSchema = z.strictObject({
  seed: whole(MAX_SEED, 0, seedError).default(1).describe('Names every random draw of the run.'),
  slots: whole(MAX_SLOTS, 1, slotsError).nullable().default(null).describe('null: until it is stopped.'),
  pace: pace.default(1).describe('Emulated seconds per wall second, or "fast".'),
  falseAlarmProbability: z
    .number({ error: probabilityError })
    .gt(0, { error: probabilityError })
    .lt(1, { error: probabilityError })
    .optional()
    .describe("P_FA of each inspection; the scenario's when left out."),
  scenario: scenarioName.optional().describe('Name or hash of the scenario that is expected here.'),
  scenarioHash: scenarioName.optional().describe('Hash of the scenario that is expected here.'),
});

export const runsQuerySchema = z.strictObject({
  limit: wholeNumber(1, 1000).default(100).describe('Most items on the page; 100 when left out.'),
  cursor: cursor().optional(),
});

/** @throws {ProblemError} OTHER_SCENARIO if the body names a scenario that this network does not have */
export function runRequest(
  body: z.output<typeof runRequestSchema>,
  network: Network,
  scenario: { readonly name: string; readonly hash: string },
): RunRequest {
  const { scenario: expected, scenarioHash, seed, slots, pace, falseAlarmProbability } = body;
  const other = [
    expected !== undefined && expected !== scenario.name && expected !== scenario.hash ? expected : null,
    scenarioHash !== undefined && scenarioHash !== scenario.hash ? scenarioHash : null,
  ].find((name) => name !== null);
  if (other !== undefined) {
    throw new ProblemError(
      'OTHER_SCENARIO',
      `this network runs the scenario ${scenario.name} (${scenario.hash}) for its lifetime, not ${other}; start another network on another data folder`,
      { extensions: { scenario: { name: scenario.name, hash: scenario.hash } } },
    );
  }
  return { seed, slots, pace, falseAlarmProbability: falseAlarmProbability ?? network.sensing.falseAlarmProbability };
}
