import { z } from 'zod';

/** Fields of queries, paths and bodies: each refuses with what was given and what is allowed. */

/** Largest whole number that the store keeps (a PostgreSQL integer). */
export const MAX_WHOLE = 2_147_483_647;

type Complaint = (issue: { readonly input?: unknown }) => string;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The message of a refused value: `is "x"; … is allowed`. */
export function complaint(allowed: string): Complaint {
  return ({ input }) => {
    if (input === undefined) return `is missing; ${allowed} is needed`;
    if (Array.isArray(input)) return `is given ${input.length} times; give it once`;
    return `is ${shown(input)}; ${allowed} is allowed`;
  };
}

const DIGITS = /^\d{1,16}$/;
const DECIMAL = /^(\d{1,40}\.?\d{0,40}|\.\d{1,40})(e[+-]?\d{1,4})?$/i;

const fromText = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? Number(value) : value;

/** A whole number written in decimal digits. */
export function wholeNumber(minimum: number, maximum: number = MAX_WHOLE) {
  const error = complaint(`a whole number from ${minimum} to ${maximum}`);
  return z.preprocess(fromText(DIGITS), z.int({ error }).min(minimum, { error }).max(maximum, { error }));
}

/** A decimal number in a closed range, as text. */
export function decimal(minimum: number, maximum: number) {
  const error = complaint(`a number from ${minimum} to ${maximum}`);
  return z.preprocess(fromText(DECIMAL), z.number({ error }).min(minimum, { error }).max(maximum, { error }));
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: complaint(`one of ${words.join(', ')}`) });
}

/** `true` or `false`. */
export function flag() {
  const error = complaint('true or false');
  const parse = (value: unknown) => (value === 'true' ? true : value === 'false' ? false : value);
  return z.preprocess(parse, z.boolean({ error }));
}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * Canonical form (UTC, milliseconds) of an ISO 8601 date or date-time with offset; a date alone means its first moment in UTC.
 * A space before the offset is read as the `+` that it was before decoding.
 * @returns null if it is no such time, or before 1970
 */
export function canonicalTime(text: string): string | null {
  const restored = text.replace(/ (?=\d\d:\d\d$)/, '+');
  const match = INSTANT.exec(restored);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const calendar = new Date(Date.UTC(year, month - 1, day));
  if (year < 1970 || calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day) return null;
  const time = Date.parse(restored);
  return Number.isNaN(time) || time < 0 ? null : new Date(Math.min(time, 253_402_300_799_999)).toISOString();
}

export function instant() {
  const error = complaint('an ISO 8601 time with offset such as 2026-11-23T17:00:00Z, or a date,');
  const parse = (value: unknown) => (typeof value === 'string' ? (canonicalTime(value) ?? value) : value);
  return z.preprocess(parse, z.iso.datetime({ error }));
}

/** An opaque continuation from an earlier page. */
export function cursor() {
  return z.string({ error: complaint('a nextCursor of an earlier page') }).regex(/^[A-Za-z0-9_-]{1,512}$/, {
    error: complaint('a nextCursor of an earlier page'),
  });
}
