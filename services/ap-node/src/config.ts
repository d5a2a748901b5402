import {
  commonSettings,
  documented,
  type Environment,
  type EnvironmentProblem,
  flag,
  hostPort,
  listOf,
  optional,
  type Setting,
  type Values,
  wholeNumber,
} from '@vedetta/service-kit';

/** `0-3,7` → [0, 1, 2, 3, 7]. */
export const apRanges: Setting<readonly number[]> = { parse: parseRanges };

/** Deployment of one AP process, from the environment and `--ap`. Science comes from the scenario alone. */
export const apNodeSettings = {
  VEDETTA_SCENARIO: commonSettings.VEDETTA_SCENARIO,
  VEDETTA_AP: documented('Access points hosted here, e.g. `0-3,7`; also `--ap`.', optional(apRanges)),
  VEDETTA_FUSION: documented('host:port of every fusion worker, separated by commas.', optional(listOf(hostPort()))),
  VEDETTA_REGISTRY: documented(
    'host:port of every scheduler, separated by commas: joins by itself, instead of VEDETTA_AP and VEDETTA_FUSION.',
    optional(listOf(hostPort())),
  ),
  VEDETTA_EPOCH: documented(
    'With VEDETTA_AP: grows with every restart; the higher one wins an access point.',
    wholeNumber({ from: 0, to: 0xffffffff, fallback: 1 }),
  ),
  VEDETTA_REPORT_JITTER_MS: documented(
    'Delays every report by up to so much, so that they arrive shuffled.',
    wholeNumber({ from: 0, to: 10_000, fallback: 0 }),
  ),
  VEDETTA_EXIT_WITH_PARENT: documented('1: ends when standard input closes.', flag({ fallback: false })),
  VEDETTA_NODE_NAME: commonSettings.VEDETTA_NODE_NAME,
  VEDETTA_HOST: commonSettings.VEDETTA_HOST,
  VEDETTA_METRICS_PORT: commonSettings.VEDETTA_METRICS_PORT,
  VEDETTA_LOG_LEVEL: commonSettings.VEDETTA_LOG_LEVEL,
};

export type ApNodeConfig = Pick<
  Values<typeof apNodeSettings>,
  | 'VEDETTA_SCENARIO'
  | 'VEDETTA_AP'
  | 'VEDETTA_FUSION'
  | 'VEDETTA_REGISTRY'
  | 'VEDETTA_EPOCH'
  | 'VEDETTA_REPORT_JITTER_MS'
>;

/** `--ap` as if it stood in the environment. */
export function withArguments(argv: readonly string[], env: Environment): Environment {
  const at = argv.indexOf('--ap');
  return at < 0 ? env : { ...env, VEDETTA_AP: argv[at + 1] ?? '' };
}

/** Told, or joining: never half of each. */
export function checkApNode(argv: readonly string[], env: Environment): EnvironmentProblem[] {
  const problems: EnvironmentProblem[] = [];
  const at = argv.indexOf('--ap');
  const unknown = argv.filter((word, i) => word !== '--ap' && (at < 0 || i !== at + 1));
  if (unknown.length > 0) {
    problems.push({ variable: unknown.join(' '), message: 'unknown argument; only --ap 0-3,7 is known' });
  }
  const isSet = (name: string) => (env[name]?.trim() ?? '') !== '';
  if (isSet('VEDETTA_REGISTRY')) {
    for (const variable of ['VEDETTA_AP', 'VEDETTA_FUSION'].filter(isSet)) {
      problems.push({ variable, message: 'is told by the registry (VEDETTA_REGISTRY): set one or the other' });
    }
    return problems;
  }
  if (!isSet('VEDETTA_AP')) {
    problems.push({ variable: 'VEDETTA_AP', message: 'is not set: say which (--ap 0-3,7), or set VEDETTA_REGISTRY' });
  }
  if (!isSet('VEDETTA_FUSION')) {
    problems.push({ variable: 'VEDETTA_FUSION', message: 'is not set: host:port of the fusion worker' });
  }
  return problems;
}

function parseRanges(text: string): readonly number[] {
  const ids = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (match === null) throw new RangeError(`'${part}' is neither an id nor a range such as 0-3`);
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) throw new RangeError(`range '${part}' runs backwards`);
    for (let id = first; id <= last; id++) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}
