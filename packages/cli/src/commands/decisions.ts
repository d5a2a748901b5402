import type { Page, StoredDecision, StoredDecisionDetail } from '@vedetta/store';
import { type Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import { paintFor } from '../format/colour.ts';
import { type DecisionFormat, decisionPrinter } from '../format/decision-printer.ts';
import { decisionDetail } from '../format/decision-table.ts';
import { endQuietlyOnClosedPipe, write } from '../format/write.ts';
import { GatewayClient, type Query } from '../http-client.ts';
import { wholeNumber } from '../options.ts';
import { followDecisions } from './follow-decisions.ts';

export interface DecisionsOptions {
  readonly url: string;
  readonly run?: string;
  readonly region?: string;
  readonly phase?: string;
  readonly outcome?: string;
  readonly fromSlot?: string;
  readonly toSlot?: string;
  readonly since?: string;
  readonly until?: string;
  readonly maxPValue?: string;
  readonly order?: string;
  readonly limit?: number;
  readonly cursor?: string;
  readonly all?: boolean;
  readonly follow?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly truth?: boolean;
}

const LARGEST_PAGE = 1_000;
const DEFAULT_LIMIT = 100;

/** Prints what was asked for to `output`, hints to `notes`. @throws {GatewayError} {UsageError} */
export async function printDecisions(
  key: string | undefined,
  options: DecisionsOptions,
  output: NodeJS.WritableStream,
  notes: NodeJS.WritableStream,
  signal?: AbortSignal,
): Promise<void> {
  const client = new GatewayClient(options.url);
  if (key !== undefined) return printOne(client, key, options, output);
  const { run, region, phase, outcome, fromSlot, toSlot, since, until, maxPValue } = options;
  const filter: Query = { run, region, phase, outcome, fromSlot, toSlot, since, until, maxPValue };
  const printer = decisionPrinter(formatOf(options), output);
  if (options.follow) return followDecisions(client, filter, options.limit ?? 10, printer, notes, signal);

  let cursor = options.cursor ?? null;
  let left = options.all ? Number.POSITIVE_INFINITY : (options.limit ?? DEFAULT_LIMIT);
  do {
    const query = { ...filter, order: options.order, limit: Math.min(left, LARGEST_PAGE), cursor: cursor ?? undefined };
    const page = await client.get<Page<StoredDecision>>('/v1/decisions', query);
    await printer.print(page.items);
    left -= page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null && left > 0);
  await printer.end(cursor);
  if (cursor !== null && !options.json) await write(notes, `more: --cursor ${cursor}, or --all\n`);
}

async function printOne(client: GatewayClient, key: string, options: DecisionsOptions, output: NodeJS.WritableStream) {
  if (!/^\d+\/\d+\/\d+$/.test(key)) {
    throw new UsageError(`'${key}' names no decision; run/slot/inspection such as 1/811/0 is needed`);
  }
  if (options.csv) throw new UsageError('one decision is printed as text or with --json, not with --csv');
  const decision = await client.get<StoredDecisionDetail>(`/v1/decisions/${key}`, { truth: options.truth });
  const text = options.json ? `${JSON.stringify(decision, null, 2)}\n` : decisionDetail(decision, paintFor(output));
  await write(output, text);
}

function formatOf({ csv, json, follow }: DecisionsOptions): DecisionFormat {
  if (csv) return 'csv';
  if (json) return follow ? 'json-lines' : 'json';
  return 'table';
}

export function registerDecisions(program: Command): void {
  const url = new Option('--url <address>', 'where the network answers').default('http://127.0.0.1:8080');
  program
    .command('decisions')
    .summary('ask a running network what it decided, and why')
    .description('Prints decisions of a running network, newest first; or one of them with every local statistic.')
    .argument('[decision]', 'run/slot/inspection of one decision, to see what went into it')
    .addOption(url.env('VEDETTA_URL'))
    .option('--run <id>', 'only this run')
    .option('--region <id>', 'only this sensing region, or this followed target')
    .option('--phase <phase>', 'detection or tracking')
    .option('--outcome <outcome>', 'targetPresent, targetAbsent or unobserved')
    .option('--from-slot <n>', 'first slot')
    .option('--to-slot <n>', 'last slot, included')
    .option('--since <time>', 'decided at this time or later, ISO 8601 with offset, or a date')
    .option('--until <time>', 'decided at this time or earlier')
    .option('--max-p-value <p>', 'p-value at most this')
    .addOption(new Option('--order <order>', 'newest or oldest first (default: newest)').conflicts('follow'))
    .option(
      '--limit <n>',
      'most decisions to print (default: 100; with --follow, earlier ones: 10)',
      wholeNumber(0, 1e9),
    )
    .addOption(new Option('--cursor <cursor>', 'go on where an earlier answer ended').conflicts('follow'))
    .addOption(new Option('--all', 'all of them, page by page').conflicts(['limit', 'follow']))
    .option('--follow', 'the last ones, then every new one as it is decided, until Ctrl-C')
    .addOption(new Option('--json', 'one object {items, nextCursor}; with --follow one object a line').conflicts('csv'))
    .option('--csv', 'comma-separated values with a header line')
    .option('--truth', 'with one decision: what the emulated world knows about it')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- decisions --outcome targetPresent --limit 20
  npm run -s vedetta -- decisions 1/811/0                           every local statistic of one decision
  npm run -s vedetta -- decisions --follow --max-p-value 1e-4       detections as they happen
  npm run -s vedetta -- decisions --run 1 --all --order oldest --csv > decisions.csv
  npm run -s vedetta -- decisions --url http://127.0.0.1:9000 --json

Exit status: 0 done, 1 no answer or refused, 2 a wrong option.`,
    )
    .action(async (key: string | undefined, options: DecisionsOptions) => {
      endQuietlyOnClosedPipe(process.stdout);
      await printDecisions(key, options, process.stdout, process.stderr);
    });
}
