import { availableParallelism, cpus } from 'node:os';
import type { Command } from 'commander';
import { benchNetwork } from '../bench/bench-network.ts';
import { benchStatistic } from '../bench/bench-statistic.ts';
import { type BenchReport, reportText } from '../bench/report.ts';
import * as parse from '../options.ts';
import { startProgress } from '../progress.ts';
import { registerFronthaulBenches } from './bench-fronthaul.ts';
import { registerBenchFusion } from './bench-fusion.ts';
import { registerBenchPower } from './bench-power.ts';

interface BenchOptions {
  readonly json?: boolean;
  readonly rounds: number;
  readonly slots: number;
  readonly apProcesses: number;
  readonly statistic: boolean;
  readonly network: boolean;
  readonly numpy: boolean;
}

export function registerBench(program: Command): void {
  const bench = program
    .command('bench')
    .summary('what the structure pays, side by side in one run')
    .description(
      'Times the local statistic against the dense path and, where python3 has NumPy, against the same computation there, and the slots per second of the baseline network. Speeds are ratios taken in one run: compare those between machines, not milliseconds.',
    )
    .option('--json', 'print one JSON object instead of tables')
    .option('--rounds <n>', 'turns every contender takes', parse.wholeNumber(1, 100), 5)
    .option('--slots <n>', 'slots of the network that are measured', parse.wholeNumber(16, 1_000_000), 1_000)
    .option(
      '--ap-processes <n>',
      'AP processes of the network',
      parse.wholeNumber(1, 64),
      Math.max(1, Math.min(4, availableParallelism())),
    )
    .option('--no-statistic', 'leave the local statistic out')
    .option('--no-network', 'leave the network out')
    .option('--no-numpy', 'leave NumPy out')
    .addHelpText('after', '\nExample:\n  npm run -s bench -- --rounds 7 --json')
    .action(async (options: BenchOptions) => {
      // The network first: its memory is measured in a process that has done nothing else.
      const network = options.network ? await benchNetwork(options.slots, options.apProcesses) : null;
      const progress = startProgress('local statistic, case', 9);
      const statistic = options.statistic ? await benchStatistic(options.rounds, options.numpy, progress.at) : null;
      progress.close();
      const report: BenchReport = {
        node: process.versions.node,
        processor: cpus()[0]?.model.trim() ?? 'unknown processor',
        cores: availableParallelism(),
        statistic,
        network,
      };
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report));
    });
  registerBenchFusion(bench);
  registerFronthaulBenches(bench);
  registerBenchPower(bench);
}
