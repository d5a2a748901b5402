import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents, type ServerSentEvent } from './event-source.ts';

async function eventsOf(chunks: readonly Uint8Array[]) {
  const events: ServerSentEvent[] = [];
  async function* body() {
    yield* chunks;
  }
  for await (const event of readEvents(body())) events.push(event);
  return events;
}

const stream =
  'retry: 5\nid: 3\n\n: beat\r\nid: 4\r\nevent: decision\r\ndata: {"ö":\r\ndata:1}\r\n\r\ndata\n\nid: 9\ndata: unfinished';
const bytes = new TextEncoder().encode(stream);

describe('server-sent events', () => {
  it('are the same however the bytes are cut', async () => {
    const expected = [
      { type: 'message', data: '', lastEventId: '3' },
      { type: 'decision', data: '{"ö":\n1}', lastEventId: '4' },
      { type: 'message', data: '', lastEventId: '4' },
    ];
    expect(await eventsOf([bytes])).toEqual(expected);
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const edges = [0, ...places.toSorted((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
        expect(await eventsOf(chunks)).toEqual(expected);
      }),
    );
  });
});
