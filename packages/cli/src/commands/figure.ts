import { join } from 'node:path';
import { figures, figuresUrl, findFigure, shortName } from '@vedetta/experiments';
import type { Command } from 'commander';
import { list, type RunOptions, runAndReport, untilStopped, withRunOptions } from './run-experiment.ts';

export function registerFigure(program: Command): void {
  const command = program
    .command('figure')
    .summary("compute the paper's figures anew")
    .description(
      "Computes a figure of the paper and holds its claims against the numbers (CSV, JSON, SVG, PNG). Without a name it lists what there is. Full size is the paper's: 100 set-ups of 1000 realisations. Ctrl-C keeps what is finished; the same command goes on from there.",
    )
    .argument('[name]', `one of ${figures.map(shortName).join(', ')}, or all`);
  withRunOptions(command, '.vedetta/figures/NAME-SIZE; all: a folder NAME-SIZE each')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- figure                               what there is
  npm run -s vedetta -- figure 2                             miss probabilities, a first look
  npm run -s vedetta -- figure 3 --size full                 hours of work, in as many sittings as you like
  npm run -s vedetta -- figure sensitivity --json | jq .verdicts
  npm run -s vedetta -- figure all --out results             every figure, one after the other
  npm run -s vedetta -- figure 3 --queue redis://10.0.0.7    on every machine where a worker takes units from there
  VEDETTA_QUEUE=redis://:secret@10.0.0.7 npm run -s vedetta -- figure 3 --queue`,
    )
    .action(async (name: string | undefined, options: RunOptions) => {
      const listed = figures.map((figure) => ({ ...figure, name: shortName(figure) }));
      process.exitCode = name === undefined ? list(listed, options) : await run(name, options);
    });
}

/** The highest exit code of the figures, which are run whatever an earlier one says. */
async function run(name: string, options: RunOptions): Promise<number> {
  const chosen = name === 'all' ? figures : [findFigure(name)];
  const signal = untilStopped();
  let exitCode = 0;
  for (const figure of chosen) {
    if (signal.aborted) break;
    const own = `${figure.name}-${options.size}`;
    const standard = join('.vedetta', 'figures', own);
    const folder = name === 'all' && options.out !== undefined ? join(options.out, own) : (options.out ?? standard);
    exitCode = Math.max(exitCode, await runAndReport(figure, { registry: figuresUrl, folder, signal }, options));
  }
  return exitCode;
}
