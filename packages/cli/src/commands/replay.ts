import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { findRun, type OpenBooks, openFolder } from '../open-folder.ts';
import { openServer } from '../open-server.ts';
import * as parse from '../options.ts';
import { startProgress } from '../progress.ts';
import { type Replay, replayRun } from '../replay/replay-run.ts';

interface ReplayOptions {
  readonly data?: string;
  readonly store?: string;
  readonly preset?: string;
  readonly run?: number;
  readonly json?: boolean;
}

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .summary('compute stored decisions again and compare them bit for bit')
    .description(
      'Computes every stored decision again from scenario, seed, on-air sets and the reports that were used, in one process without a network, and compares statistics, ranks, thresholds and outcomes bit for bit. Exit code 1 when anything differs or is not there.',
    )
    .option('--data <folder>', 'data folder of a network that is not running')
    .option('--store <url>', 'or the PostgreSQL of many machines, postgres://user:password@host:5432/database')
    .option('--preset <scenario>', 'preset or scenario file of that store, needed when no evaluator was ever there')
    .option('--run <id>', 'run (default: the newest)', parse.wholeNumber(1, 2 ** 31 - 1))
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- replay --data .vedetta/demo-1234abcd --run 1
  npm run -s vedetta -- replay --store postgres://vedetta:vedetta@127.0.0.1:5432/vedetta --preset demo`,
    )
    .action(async (options: ReplayOptions) => {
      await using books = await openBooks(options);
      const run = await findRun(books.store, options.run);
      const progress = startProgress('replaying slot', run.decidedSlots);
      const replay = await replayRun(books.store, books.scenario, run, progress.at);
      progress.close();
      process.stdout.write(options.json ? `${JSON.stringify(replay)}\n` : text(replay));
      const { different, absent } = replay;
      process.exitCode = different === 0 && absent.decisions === 0 && absent.slots === 0 ? 0 : 1;
    });
}

function openBooks({ data, store, preset }: ReplayOptions): Promise<OpenBooks> {
  if ((data === undefined) === (store === undefined))
    throw new UsageError('say where the decisions are: either --data <folder> or --store <url>');
  if (store !== undefined) return openServer(store, preset);
  if (preset !== undefined) throw new UsageError('--data has its own scenario: leave --preset out');
  return openFolder(data as string);
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
