import type { Command } from 'commander';
import { benchPower, searchesPerLayout } from '../bench/bench-power.ts';
import { isFast, powerText } from '../bench/power-text.ts';
import * as parse from '../options.ts';
import { startProgress } from '../progress.ts';

/** `vedetta bench power`. */
export function registerBenchPower(bench: Command): void {
  bench
    .command('power')
    .summary('max-min power control: time, iterations, feasibility and optimality gap')
    .description(
      'Solves the max-min power control of networks of 16 UEs, 16 transmit access points and 4 targets: without a floor on the SIR, communication-prioritised under one, and sensing-prioritised twice. Ends with 1 when a search takes 30 s of CPU or more.',
    )
    .option('--layouts <n>', 'networks, each with other places', parse.wholeNumber(1, 1000), 1)
    .option('--json', 'print one JSON object instead of a table')
    .addHelpText('after', '\nExample:\n  npm run -s bench -- power --layouts 5')
    .action(async ({ layouts, json }: { layouts: number; json?: boolean }) => {
      const progress = startProgress('max-min power control, search', searchesPerLayout * layouts);
      const result = await benchPower({ users: 16, accessPoints: 16, targets: 4 }, layouts, progress.at);
      progress.close();
      process.stdout.write(json ? `${JSON.stringify(result)}\n` : powerText(result));
      process.exitCode = isFast(result) ? 0 : 1;
    });
}
