import type { StoredDecision, StoredEvent } from '@vedetta/store';
import { z } from 'zod';
import { placeFields, refuseEmptyRanges } from './decision-query.ts';
import { complaint, wholeNumber } from './fields.ts';
import { splitQuery, validate } from './validate.ts';

export const eventTypes = ['run', 'frame', 'decision', 'fronthaul'] as const;
export type EventType = (typeof eventTypes)[number];

const typesError = complaint(`a comma-separated list of ${eventTypes.join(', ')}`);
const typesPattern = new RegExp(`^(${eventTypes.join('|')})(,(${eventTypes.join('|')}))*$`);

export const eventQuerySchema = z.strictObject({
  types: z
    .string({ error: typesError })
    .regex(typesPattern, { error: typesError })
    .optional()
    .describe('Event types, separated by commas; all when left out.'),
  lastEventId: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Go on after this event, as the Last-Event-ID header does; 0 is the beginning.'),
  ...placeFields,
});

type Places = Pick<z.output<typeof eventQuerySchema>, keyof typeof placeFields>;

export interface EventQuery {
  readonly types: ReadonlySet<EventType>;
  /** null: from now on. */
  readonly lastEventId: number | null;
  /** Applies to decisions; `run` applies to every event. */
  readonly filter: Places;
}

/** @throws {ProblemError} */
export function eventQuery(query: z.output<typeof eventQuerySchema>, header: string | undefined): EventQuery {
  refuseEmptyRanges(query);
  const { types, lastEventId, ...filter } = query;
  const resumed = header ? validate(lastEventIdHeader, { 'Last-Event-ID': header })['Last-Event-ID'] : lastEventId;
  return {
    types: new Set(types === undefined ? eventTypes : (types.split(',') as EventType[])),
    lastEventId: resumed ?? null,
    filter,
  };
}

const lastEventIdHeader = z.strictObject({ 'Last-Event-ID': wholeNumber(0, Number.MAX_SAFE_INTEGER) });

/** Query string and header → what a stream shows; pure. @throws {ProblemError} and nothing else */
export function parseEventQuery(text: string, lastEventIdHeaderValue?: string): EventQuery {
  return eventQuery(validate(eventQuerySchema, splitQuery(text)), lastEventIdHeaderValue);
}

export function isWanted(query: EventQuery, { body }: StoredEvent): boolean {
  if (!query.types.has(body.type)) return false;
  if (body.type === 'decision') return passes(query.filter, body.decision);
  return query.filter.run === undefined || body.run === query.filter.run;
}

function passes(filter: Places, decision: StoredDecision): boolean {
  return (
    (filter.run === undefined || decision.run === filter.run) &&
    (filter.region === undefined || decision.region === filter.region) &&
    (filter.phase === undefined || decision.phase === filter.phase) &&
    (filter.fromSlot === undefined || decision.slot >= filter.fromSlot) &&
    (filter.toSlot === undefined || decision.slot <= filter.toSlot) &&
    (filter.maxPValue === undefined || (decision.pValue !== null && decision.pValue <= filter.maxPValue))
  );
}
