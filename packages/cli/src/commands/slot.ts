import { type SlotBookRequest, slotBook } from '@vedetta/evaluation';
import { readScenario } from '@vedetta/scenario';
import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { findRun, openFolder } from '../open-folder.ts';
import * as parse from '../options.ts';
import { solvedPower } from '../solved-power.ts';

interface SlotOptions {
  readonly ap: number;
  readonly run?: number;
  readonly data?: string;
  readonly preset?: string;
  readonly seed?: number;
  readonly truth?: boolean;
  readonly json?: boolean;
}

export function registerSlot(program: Command): void {
  program
    .command('slot')
    .summary('open books: what one AP knew and received in one slot')
    .description(
      'Prints what one receive AP knew and received in one slot, with the matrices behind its statistic, so that a decision can be recomputed elsewhere. Of a stored run (--data), or of one that was never started (--preset): draws have names.',
    )
    .argument('<slot>', 'slot number', parse.wholeNumber(0, 2 ** 32 - 1))
    .requiredOption('--ap <m>', 'receive AP', parse.wholeNumber(0, 65_535))
    .option('--data <folder>', 'data folder of a network that is not running')
    .option('--run <id>', 'run in that folder (default: the newest)', parse.wholeNumber(1, 2 ** 31 - 1))
    .option('--preset <scenario>', 'preset or scenario file of a run that need not exist')
    .option('--seed <n>', 'its seed', parse.seed)
    .option('--truth', 'also the targets and the echo, clutter and noise parts of y')
    .option('--json', 'print the whole as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- slot 12 --ap 3 --preset baseline --seed 7 --json
  npm run -s vedetta -- slot 12 --ap 3 --data .vedetta/demo-1234abcd --run 1 --json --truth`,
    )
    .action(async (slot: number, options: SlotOptions) => {
      const book =
        options.data === undefined ? await ofPreset(slot, options) : await ofRun(slot, options, options.data);
      process.stdout.write(options.json ? `${JSON.stringify(book)}\n` : outline(book));
    });
}

type Book = ReturnType<typeof slotBook>;

async function ofPreset(slot: number, { ap, preset, seed = 1, run, truth }: SlotOptions): Promise<Book> {
  if (preset === undefined)
    throw new UsageError('say which network: --data <folder> for a stored run, or --preset <scenario> --seed <n>');
  if (run !== undefined) throw new UsageError('--run goes with --data');
  const scenario = await readScenario(preset);
  const powerPlan = await solvedPower(scenario.network);
  return slotBook(scenario, { slot, accessPoint: ap, seed, powerPlan, truth: truth === true });
}

async function ofRun(slot: number, options: SlotOptions, folder: string): Promise<Book> {
  if (options.preset !== undefined || options.seed !== undefined)
    throw new UsageError('--data has its own scenario and seed: leave --preset and --seed out');
  await using open = await openFolder(folder);
  const run = await findRun(open.store, options.run);
  const [stored] = await open.store.slots(run.id, slot, 1);
  if (stored?.record.slot !== slot) throw new UsageError(`run ${run.id} holds no decisions of slot ${slot}`);
  const { record, decisions } = stored;
  const inspections = decisions.map(({ inspection: index, phase, region, cell, position, transmit, reports }) => ({
    index,
    phase,
    region,
    cell,
    position,
    transmit,
    receive: reports.map(({ accessPoint }) => accessPoint),
  }));
  const used = decisions.map(({ inspection, reports }) => [
    inspection,
    reports.filter(({ fate }) => fate === 'used').map(({ accessPoint }) => accessPoint),
  ]);
  const request: SlotBookRequest = {
    slot,
    accessPoint: options.ap,
    seed: run.seed,
    onAir: record.onAir,
    plan: { slot, inspections },
    falseAlarmProbability: run.falseAlarmProbability,
    reportsUsed: Object.fromEntries(used),
    powerPlan: await open.store.powerPlan(),
    truth: options.truth === true,
  };
  return slotBook(open.scenario, request);
}

function outline(book: Book): string {
  const rows = book.inspections.map(
    ({ inspection, position, statistic, rank, threshold }) =>
      `  inspection ${inspection} at ${position.map((value) => value.toFixed(1)).join(', ')}: statistic ${statistic}, rank ${rank}, threshold ${threshold}`,
  );
  const head = `slot ${book.slot}, AP ${book.accessPoint}, seed ${book.seed}; on air: ${book.onAir.join(' ')}; --json prints the matrices`;
  return `${[head, ...rows].join('\n')}\n`;
}
