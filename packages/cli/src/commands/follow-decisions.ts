import { setTimeout as sleep } from 'node:timers/promises';
import type { EventBody, Page, StoredDecision } from '@vedetta/store';
import type { DecisionPrinter } from '../format/decision-printer.ts';
import { write } from '../format/write.ts';
import { type GatewayClient, GatewayError, type Query } from '../http-client.ts';

const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;
const LARGEST_PAGE = 1_000;

type FrameEvent = Extract<EventBody, { type: 'frame' }>;

const keyOf = ({ run, slot, inspection }: StoredDecision) => `${run}/${slot}/${inspection}`;

/**
 * The last `earlier` decisions, then those of every frame as it is committed. A broken stream is taken up where it ended.
 * @throws {GatewayError} if the first connection fails, or a broken one cannot be replaced within a minute
 */
export async function followDecisions(
  client: GatewayClient,
  filter: Query,
  earlier: number,
  printer: DecisionPrinter,
  notes: NodeJS.WritableStream,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const query = { types: 'frame', run: filter.run };
  // The stream is open before the page is read: nothing falls between them, and what is in both is printed once.
  let stream = await client.events('/v1/events', query, '', signal);
  const limit = Math.min(Math.max(earlier, 1), LARGEST_PAGE);
  const page = await client.get<Page<StoredDecision>>('/v1/decisions', { ...filter, order: 'newest', limit });
  const printed = new Set(page.items.map(keyOf));
  if (earlier > 0) await printer.print(page.items.toReversed());
  let lastEventId = '';
  for (;;) {
    try {
      for await (const event of stream) {
        if (event.type === 'frame') {
          const decisions = await decisionsOf(client, filter, JSON.parse(event.data) as FrameEvent);
          await printer.print(decisions.filter((decision) => !printed.delete(keyOf(decision))));
        }
        lastEventId = event.lastEventId;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!passing(error)) throw error;
    }
    if (signal.aborted) return;
    await write(notes, 'the network went away; waiting for it\n');
    stream = await reconnect(() => client.events('/v1/events', query, lastEventId, signal), signal);
  }
}

/** Those of one frame that pass the filter, oldest first. */
async function decisionsOf(client: GatewayClient, filter: Query, { run, firstSlot, slots }: FrameEvent) {
  const fromSlot = Math.max(firstSlot, Number(filter.fromSlot ?? 0));
  const toSlot = Math.min(firstSlot + slots - 1, Number(filter.toSlot ?? Number.POSITIVE_INFINITY));
  const decisions: StoredDecision[] = [];
  if (fromSlot > toSlot) return decisions;
  let cursor: string | null = null;
  do {
    const query: Query = { ...filter, run, fromSlot, toSlot, order: 'oldest', limit: LARGEST_PAGE };
    const page: Page<StoredDecision> = await client.get(
      '/v1/decisions',
      cursor === null ? query : { ...query, cursor },
    );
    decisions.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return decisions;
}

/** No answer, or one that a restarting network gives. */
function passing(error: unknown): boolean {
  return error instanceof GatewayError && (error.status === null || error.status >= 500);
}

async function reconnect<T>(connect: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    await sleep(RETRY_MS, undefined, { signal });
    try {
      return await connect();
    } catch (error) {
      if (!passing(error) || performance.now() > deadline) throw error;
    }
  }
}
