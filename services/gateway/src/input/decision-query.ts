import type { DecisionFilter } from '@vedetta/store';
import { z } from 'zod';
import { invalidRequest } from '../problem.ts';
import { cursor, decimal, instant, oneOf, wholeNumber } from './fields.ts';
import { splitQuery, validate } from './validate.ts';

/** Which decisions: understood by the list and by the event stream. */
export const placeFields = {
  run: wholeNumber(0).optional().describe('Only this run.'),
  region: wholeNumber(0).optional().describe('Only this sensing region, or this followed target.'),
  phase: oneOf('detection', 'tracking').optional(),
  fromSlot: wholeNumber(0).optional().describe('First slot.'),
  toSlot: wholeNumber(0).optional().describe('Last slot, included.'),
  maxPValue: decimal(0, 1).optional().describe('p-value at most this.'),
};

export const decisionQuerySchema = z.strictObject({
  ...placeFields,
  outcome: oneOf('targetPresent', 'targetAbsent', 'unobserved').optional(),
  since: instant().optional().describe('Decided at this wall-clock time or later, ISO 8601.'),
  until: instant().optional().describe('Decided at this wall-clock time or earlier, ISO 8601.'),
  order: oneOf('oldest', 'newest').default('newest').describe('Which come first.'),
  limit: wholeNumber(1, 1000).default(100).describe('Most items on the page; 100 when left out.'),
  cursor: cursor().optional().describe('nextCursor of the page before.'),
});

export type DecisionQuery = z.output<typeof decisionQuerySchema>;

type Ranges = {
  fromSlot?: number | undefined;
  toSlot?: number | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/** @throws {ProblemError} if a range is empty by its own words */
export function refuseEmptyRanges({ fromSlot, toSlot, since, until }: Ranges): void {
  const errors = [];
  if (fromSlot !== undefined && toSlot !== undefined && fromSlot > toSlot) {
    errors.push({ path: 'toSlot', message: `is ${toSlot}, before fromSlot ${fromSlot}` });
  }
  if (since !== undefined && until !== undefined && since > until) {
    errors.push({ path: 'until', message: `is ${until}, before since ${since}` });
  }
  if (errors.length > 0) throw invalidRequest(errors);
}

/** The store's filter of a checked query. @throws {ProblemError} */
export function decisionFilter(query: DecisionQuery): DecisionFilter {
  refuseEmptyRanges(query);
  return withoutUndefined(query) as DecisionFilter;
}

/** Query string (without `?`) → filter; pure. @throws {ProblemError} and nothing else */
export function parseDecisionQuery(text: string): DecisionFilter {
  return decisionFilter(validate(decisionQuerySchema, splitQuery(text)));
}

export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
