import { resolve } from 'node:path';
import {
  type Experiment,
  type ExperimentResult,
  runExperiment,
  type Size,
  sizes,
  startProgress,
} from '@vedetta/experiments';
import { type Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import * as parse from '../options.ts';
import { queueOption, queueUrl } from '../queue-url.ts';
import { makeFolder, stopSignal } from '../up/surroundings.ts';
import { version } from '../version.ts';

export interface RunOptions {
  readonly size: Size;
  readonly seed: number;
  readonly workers?: number;
  readonly queue?: string | true;
  readonly out?: string;
  readonly new?: boolean;
  readonly json?: boolean;
}

/** Options of whatever computes an experiment. */
export function withRunOptions(command: Command, defaultFolder: string): Command {
  return command
    .addOption(
      new Option('--size <size>', 'quick: a first look; full: what is worth printing').choices(sizes).default('quick'),
    )
    .option('--seed <n>', 'same seed, same draws', parse.seed, 1)
    .option(
      '--workers <n>',
      'processes that share the work; no number depends on it, and networks run one at a time (default: one a core)',
      parse.wholeNumber(1, 1_024),
    )
    .addOption(
      queueOption(
        'not for networks, which are measured here: have the work done wherever `vedetta worker` takes it from this Redis',
      ).conflicts('workers'),
    )
    .option('--out <folder>', `where the files go (default: ${defaultFolder})`)
    .option('--new', 'compute everything again instead of going on')
    .option('--json', 'print the result as one JSON object');
}

/** Prints what there is. */
export function list(
  all: readonly { readonly name: string; readonly title: string; readonly summary: string }[],
  { json }: RunOptions,
): number {
  const listed = all.map(({ name, title, summary }) => ({ name, title, summary }));
  const text = listed.map(({ name, title, summary }) => `${name}: ${title}\n  ${summary}\n`).join('\n');
  process.stdout.write(json ? `${JSON.stringify(listed)}\n` : text);
  return 0;
}

/** Ctrl-C: what is finished stays, the rest is not begun. */
export function untilStopped(): AbortSignal {
  const stopping = new AbortController();
  void stopSignal(process.stderr).then(() => stopping.abort());
  return stopping.signal;
}

/** Runs one experiment and prints its result; the exit code is 0 when every verdict holds, 1 when one fails, 130 when it was stopped. */
export async function runAndReport(
  experiment: Experiment,
  { registry, folder, signal }: { readonly registry: string; readonly folder: string; readonly signal: AbortSignal },
  options: RunOptions,
): Promise<number> {
  const { size, seed, workers } = options;
  if (options.queue !== undefined && experiment.kind === 'network')
    throw new UsageError(
      `${experiment.name} starts networks and measures them on this machine, which no worker does: leave --queue out`,
    );
  const queue = queueUrl(options.queue);
  await makeFolder(resolve(folder), '--out');
  const outcome = await runExperiment({
    experiment,
    registry,
    size,
    seed,
    version,
    workers,
    ...(queue === undefined ? {} : { queue }),
    folder: resolve(folder),
    startNew: options.new === true,
    signal,
    progress: startProgress(`${experiment.name} ${size}`, process.stderr),
  });
  if (outcome.stopped) {
    process.stderr.write(
      `stopped: ${outcome.done} of ${outcome.total} units are kept in ${resolve(folder)}; the same command goes on from there\n`,
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
