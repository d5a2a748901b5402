import { join } from 'node:path';
import { experiments, findExperiment, registryUrl } from '@vedetta/experiments';
import type { Command } from 'commander';
import { list, type RunOptions, runAndReport, untilStopped, withRunOptions } from './run-experiment.ts';

export function registerExperiment(program: Command): void {
  const command = program
    .command('experiment')
    .summary('measure what the paper only defines')
    .description(
      'Runs an experiment and writes its numbers (CSV, JSON) and figures (SVG, PNG). Without a name it lists them. Ctrl-C keeps what is finished; the same command goes on from there.',
    )
    .argument('[name]', `one of ${experiments.map(({ name }) => name).join(', ')}`);
  withRunOptions(command, '.vedetta/experiments/NAME-SIZE')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- experiment                           what there is
  npm run -s vedetta -- experiment loss                      lost and late reports, a first look
  npm run -s vedetta -- experiment loss --size full          hours of work, in as many sittings as you like
  npm run -s vedetta -- experiment loss --json | jq .verdicts`,
    )
    .action(async (name: string | undefined, options: RunOptions) => {
      process.exitCode = name === undefined ? list(experiments, options) : await run(name, options);
    });
}

function run(name: string, options: RunOptions): Promise<number> {
  const experiment = findExperiment(name);
  const folder = options.out ?? join('.vedetta', 'experiments', `${name}-${options.size}`);
  return runAndReport(experiment, { registry: registryUrl, folder, signal: untilStopped() }, options);
}
