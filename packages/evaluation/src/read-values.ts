import type { Problems } from './problems.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What a number must fulfil besides being finite. */
export interface NumberRule {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  readonly below?: number;
  readonly whole?: boolean;
}

const SIMPLE_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Path of a member, quoted where its name is no identifier. */
export function member(path: string, key: string): string {
  return SIMPLE_KEY.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key.slice(0, 80))}]`;
}

/**
 * An object with exactly these keys; unknown and missing ones are problems.
 *
 * @returns the object, or null when it is none (keys that are wrong do not make it null).
 */
export function readObject(
  value: unknown,
  path: string,
  keys: { readonly required: readonly string[]; readonly optional?: readonly string[] },
  problems: Problems,
): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.add(path, `must be an object, is ${kindOf(value)}`);
    return null;
  }
  const allowed = [...keys.required, ...(keys.optional ?? [])];
  for (const key of Object.keys(value))
    if (!allowed.includes(key)) problems.add(member(path, key), `unknown key; allowed are ${allowed.join(', ')}`);
  for (const key of keys.required) if (!Object.hasOwn(value, key)) problems.add(member(path, key), 'is missing');
  return value as Fields;
}

/** A finite number within its rule, else null and a problem. A missing key is reported by `readObject` alone. */
export function readNumber(
  fields: Fields,
  path: string,
  key: string,
  rule: NumberRule,
  problems: Problems,
): number | null {
  if (!Object.hasOwn(fields, key)) return null;
  return checkNumber(fields[key], member(path, key), rule, problems);
}

export function checkNumber(value: unknown, path: string, rule: NumberRule, problems: Problems): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    problems.add(path, `must be a finite number, is ${kindOf(value)}`);
    return null;
  }
  const broken = brokenRule(value, rule);
  if (broken) problems.add(path, `must be ${broken}, is ${value}`);
  return broken ? null : value;
}

function brokenRule(value: number, { least, above, most, below, whole }: NumberRule): string | null {
  if (whole && !Number.isSafeInteger(value)) return 'a whole number';
  if (least !== undefined && value < least) return `at least ${least}`;
  if (above !== undefined && value <= above) return `above ${above}`;
  if (most !== undefined && value > most) return `at most ${most}`;
  if (below !== undefined && value >= below) return `below ${below}`;
  return null;
}

/** An array of `length` (any when left out), else null and a problem. */
export function readArray(
  fields: Fields,
  path: string,
  key: string,
  problems: Problems,
  length?: number,
): readonly unknown[] | null {
  if (!Object.hasOwn(fields, key)) return null;
  return checkArray(fields[key], member(path, key), problems, length);
}

export function checkArray(
  value: unknown,
  path: string,
  problems: Problems,
  length?: number,
): readonly unknown[] | null {
  if (!Array.isArray(value)) {
    problems.add(path, `must be an array, is ${kindOf(value)}`);
    return null;
  }
  if (length !== undefined && value.length !== length) {
    problems.add(path, `must have ${length} entries, has ${value.length}`);
    return null;
  }
  return Array.from(value); // holes become undefined, which every reader refuses
}

/** An array of numbers, else null. */
export function checkNumbers(
  value: unknown,
  path: string,
  rule: NumberRule,
  problems: Problems,
  length?: number,
): number[] | null {
  const array = checkArray(value, path, problems, length);
  const numbers = array?.map((item, i) => checkNumber(item, `${path}[${i}]`, rule, problems));
  return numbers?.every((n) => n !== null) ? (numbers as number[]) : null;
}

/** The list when every item could be read, else null. */
export function allOf<T>(list: readonly (T | null)[] | undefined): T[] | null {
  return list?.every((item) => item !== null) ? (list as T[]) : null;
}

/** What a value is, in a message. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return 'a string';
  if (value === undefined) return 'missing';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
