import { z } from 'zod';
import { nearestWord } from './nearest.ts';

/** A value as a short piece of text for an error message. */
export function show(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (typeof value === 'number') return String(value);
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = String(value);
  }
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

type Issue = { readonly input?: unknown };

/** `must be X, got Y`, or that it is missing. */
export function mustBe(allowed: string): (issue: Issue) => string {
  return (issue) =>
    issue.input === undefined ? `is missing, must be ${allowed}` : `must be ${allowed}, got ${show(issue.input)}`;
}

/** A whole number in [minimum, maximum]. */
export function whole(minimum: number, maximum: number) {
  const error = mustBe(`a whole number from ${minimum} to ${maximum}`);
  return z.number({ error }).int({ error }).min(minimum, { error }).max(maximum, { error });
}

/** A finite number in [minimum, maximum]. @param why  these bounds, for messages. */
export function between(minimum: number, maximum: number, why?: string) {
  const error = mustBe(`a number from ${minimum} to ${maximum}${why === undefined ? '' : ` (${why})`}`);
  return z.number({ error }).min(minimum, { error }).max(maximum, { error });
}

/** A finite number in (minimum, maximum]. */
export function above(minimum: number, maximum: number) {
  const error = mustBe(`a number above ${minimum}, at most ${maximum}`);
  return z.number({ error }).gt(minimum, { error }).max(maximum, { error });
}

/** A finite number in [minimum, maximum). */
export function below(minimum: number, maximum: number) {
  const error = mustBe(`a number from ${minimum} to below ${maximum}`);
  return z.number({ error }).min(minimum, { error }).lt(maximum, { error });
}

export function flag() {
  return z.boolean({ error: mustBe('true or false') });
}

/** One of a few words; a misspelt one gets a suggestion. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  const allowed = mustBe(words.length === 1 ? `'${words[0]}'` : `one of ${words.map((w) => `'${w}'`).join(', ')}`);
  return z.enum(words, {
    error: (issue: Issue) => {
      const meant = typeof issue.input === 'string' ? nearestWord(issue.input, words) : undefined;
      return allowed(issue) + (meant === undefined ? '' : ` (did you mean '${meant}'?)`);
    },
  });
}

/** `[x, y]`. */
export function pair(component: z.ZodNumber) {
  return z.tuple([component, component], { error: mustBe('a list of two numbers') });
}

/** `[x, y, z]`. */
export function triple(component: z.ZodNumber) {
  return z.tuple([component, component, component], { error: mustBe('a list of three numbers') });
}

export function listOf<Item extends z.ZodType>(item: Item, maximum: number, what: string) {
  const error = mustBe(`a list of at most ${maximum} ${what}`);
  return z.array(item, { error }).max(maximum, { error: `must be a list of at most ${maximum} ${what}, got more` });
}

/**
 * A mapping with these keys and no others. The message of an `unrecognized_keys` issue is the list of allowed keys;
 * `problems.ts` makes one problem out of each unknown key.
 */
export function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  const allowed = mustBe(`a mapping with keys among ${keys}`);
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? keys : allowed(issue)) });
}
