import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem.ts';
import { parseDecisionQuery } from './decision-query.ts';
import { parseEventQuery } from './event-query.ts';

function refusal(text: string): ProblemError {
  try {
    parseDecisionQuery(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    return error as ProblemError;
  }
  throw new Error(`${text} was accepted`);
}

const keys = [
  'run',
  'region',
  'phase',
  'outcome',
  'fromSlot',
  'toSlot',
  'since',
  'until',
  'maxPValue',
  'order',
  'limit',
];
const values = ['1', '0', '-1', 'newest', 'detection', 'targetPresent', '2026-11-23', '1e-3', '', 'NaN', '1e999', '٣'];

/** Queries near to good ones, and any text at all. */
const queries = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...keys, '__proto__', 'constructor', 'cursor'),
        fc.oneof(fc.constantFrom(...values), fc.string()),
      ),
    )
    .map((pairs) => pairs.map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`).join('&')),
);

describe('the decision query', () => {
  it('is a filter of the store, with a hundred newest decisions when nothing is said', () => {
    expect(parseDecisionQuery('')).toEqual({ order: 'newest', limit: 100 });
    const text =
      'run=3&region=2&phase=detection&outcome=unobserved&fromSlot=8&toSlot=8&since=2026-11-23&until=2026-11-23T12:30:00%2B01:00&maxPValue=1e-3&order=oldest&limit=1000&cursor=abc_-1';
    expect(parseDecisionQuery(text)).toEqual({
      run: 3,
      region: 2,
      phase: 'detection',
      outcome: 'unobserved',
      fromSlot: 8,
      toSlot: 8,
      since: '2026-11-23T00:00:00.000Z',
      until: '2026-11-23T11:30:00.000Z',
      maxPValue: 0.001,
      order: 'oldest',
      limit: 1000,
      cursor: 'abc_-1',
    });
  });

  it('says for every wrong field what was given and what is allowed, all at once', () => {
    const { document } = refusal('limit=minus%20one&run=1&run=2&foo=1&toSlot=2&fromSlot=x');
    expect(document.status).toBe(400);
    expect(document.errors).toEqual([
      { path: 'run', message: 'is given 2 times; give it once' },
      { path: 'fromSlot', message: 'is "x"; a whole number from 0 to 2147483647 is allowed' },
      { path: 'limit', message: 'is "minus one"; a whole number from 1 to 1000 is allowed' },
      { path: 'foo', message: expect.stringMatching(/^is not known here; known are run, region/) },
    ]);
  });

  it.each([
    'limit=0',
    'limit=1001',
    'limit=1.0',
    'limit=0x10',
    'limit=',
    'limit=1e2',
    'run=2147483648',
    'run=9007199254740993',
    'maxPValue=1.0001',
    'maxPValue=-0',
    'maxPValue=Infinity',
    'since=2026-02-30',
    'since=2026-11-23T12:00:00',
    'since=1969-12-31',
    'outcome=TARGETPRESENT',
    'order=random',
    'cursor=%00',
    'fromSlot=2&toSlot=1',
    'since=2026-11-24&until=2026-11-23',
    '__proto__=1',
    'constructor=1',
  ])('refuses %s', (text) => {
    expect(refusal(text).code).toBe('INVALID_REQUEST');
  });

  it('reads an unescaped + before the offset of a time as what it was', () => {
    expect(parseDecisionQuery('since=2026-11-23T12:00+02:00').since).toBe('2026-11-23T10:00:00.000Z');
  });

  it('answers any text with a filter within bounds or with a problem, and throws nothing else', () => {
    fc.assert(
      fc.property(queries, (text) => {
        try {
          const filter = parseDecisionQuery(text);
          expect(filter.limit >= 1 && filter.limit <= 1000).toBe(true);
          expect(Object.values(filter)).not.toContain(undefined);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          expect((error as ProblemError).document.errors?.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the event query', () => {
  it('takes the position from the header before that of the address', () => {
    expect(parseEventQuery('lastEventId=4').lastEventId).toBe(4);
    expect(parseEventQuery('lastEventId=4', '9').lastEventId).toBe(9);
    expect(parseEventQuery('').lastEventId).toBeNull();
    expect(() => parseEventQuery('', 'yesterday')).toThrow('Last-Event-ID is "yesterday"');
  });

  it('answers any text and header with a query or with a problem, and throws nothing else', () => {
    fc.assert(
      fc.property(queries, fc.option(fc.string(), { nil: undefined }), (text, header) => {
        try {
          expect(parseEventQuery(text, header).types.size).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
