import type { Command } from 'commander';
import { benchLinks, isKept, linksText } from '../bench/bench-links.ts';
import { overloadText, runOverload } from '../bench/overload.ts';
import * as parse from '../options.ts';
import { startProgress } from '../progress.ts';

/** Benchmarks of the emulated fronthaul, as subcommands of `bench`. */
export function registerFronthaulBenches(bench: Command): void {
  bench
    .command('links')
    .summary('what shaped links deliver: rate and delay, both directions')
    .description(
      'Measures rate and delay of emulated links on real sockets. Ends with 1 when a median is off by more than 3 % or 1 ms: on a machine that is busy with other things it may be.',
    )
    .option('--rates <list>', 'Mbit/s, separated by commas', rateList, [1, 10, 100, 500])
    .option('--delay-ms <n>', 'delay of each direction', parse.wholeNumber(0, 1000), 5)
    .option('--samples <n>', 'measurements of which the median is taken', parse.wholeNumber(10, 10_000), 200)
    .option('--json', 'print one JSON object instead of a table')
    .action(async (options: { rates: number[]; delayMs: number; samples: number; json?: boolean }) => {
      const progress = startProgress('links, direction', 2 * options.rates.length);
      const result = await benchLinks(options.rates, options.delayMs, options.samples, progress.at);
      progress.close();
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : linksText(result));
      process.exitCode = isKept(result) ? 0 : 1;
    });
  bench
    .command('overload')
    .summary('one access point that offers more than its link carries')
    .description(
      'Offers many times what a link carries, then little: memory, reports that were withheld, and how old those are that arrive.',
    )
    .option('--rate <n>', 'Mbit/s of the link', parse.wholeNumber(1, 100), 1)
    .option('--times <n>', 'offered load in link rates', parse.wholeNumber(1, 100), 10)
    .option('--seconds <n>', 'length of the overload', parse.wholeNumber(1, 3600), 60)
    .option('--json', 'print one JSON object instead of lines')
    .action(
      async ({ rate, times, seconds, json }: { rate: number; times: number; seconds: number; json?: boolean }) => {
        const result = await runOverload({ rateMbps: rate, times, overloadMs: 1000 * seconds, calmMs: 3000 });
        process.stdout.write(json ? `${JSON.stringify(result)}\n` : overloadText(result));
      },
    );
}

function rateList(text: string): number[] {
  return text.split(',').map((part) => parse.wholeNumber(1, 10_000)(part));
}
