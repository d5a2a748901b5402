/** How one setting is read from the environment. */
export interface Setting<T> {
  /** @throws {RangeError} whose message says what is allowed. */
  readonly parse: (text: string) => T;
  /** Absent: the setting must be there. */
  readonly fallback?: T;
  /** What it is, for docs/configuration.md. */
  readonly about?: string;
}

export type Settings = Record<string, Setting<unknown>>;
export type Values<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

export interface EnvironmentProblem {
  readonly variable: string;
  readonly message: string;
}

/** Everything that is wrong with the environment, at once. */
export class EnvironmentError extends Error {
  readonly code = 'ENVIRONMENT';
  readonly problems: readonly EnvironmentProblem[];

  constructor(problems: readonly EnvironmentProblem[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join('\n'));
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads typed settings from environment variables; an empty one counts as absent.
 *
 *   readEnvironment({ VEDETTA_PORT: wholeNumber({ from: 0, to: 65535, fallback: 8080 }) }, process.env)
 *
 * @param check  what no setting can say alone; its problems are told with the others.
 * @throws {EnvironmentError} that lists every problem.
 */
export function readEnvironment<S extends Settings>(
  spec: S,
  env: Environment,
  check: (env: Environment) => readonly EnvironmentProblem[] = () => [],
): Values<S> {
  const problems: EnvironmentProblem[] = [];
  const values = Object.entries(spec).map(([variable, { parse, fallback }]) => {
    const text = env[variable]?.trim() ?? '';
    try {
      if (text !== '') return [variable, parse(text)];
      if (fallback === undefined) problems.push({ variable, message: 'is not set' });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push({ variable, message: error.message });
    }
    return [variable, fallback];
  });
  problems.push(...check(env));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return Object.fromEntries(values) as Values<S>;
}

/** The setting with a sentence for those who set it. */
export function documented<T>(about: string, setting: Setting<T>): Setting<T> {
  return { ...setting, about };
}

/** null when it is absent. */
export function optional<T>({ parse }: Setting<T>): Setting<T | null> {
  return { parse, fallback: null };
}

export function text(options: { fallback?: string } = {}): Setting<string> {
  return { parse: (value) => value, ...options };
}

/** `1`, `true`, `0`, `false`. */
export function flag(options: { fallback?: boolean } = {}): Setting<boolean> {
  return {
    parse(value) {
      if (value === '1' || value === 'true') return true;
      if (value === '0' || value === 'false') return false;
      throw new RangeError(`'${value}' is neither 1 nor 0`);
    },
    ...options,
  };
}

/** A number above 0, in decimal notation. */
export function positiveNumber(options: { fallback?: number } = {}): Setting<number> {
  return {
    parse(value) {
      const number = /^[\d.]+(e-?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
      if (number > 0 && number < Infinity) return number;
      throw new RangeError(`'${value}' is not a number above 0`);
    },
    ...options,
  };
}

/** host:port; a host that is an IPv6 address stands in brackets. */
export function hostPort(): Setting<string> {
  return {
    parse(value) {
      const port = Number(/^(?:[^\s:[\]]+|\[[\da-fA-F:.]+\]):(\d{1,5})$/.exec(value)?.[1] ?? 0);
      if (port >= 1 && port <= 65_535) return value;
      throw new RangeError(`'${value}' is not host:port`);
    },
  };
}

/** Separated by commas; at least one. */
export function listOf<T>(item: Setting<T>): Setting<readonly T[]> {
  return { parse: (value) => value.split(',').map((part) => item.parse(part.trim())) };
}

/** A URL of one of these schemes, e.g. `postgres`. */
export function url(schemes: readonly string[], options: { fallback?: string } = {}): Setting<string> {
  return {
    parse(value) {
      const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
      if (schemes.includes(scheme)) return value;
      // The value may hold a password: it is not repeated.
      throw new RangeError(`is not a URL that begins with ${schemes.map((name) => `${name}://`).join(' or ')}`);
    },
    ...options,
  };
}

export function wholeNumber(options: { from: number; to: number; fallback?: number }): Setting<number> {
  const { from, to, ...rest } = options;
  return {
    parse(value) {
      const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
      if (number >= from && number <= to) return number;
      throw new RangeError(`'${value}' is not a whole number from ${from} to ${to}`);
    },
    ...rest,
  };
}

export function oneOf<const T extends string>(choices: readonly T[], options: { fallback?: T } = {}): Setting<T> {
  return {
    parse(value) {
      const found = choices.find((choice) => choice === value);
      if (found !== undefined) return found;
      throw new RangeError(`'${value}' is not one of ${choices.join(', ')}`);
    },
    ...options,
  };
}
