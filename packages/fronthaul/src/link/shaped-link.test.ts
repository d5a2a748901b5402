import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Http2Session, Http2Stream } from 'node:http2';
import { type LinkConfig, parseNetwork } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { payloadBytes, wireBytes } from '../account/byte-parts.ts';
import { link, startHub, until } from '../test-support.ts';
import type { LinkClock } from './wall-link.ts';

const clock: LinkClock = { pace: 1, slotPeriodMs: 50, fusionWindowMs: 10_000, messageBytes: 4096 };
const settings = (said: object): LinkConfig => parseNetwork({ fronthaul: { link: said } }).fronthaul.link;
const plain = { transmit: [], receive: [] };
const plan = (slot: number) => ({ slot, inspections: [] });

/** A hub with access points 1 (shaped as told) and 2 (not shaped), both attached. */
async function shapedHub(said: object, pace = 1) {
  const hub = await startHub({ linkSettings: new Map([[1, settings(said)]]) });
  hub.startRun({ run: 1, seed: 0 }, { ...clock, pace });
  const [one, two] = [link(hub, 1), link(hub, 2)];
  await until(() => one.seen.up.length === 1 && two.seen.up.length === 1);
  return {
    hub,
    one,
    two,
    async [Symbol.asyncDispose]() {
      one.close();
      two.close();
      await hub.close();
    },
  };
}

describe('a shaped link, on real sockets', () => {
  it('takes at least the delay and the time that its rate asks for, in both directions; its neighbour does not', async () => {
    await using net = await shapedHub({ up: { rateMbps: 0.2, delayMs: 40 }, down: { rateMbps: 0.2, delayMs: 400 } });
    const { hub, one, two } = net;
    const receive = Array.from({ length: 50 }, (_, inspection) => ({ inspection, region: 1, cell: 2 }));
    const start = performance.now();
    for (let slot = 0; slot < 10; slot += 1) hub.sendCommand(1, { slot, transmit: [], receive });
    hub.sendCommand(2, { slot: 0, ...plain });
    await until(() => two.seen.commands.length === 1);
    expect(one.seen.commands.length).toBe(0);
    await until(() => one.seen.commands.length === 10);
    const bytesDown = one.seen.commands.length * receive.length * 8;
    expect(performance.now() - start).toBeGreaterThan(400 + bytesDown / 25);
    const reported = () => {
      const { report, grpcPrefixes, dataFrames } = hub.links()[1].up;
      return report + grpcPrefixes + dataFrames;
    };
    const [upStart, before] = [performance.now(), reported()];
    for (let slot = 0; slot < 100; slot += 1) one.sendReport({ slot, inspection: 0, statistic: 1, rank: 1 });
    await until(() => hub.seen.reports.length === 100);
    // Timers fire up to a millisecond early.
    expect(performance.now() - upStart).toBeGreaterThan(40 + (reported() - before) / 25 - 1);
    expect(reported() - before).toBeGreaterThan(100 * 25);
    expect(hub.seen.reports.map(({ report }) => report.slot)).toEqual(Array.from({ length: 100 }, (_, slot) => slot));
    expect(hub.seen.detached).toEqual([]);
  });

  it('is as fast as the pace makes it', async () => {
    await using net = await shapedHub({ up: { delayMs: 20_000 } }, 1000);
    const start = performance.now();
    net.one.sendReport({ slot: 0, inspection: 0, statistic: 1, rank: 1 });
    await until(() => net.hub.seen.reports.length === 1);
    expect(performance.now() - start).toBeGreaterThan(19);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('keeps an exact account, though bytes are under way for a while', async () => {
    await using net = await shapedHub({
      up: { rateMbps: 5, delayMs: 5, jitterMs: 5 },
      down: { delayMs: 5, jitterMs: 3 },
    });
    const { hub, one } = net;
    for (let slot = 0; slot < 200; slot += 1) {
      hub.sendCommand(1, { slot, ...plain });
      one.sendReport({ slot, inspection: 0, statistic: 1, rank: 1 });
      if (slot % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => {
      const { up, down } = hub.links()[1];
      const own = one.counters();
      return wireBytes(up) === own.wireBytesUp && wireBytes(down) === own.wireBytesDown && up.messages > 100;
    });
    expect(payloadBytes(hub.links()[1].down)).toBe(one.counters().payloadBytesDown);
  });

  it('has receive windows of its own at both ends: twice the bandwidth–delay product and one message', async () => {
    const sessions: { end: string; session: Http2Session }[] = [];
    const watch = (message: unknown, name: string | symbol) => {
      const { session } = (message as { stream: Http2Stream }).stream;
      if (session) sessions.push({ end: String(name), session });
    };
    const channels = ['http2.server.stream.created', 'http2.client.stream.created'];
    for (const channel of channels) subscribe(channel, watch);
    await using net = await shapedHub({ up: { rateMbps: 100, delayMs: 20 }, down: { rateMbps: 1, delayMs: 20 } });
    for (const channel of channels) unsubscribe(channel, watch);
    const windows = () => sessions.map(({ session }) => session.localSettings.initialWindowSize ?? 0);
    // Round trip 40 ms and 20 ms for the event loops; a message of 4096 bytes and its 14 of framing.
    const [up, down] = [2 * 12_500 * 60 + 4110, 2 * 125 * 60 + 4110];
    await until(() => windows().includes(up) && windows().includes(down));
    expect(windows().sort((a, b) => a - b)).toEqual([down, 65_535, 65_535, up]);
    const connection = sessions.find(({ session }) => session.localSettings.initialWindowSize === up);
    expect(connection?.end).toBe('http2.server.stream.created');
    expect(connection?.session.state.effectiveLocalWindowSize).toBe(up);
    net.hub.setLink(1, settings({}));
    await until(() => windows().every((size) => size === 65_535));
  });

  it('can be changed while it is used', async () => {
    await using net = await shapedHub({ up: { delayMs: 60_000 } });
    const { hub, one } = net;
    one.sendReport({ slot: 0, inspection: 0, statistic: 1, rank: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hub.seen.reports).toEqual([]);
    hub.setLink(2, settings({ down: { delayMs: 80 } }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    hub.sendCommand(2, { slot: 0, ...plain });
    await until(() => net.two.seen.commands.length === 1);
    expect(performance.now() - start).toBeGreaterThan(79);
  });
});

describe('an outage', () => {
  it('that stalls holds everything back until it ends, in emulated time, and the connection survives', async () => {
    await using net = await shapedHub({ outages: [{ fromMs: 1000, toMs: 1300, kind: 'stall' }] });
    const { hub, one } = net;
    hub.sendAir(plan(20), []);
    const start = performance.now();
    one.sendReport({ slot: 20, inspection: 0, statistic: 1, rank: 1 });
    hub.sendCommand(1, { slot: 20, ...plain });
    await until(() => hub.seen.reports.length === 1 && one.seen.commands.length === 1);
    expect(performance.now() - start).toBeGreaterThan(295);
    expect(one.seen.up).toEqual([true]);
  });

  it('that cuts breaks the connection, lets none be made, and is over when it is over', async () => {
    await using net = await shapedHub({ outages: [{ fromMs: 1000, toMs: 1400, kind: 'cut' }] });
    const { hub, one } = net;
    hub.sendAir(plan(19), []);
    expect(hub.attached()).toEqual([1, 2]);
    const start = performance.now();
    hub.sendAir(plan(20), []);
    await until(() => one.seen.up.length === 2);
    expect(hub.attached()).toEqual([2]);
    await until(() => one.seen.up.length === 3);
    expect(performance.now() - start).toBeGreaterThan(390);
    expect(hub.attached()).toEqual([1, 2]);
    expect(hub.seen.invalid).toEqual([]);
  });
});
