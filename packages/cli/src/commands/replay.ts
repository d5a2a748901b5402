import type { Command } from 'commander';
import { findRun, openFolder } from '../open-folder.ts';
import * as parse from '../options.ts';
import { startProgress } from '../progress.ts';
import { type Replay, replayRun } from '../replay/replay-run.ts';

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .summary('compute stored decisions again and compare them bit for bit')
    .description(
      'Computes every stored decision again from scenario, seed, on-air sets and the reports that were used, in one process without a network, and compares statistics, ranks, thresholds and outcomes bit for bit. Exit code 1 when anything differs or is not there.',
    )
    .requiredOption('--data <folder>', 'data folder of a network that is not running')
    .option('--run <id>', 'run (default: the newest)', parse.wholeNumber(1, 2 ** 31 - 1))
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  npm run -s vedetta -- replay --data .vedetta/demo-1234abcd --run 1')
    .action(async (options: { data: string; run?: number; json?: boolean }) => {
      await using folder = await openFolder(options.data);
      const run = await findRun(folder.store, options.run);
      const progress = startProgress('replaying slot', run.decidedSlots);
      const replay = await replayRun(folder.store, folder.scenario, run, progress.at);
      progress.close();
      process.stdout.write(options.json ? `${JSON.stringify(replay)}\n` : text(replay));
      const { different, absent } = replay;
      process.exitCode = different === 0 && absent.decisions === 0 && absent.slots === 0 ? 0 : 1;
    });
}

function text({ run, slots, decisions, reports, absent, different, differences }: Replay): string {
  const head = `run ${run}: ${decisions} decisions of ${slots} slots, ${reports} local statistics computed again, ${different} different\n`;
  const gone =
    absent.slots === 0 && absent.decisions === 0
      ? ''
      : `  not stored: ${absent.slots} decided slots, ${absent.decisions} decisions of stored slots\n`;
  return (
    head +
    gone +
    differences.map(({ slot, inspection, what }) => `  slot ${slot} inspection ${inspection}: ${what}\n`).join('')
  );
}
