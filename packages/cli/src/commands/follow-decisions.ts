import { setTimeout as sleep } from 'node:timers/promises';
import type { EventBody, Page, StoredDecision } from '@vedetta/store';
import type { DecisionPrinter } from '../format/decision-printer.ts';
import { write } from '../format/write.ts';
import { type GatewayClient, GatewayError, type Query } from '../http-client.ts';

const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

const keyOf = ({ run, slot, inspection }: StoredDecision) => `${run}/${slot}/${inspection}`;

/**
 * The last `earlier` decisions, then every new one. A broken stream is taken up where it ended.
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
  const query = { ...filter, types: 'decision' };
  // The stream is open before the page is read: nothing falls between them, and what is in both is printed once.
  let stream = await client.events('/v1/events', query, '', signal);
  const printed = new Set<string>();
  if (earlier > 0) {
    const limit = Math.min(earlier, 1_000);
    const page = await client.get<Page<StoredDecision>>('/v1/decisions', { ...filter, order: 'newest', limit });
    await printer.print(page.items.toReversed());
    for (const decision of page.items) printed.add(keyOf(decision));
  }
  let lastEventId = '';
  while (!signal.aborted) {
    try {
      for await (const event of stream) {
        if (signal.aborted) return;
        lastEventId = event.lastEventId;
        if (event.type !== 'decision') continue;
        const body = JSON.parse(event.data) as EventBody;
        if (body.type === 'decision' && !printed.delete(keyOf(body.decision))) await printer.print([body.decision]);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof GatewayError)) throw error;
    }
    await write(notes, 'the network went away; waiting for it\n');
    stream = await reconnect(() => client.events('/v1/events', query, lastEventId, signal), signal);
  }
}

async function reconnect<T>(connect: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    await sleep(RETRY_MS, undefined, { signal });
    try {
      return await connect();
    } catch (error) {
      const passing = error instanceof GatewayError && (error.status === null || error.status >= 500);
      if (!passing || performance.now() > deadline) throw error;
    }
  }
}
