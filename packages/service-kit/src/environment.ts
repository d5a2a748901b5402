/** How one setting is read from the environment. */
export interface Setting<T> {
  /** @throws {RangeError} whose message says what is allowed. */
  readonly parse: (text: string) => T;
  /** Absent: the setting must be there. */
  readonly fallback?: T;
}

type Values<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

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

/**
 * Reads typed settings from environment variables; an empty one counts as absent.
 *
 *   readEnvironment({ VEDETTA_PORT: wholeNumber({ from: 0, to: 65535, fallback: 8080 }) }, process.env)
 *
 * @throws {EnvironmentError} that lists every problem.
 */
export function readEnvironment<S extends Record<string, Setting<unknown>>>(
  spec: S,
  env: Readonly<Record<string, string | undefined>>,
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
  if (problems.length > 0) throw new EnvironmentError(problems);
  return Object.fromEntries(values) as Values<S>;
}

export function text(options: { fallback?: string } = {}): Setting<string> {
  return { parse: (value) => value, ...options };
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
