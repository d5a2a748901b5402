import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LinkCounters, noReports, nothingCarried } from '@vedetta/fronthaul';
import type { DecisionRecord, FrameResult, StoredEvent } from '@vedetta/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventFeed, renderEvent } from './event-feed.ts';
import { createGateway, type ListeningGateway } from './server.ts';
import { type FilledStore, fillStore } from './testing/filled-gateway.ts';

const restingLink: LinkCounters = {
  accessPoint: 0,
  attached: true,
  epoch: 1,
  attachedSince: null,
  slots: 0,
  up: nothingCarried,
  down: nothingCarried,
  commandsDropped: 0,
  commandsLost: 0,
  reportsWithheld: 0,
  invalid: 0,
};

let filled: FilledStore;
let gateway: ListeningGateway;
let base: string;

beforeAll(async () => {
  filled = await fillStore(6);
  const events = { heartbeatMs: 200, drainTimeoutMs: 300, batch: 8, kept: 20, maxStreams: 6, fronthaulMs: 50 };
  // Links that carry more whenever they are looked at, once somebody wants to know.
  let report = 0;
  const liveStatus = () => ({
    attachedAccessPoints: [0],
    links: [{ ...restingLink, up: { ...nothingCarried, report: report++ } }],
    reports: noReports,
  });
  gateway = await createGateway({ ...filled.gatewayOptions({ events, liveStatus }), port: 0 });
  base = `http://127.0.0.1:${gateway.port}`;
});

afterAll(async () => {
  await gateway?.close();
  await filled?.close();
});

/** The text of a stream until it holds `until`, then the client goes away. */
async function readStream(
  path: string,
  until: (text: string) => boolean,
  headers: Record<string, string> = {},
  whenOpen: () => Promise<void> = async () => {},
) {
  const leave = new AbortController();
  const response = await fetch(base + path, { headers, signal: leave.signal });
  expect(response.status).toBe(200);
  let text = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    if (text === '') await whenOpen();
    text += chunk;
    if (until(text)) break;
  }
  leave.abort();
  return text;
}

const stored = (after = 0) => filled.store.eventsAfter(after, 10_000);
const rendered = (events: readonly StoredEvent[]) => events.map((event) => renderEvent(event).text).join('');
const holds = (event: StoredEvent | undefined) => (text: string) => text.includes(`id: ${event?.id}\nevent`);
/** Without the position line at the start, the heartbeats, and the events of the moment. */
const eventsOf = (text: string) =>
  text
    .replace(/^retry: \d+\n/, '')
    .replaceAll(/event: fronthaul\n.*\n\n/g, '')
    .replaceAll(/(: heartbeat\n)?id: \d+\n\n/g, '');

describe('event streams', () => {
  it('begin now, and show what is committed from then on', async () => {
    const before = await stored();
    const frame = (sofar: string) => sofar.includes('event: frame');
    const text = await readStream('/v1/events', frame, {}, () => filled.commitFrames(1));
    const [first] = await stored(before.at(-1)?.id);
    expect(eventsOf(text).startsWith(renderEvent(first as StoredEvent).text)).toBe(true);
  });

  it('resumed after Last-Event-ID show every later event once, in order, from store and memory alike', async () => {
    const frame = (sofar: string) => sofar.includes('event: frame');
    await readStream('/v1/events', frame, {}, () => filled.commitFrames(3));
    const all = await stored();
    expect(all.length).toBeGreaterThan(30);
    for (const position of [0, 5, all.length - 3]) {
      const missed = all.slice(position);
      const headers: Record<string, string> = position > 0 ? { 'last-event-id': String(all[position - 1]?.id) } : {};
      const path = position > 0 ? '/v1/events' : '/v1/events?lastEventId=0';
      expect(eventsOf(await readStream(path, holds(missed.at(-1)), headers))).toBe(rendered(missed));
    }
  });

  it('survive being cut: the pieces together are the whole', async () => {
    const all = await stored();
    let [position, pieces] = [0, ''];
    while (position < (all.at(-1)?.id as number)) {
      const wanted = all.find(({ id }) => id > position);
      const text = await readStream('/v1/events', holds(wanted), { 'last-event-id': String(position) });
      const complete = text.slice(0, text.lastIndexOf('\n\n') + 2);
      pieces += eventsOf(complete);
      position = Math.max(...[...complete.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)));
    }
    expect(pieces).toBe(rendered(all));
  });

  it('show only the types, run, region, slots and p-values that were asked for', async () => {
    await filled.store.createRun({ seed: 1, slots: 1, pace: 1, falseAlarmProbability: 0.1 });
    const all = await stored();
    const wanted = all.filter(
      ({ body }) =>
        body.type === 'decision' &&
        body.decision.region === 1 &&
        body.decision.slot >= 16 &&
        (body.decision.pValue ?? 1) <= 0.4,
    );
    expect(wanted.length).toBeGreaterThan(0);
    const path = '/v1/events?types=decision&region=1&fromSlot=16&maxPValue=0.4&run=1&lastEventId=0';
    expect(eventsOf(await readStream(path, holds(wanted.at(-1))))).toBe(rendered(wanted));
    const runs = all.filter(({ body }) => body.type === 'run');
    expect(eventsOf(await readStream('/v1/events?types=run&lastEventId=0', holds(runs.at(-1))))).toBe(rendered(runs));
  });

  it('with nothing to show beat, and the beat carries the position', async () => {
    const last = (await stored()).at(-1)?.id;
    const text = await readStream('/v1/events?types=run', (sofar) => sofar.split(': heartbeat').length > 2);
    expect(text).toBe(`retry: 2000\nid: ${last}\n\n: heartbeat\nid: ${last}\n\n: heartbeat\nid: ${last}\n\n`);
  });

  it('tell what the fronthaul carried, at most so often, to those who ask; such an event has no id', async () => {
    const last = (await stored()).at(-1)?.id;
    const text = await readStream('/v1/events?types=fronthaul', (sofar) => sofar.split('event: fronthaul').length > 2);
    const events = [...text.matchAll(/event: fronthaul\ndata: (.*)\n\n/g)].map(([, data]) =>
      JSON.parse(data as string),
    );
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(event.periodMs).toBeGreaterThanOrEqual(45);
      expect(event.links).toEqual([[0, event.up.wireBytes, 0]]);
    }
    expect(new Set([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)))).toEqual(new Set([last]));
    const others = await readStream('/v1/events?types=run', (sofar) => sofar.includes('heartbeat'));
    expect(others).not.toContain('fronthaul');
  });

  it('of a position that is not yet there go on from now', async () => {
    const last = (await stored()).at(-1)?.id;
    const text = await readStream('/v1/events?types=run', (sofar) => sofar.includes('heartbeat'), {
      'last-event-id': '123456789',
    });
    expect(text).toContain(`id: ${last}\n\n: heartbeat`);
  });

  it('are refused beyond the limit, and for a wrong position, type or filter', async () => {
    const leave = new AbortController();
    const open = await Promise.all(
      Array.from({ length: 6 }, () => fetch(`${base}/v1/events`, { signal: leave.signal })),
    );
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const refused = await fetch(`${base}/v1/events`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_STREAMS' });
    leave.abort();
    await expect.poll(metrics, { timeout: 10_000 }).toContain('vedetta_event_streams 0');
    for (const query of ['types=track', 'lastEventId=-1', 'outcome=targetAbsent', 'limit=3']) {
      expect([query, (await fetch(`${base}/v1/events?${query}`)).status]).toEqual([query, 400]);
    }
    expect((await fetch(`${base}/v1/events`, { headers: { 'last-event-id': 'x' } })).status).toBe(400);
    expect((await fetch(`${base}/v1/events`, { method: 'HEAD' })).status).toBe(405);
  });

  it('whose client reads nothing are dropped, and others do not notice', async () => {
    const socket = createConnection({ port: gateway.port, host: '127.0.0.1' });
    socket.on('error', () => {});
    await once(socket, 'connect');
    const { id } = await filled.store.createRun({ seed: 1, slots: null, pace: 1, falseAlarmProbability: 0.1 });
    const from = (await stored()).at(-1)?.id;
    await Promise.all([0, 1, 2].map((frame) => filled.store.commitFrame(alarmFrame(id, frame, 6_000))));
    socket.pause();
    socket.write(`GET /v1/events?lastEventId=${from} HTTP/1.1\r\nhost: a\r\n\r\n`);
    await expect.poll(metrics, { timeout: 20_000 }).toContain('ended_total{by="slow"} 1');
    const dropped = once(socket, 'close');
    socket.resume();
    await dropped;
    expect(socket.bytesRead).toBeLessThan(7_000_000);
    const last = (await stored(from)).at(-1);
    expect(await readStream(`/v1/events?lastEventId=${(last?.id as number) - 1}`, holds(last))).toContain('event: ');
  });

  it('end when the gateway closes', async () => {
    const other = await createGateway({ ...filled.gatewayOptions(), port: 0 });
    const response = await fetch(`http://127.0.0.1:${other.port}/v1/events`);
    const ended = response.text();
    await other.close();
    expect(await ended).toContain('retry: 2000');
  });
});

/** One slot of many alarms, more than sockets buffer. */
function alarmFrame(run: number, frame: number, alarms: number): FrameResult {
  const model = (filled.frames[0] as FrameResult).decisions[0] as DecisionRecord;
  const decisions = Array.from({ length: alarms }, (_, index): DecisionRecord => {
    const inspection = { ...model.inspection, index };
    return {
      slot: frame,
      inspection,
      reports: [],
      outcome: 'targetPresent',
      statistic: 9,
      rank: 1,
      threshold: 1,
      pValue: 0.1,
    };
  });
  return { run, frame, slots: [{ slot: frame, onAir: [], stalled: false }], decisions };
}

const metrics = async () => (await fetch(`${base}/metrics`)).text();

describe('the event feed', () => {
  it('keeps no more events than it may, and reads nothing while nobody listens', async () => {
    const feed = new EventFeed(filled.store, 10, () => {});
    await feed.start();
    const leave = await feed.subscribe();
    const from = feed.newest;
    await filled.commitFrames(3);
    const last = await filled.store.lastEventId();
    await expect.poll(() => feed.newest, { timeout: 10_000 }).toBe(last);
    expect(await feed.read(from, 1_000)).toEqual((await stored(from)).map(renderEvent));
    leave();
    const before = feed.newest;
    await filled.commitFrames(1);
    await sleep(100);
    expect(feed.newest).toBe(before);
    await feed.stop();
  });
});
