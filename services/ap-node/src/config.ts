import { type LogLevel, logLevels } from '@vedetta/service-kit';

/** Deployment of one AP process, from the environment and `--ap`. Science comes from the scenario alone. */
export interface ApNodeConfig {
  /** Preset name or path of the scenario file. */
  readonly scenario: string;
  /** host:port of the fusion worker's fronthaul. */
  readonly fusionAddress: string;
  /** Ids, ascending, without repeats. */
  readonly accessPoints: readonly number[];
  readonly processName: string;
  /** Grows with every restart; the higher one wins an AP. */
  readonly epoch: number;
  /** Shuffles the reports on purpose, for experiments with order of arrival. */
  readonly reportJitterMs: number;
  readonly logLevel: LogLevel;
  /** Exit when standard input closes (an embedded process whose parent went). */
  readonly exitWithParent: boolean;
}

export class ConfigError extends Error {
  readonly code = 'CONFIG';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`ap-node cannot start:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** @throws {ConfigError} with every problem at once. */
export function readConfig(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): ApNodeConfig {
  const problems: string[] = [];
  const attempt = <T>(make: () => T, otherwise: T): T => {
    try {
      return make();
    } catch (error) {
      problems.push((error as Error).message);
      return otherwise;
    }
  };
  const apAt = argv.indexOf('--ap');
  const unknown = argv.filter((word, i) => word !== '--ap' && (apAt < 0 || i !== apAt + 1));
  if (unknown.length > 0) problems.push(`unknown argument ${unknown.join(' ')}; only --ap 0-3,7 is known`);
  const ranges = apAt >= 0 ? argv[apAt + 1] : env.VEDETTA_AP;
  const config: ApNodeConfig = {
    scenario: attempt(() => required(env, 'VEDETTA_SCENARIO', 'a preset or the path of a scenario file'), ''),
    fusionAddress: attempt(() => address(required(env, 'VEDETTA_FUSION', 'host:port of the fusion worker')), ''),
    accessPoints: attempt(() => parseRanges(ranges), []),
    processName: env.VEDETTA_NODE_NAME ?? `ap-node-${process.pid}`,
    epoch: attempt(() => whole(env, 'VEDETTA_EPOCH', 1, 0xffffffff), 1),
    reportJitterMs: attempt(() => whole(env, 'VEDETTA_REPORT_JITTER_MS', 0, 10_000), 0),
    logLevel: attempt(() => level(env.VEDETTA_LOG_LEVEL ?? 'info'), 'info'),
    exitWithParent: env.VEDETTA_EXIT_WITH_PARENT === '1',
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** `0-3,7` → [0, 1, 2, 3, 7]. */
export function parseRanges(text: string | undefined): number[] {
  if (text === undefined || text === '')
    throw new RangeError('--ap (or VEDETTA_AP) is missing: say which APs, e.g. --ap 0-3,7');
  const ids = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (match === null) throw new RangeError(`--ap: '${part}' is neither an id nor a range such as 0-3`);
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) throw new RangeError(`--ap: range '${part}' runs backwards`);
    for (let id = first; id <= last; id++) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

function required(env: Readonly<Record<string, string | undefined>>, name: string, what: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new RangeError(`${name} is missing: ${what}`);
  return value;
}

function address(value: string): string {
  const port = Number(/^[^\s:]+:(\d{1,5})$/.exec(value)?.[1] ?? 0);
  if (port < 1 || port > 65_535) throw new RangeError(`VEDETTA_FUSION: '${value}' is not host:port`);
  return value;
}

function whole(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
  most: number,
): number {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > most) {
    throw new RangeError(`${name}: '${value}' is not a whole number from 0 to ${most}`);
  }
  return number;
}

function level(value: string): LogLevel {
  const known = logLevels.find((name) => name === value);
  if (known === undefined) throw new RangeError(`VEDETTA_LOG_LEVEL: '${value}' is none of ${logLevels.join(', ')}`);
  return known;
}
