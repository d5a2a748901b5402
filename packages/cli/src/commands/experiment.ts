import { join, resolve } from 'node:path';
import {
  type ExperimentResult,
  experiments,
  findExperiment,
  registryUrl,
  runExperiment,
  type Size,
  sizes,
  startProgress,
} from '@vedetta/experiments';
import { type Command, Option } from 'commander';
import * as parse from '../options.ts';
import { makeFolder, stopSignal } from '../up/surroundings.ts';
import { version } from '../version.ts';

interface ExperimentOptions {
  readonly size: Size;
  readonly seed: number;
  readonly workers?: number;
  readonly out?: string;
  readonly new?: boolean;
  readonly json?: boolean;
}

export function registerExperiment(program: Command): void {
  program
    .command('experiment')
    .summary('measure what the paper only defines')
    .description(
      'Runs an experiment and writes its numbers (CSV, JSON) and figures (SVG, PNG). Without a name it lists them. Ctrl-C keeps what is finished; the same command goes on from there.',
    )
    .argument('[name]', `one of ${experiments.map(({ name }) => name).join(', ')}`)
    .addOption(
      new Option('--size <size>', 'quick: a first look; full: what is worth printing').choices(sizes).default('quick'),
    )
    .option('--seed <n>', 'same seed, same draws', parse.seed, 1)
    .option(
      '--workers <n>',
      'processes that share the work; no number depends on it, and networks run one at a time (default: one a core)',
      parse.wholeNumber(1, 1_024),
    )
    .option('--out <folder>', 'where the files go (default: .vedetta/experiments/NAME-SIZE)')
    .option('--new', 'compute everything again instead of going on')
    .option('--json', 'print the result as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- experiment                           what there is
  npm run -s vedetta -- experiment loss                      lost and late reports, a first look
  npm run -s vedetta -- experiment loss --size full          hours of work, in as many sittings as you like
  npm run -s vedetta -- experiment loss --json | jq .verdicts`,
    )
    .action(async (name: string | undefined, options: ExperimentOptions) => {
      process.exitCode = name === undefined ? list(options) : await run(name, options);
    });
}

function list({ json }: ExperimentOptions): number {
  const listed = experiments.map(({ name, title, summary }) => ({ name, title, summary }));
  const text = listed.map(({ name, title, summary }) => `${name}: ${title}\n  ${summary}\n`).join('\n');
  process.stdout.write(json ? `${JSON.stringify(listed)}\n` : text);
  return 0;
}

async function run(name: string, options: ExperimentOptions): Promise<number> {
  const experiment = findExperiment(name);
  const { size, seed, workers } = options;
  const folder = resolve(options.out ?? join('.vedetta', 'experiments', `${name}-${size}`));
  await makeFolder(folder, '--out');
  const stopping = new AbortController();
  void stopSignal(process.stderr).then(() => stopping.abort());
  const outcome = await runExperiment({
    experiment,
    registry: registryUrl,
    size,
    seed,
    version,
    workers,
    folder,
    startNew: options.new === true,
    signal: stopping.signal,
    progress: startProgress(`${name} ${size}`, process.stderr),
  });
  if (outcome.stopped) {
    process.stderr.write(
      `stopped: ${outcome.done} of ${outcome.total} units are kept in ${folder}; the same command goes on from there\n`,
    );
    return 130;
  }
  const { result, files } = outcome;
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : report(result, files));
  return result.verdicts.every(({ holds }) => holds) ? 0 : 1;
}

function report(result: ExperimentResult, files: readonly string[]): string {
  const verdicts = result.verdicts.map(
    ({ claim, holds, detail }) => `${holds ? 'holds' : 'FAILS'}  ${claim}\n       ${detail}\n`,
  );
  return `${result.title} (${result.size}, seed ${result.seed})\n${verdicts.join('')}${files.map((file) => `  ${file}\n`).join('')}`;
}
