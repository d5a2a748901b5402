import type { Command } from 'commander';
import { benchFusion } from '../bench/fusion/bench-fusion.ts';
import { fusionText } from '../bench/fusion/fusion-text.ts';
import * as parse from '../options.ts';
import { startProgress } from '../progress.ts';

/** `vedetta bench fusion`. */
export function registerBenchFusion(bench: Command): void {
  bench
    .command('fusion')
    .summary('slots per second of two fusion workers against one')
    .description(
      'Replays recorded samples (split raw) to one and to two fusion workers in turn, on PostgreSQL and Redis, and prints the CPU of every other process. Calls itself inconclusive when those take more than a fifth of a core.',
    )
    .option('--json', 'print one JSON object instead of a table')
    .option('--slots <n>', 'slots that are measured in a round', parse.wholeNumber(64, 100_000), 240)
    .option('--rounds <n>', 'pairs of rounds', parse.wholeNumber(1, 100), 3)
    .addHelpText('after', '\nExample:\n  npm run -s bench -- fusion --rounds 5')
    .action(async (options: { json?: boolean; slots: number; rounds: number }) => {
      let shown: { readonly what: string; at(value: number): void; close(): void } | null = null;
      const bench = await benchFusion(options, (what, done, of) => {
        if (shown?.what !== what) {
          shown?.close();
          shown = { what, ...startProgress(what, of) };
        }
        shown.at(done);
      });
      (shown as { close(): void } | null)?.close();
      process.stdout.write(options.json ? `${JSON.stringify(bench)}\n` : fusionText(bench));
      if (bench.inconclusive !== null) process.exitCode = 3;
    });
}
