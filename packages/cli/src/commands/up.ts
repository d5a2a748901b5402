import { availableParallelism } from 'node:os';
import { logLevels } from '@vedetta/service-kit';
import { type Command, Option } from 'commander';
import * as parse from '../options.ts';
import { type UpOptions, up } from '../up/up.ts';

export function registerUp(program: Command): void {
  program
    .command('up')
    .summary('start a network and scan')
    .description(
      'Starts a network of separate processes on this machine, scans for targets, and answers queries over REST.',
    )
    .argument('[scenario]', 'preset (demo, baseline, paper-literal, small) or scenario file', 'demo')
    .option('--seed <n>', 'seed of the run; same scenario and seed give the same decisions (default: 1)', parse.seed)
    .option('--slots <n>', 'stop by itself after so many slots and print a summary', parse.wholeNumber(1, 100_000_000))
    .option(
      '--pace <p>',
      "emulated seconds per second, or 'fast', which waits for every report (default: 1)",
      parse.pace,
    )
    .option('--false-alarm-probability <p>', "P_FA of the run (default: the scenario's)", parse.probability)
    .option(
      '--ap-processes <n>',
      'processes that share the access points',
      parse.wholeNumber(1, 256),
      Math.min(4, availableParallelism()),
    )
    .option('--port <n>', 'REST port, 0 for any free one', parse.wholeNumber(0, 65_535), 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--new', 'end an unfinished run in the data folder instead of resuming it')
    .option('--data <folder>', 'where runs and decisions are kept (default: .vedetta/<scenario>-<hash>)')
    .option(
      '--evaluate <rate>',
      'slots laid beside the truth: all, off, or every n-th (default: all in a batch, else every 4th)',
      parse.evaluationRate,
    )
    .option(
      '--keep-slots <n>',
      'slots kept before the oldest are dropped',
      parse.wholeNumber(1_000, 100_000_000),
      500_000,
    )
    .option('--keep-mb <n>', 'megabytes kept before the oldest are dropped', parse.wholeNumber(64, 1_000_000), 4_096)
    .option(
      '--jitter-ms <n>',
      'delay every report by up to so much, so that they arrive shuffled',
      parse.wholeNumber(0, 10_000),
      0,
    )
    .addOption(new Option('--log-level <level>', 'of the log in <data>/vedetta.log').choices(logLevels).default('info'))
    .option('--json', 'print the final summary as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  npm start                                          the demo: moving targets, live
  npm start -- --slots 200 --pace fast               200 slots as fast as the machine goes, then a summary
  npm start -- baseline --seed 7 --port 9000         the paper's network, another seed, another port
  npm start -- my-city.yaml --data ./my-city         your own scenario, data where you want them
  npm run -s vedetta -- up small --slots 50 --json   a summary for scripts`,
    )
    .action(async (scenario: string, options: UpOptions) => {
      process.exitCode = await up(scenario, options, process.stdout);
    });
}
