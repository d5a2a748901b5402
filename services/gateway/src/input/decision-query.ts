import type { DecisionFilter, StoredDecision } from '@vedetta/store';
import { z } from 'zod';
import { invalidRequest } from '../problem.ts';
import { cursor, decimal, instant, oneOf, wholeNumber } from './fields.ts';
import { splitQuery, validate } from './validate.ts';

/** Which decisions: shared by the list and the event stream. */
export const decisionFilterFields = {
  run: wholeNumber(0).optional().describe('Only this run.'),
  region: wholeNumber(0).optional().describe('Only this sensing region.'),
  phase: oneOf('detection').optional(),
  outcome: oneOf('targetPresent', 'targetAbsent', 'unobserved').optional(),
  fromSlot: wholeNumber(0).optional().describe('First slot.'),
  toSlot: wholeNumber(0).optional().describe('Last slot, included.'),
  since: instant().optional().describe('Decided at this wall-clock time or later, ISO 8601.'),
  until: instant().optional().describe('Decided at this wall-clock time or earlier, ISO 8601.'),
  maxPValue: decimal(0, 1).optional().describe('p-value at most this.'),
};

export const decisionQuerySchema = z.strictObject({
  ...decisionFilterFields,
  order: oneOf('oldest', 'newest').default('newest').describe('Which come first.'),
  limit: wholeNumber(1, 1000).default(100).describe('Most items on the page.'),
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

/** Does a decision pass the filter of an event stream? */
export function passes(filter: Omit<DecisionFilter, 'limit'>, decision: StoredDecision): boolean {
  return (
    (filter.run === undefined || decision.run === filter.run) &&
    (filter.region === undefined || decision.region === filter.region) &&
    (filter.phase === undefined || decision.phase === filter.phase) &&
    (filter.outcome === undefined || decision.outcome === filter.outcome) &&
    (filter.fromSlot === undefined || decision.slot >= filter.fromSlot) &&
    (filter.toSlot === undefined || decision.slot <= filter.toSlot) &&
    (filter.since === undefined || decision.decidedAt >= filter.since) &&
    (filter.until === undefined || decision.decidedAt <= filter.until) &&
    (filter.maxPValue === undefined || (decision.pValue !== null && decision.pValue <= filter.maxPValue))
  );
}

export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
