import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { payloadBytes, wireBytes } from '../account/byte-parts.ts';
import { encodeHello, encodeReport } from '../codec/up.ts';
import { reportFieldLimit } from '../messages.ts';
import { helloOf, link, rawPeer, startHub, until } from '../test-support.ts';

describe('reports and commands', () => {
  it('arrive in order, commands with the bytes acknowledged', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using four = link(hub, 4);
    await until(() => four.seen.up.length === 1);
    const parts = {
      transmit: [{ inspection: 0, region: 1, cell: 2 }],
      receive: [{ inspection: 1, region: 3, cell: 4 }],
    };
    for (let slot = 0; slot < 200; slot += 1) expect(hub.sendCommand(4, { slot, ...parts })).toBe(true);
    await until(() => four.seen.commands.length === 200);
    expect(four.seen.commands.map(({ slot }) => slot)).toEqual(Array.from({ length: 200 }, (_, slot) => slot));
    expect(four.seen.commands[7]).toMatchObject({ slot: 7, ...parts });
    for (let slot = 0; slot < 200; slot += 1) four.sendReport({ slot, inspection: 1, statistic: slot / 7, rank: 4 });
    await until(() => hub.seen.reports.length === 200);
    expect(hub.seen.reports[7]).toEqual({ accessPoint: 4, report: { slot: 7, inspection: 1, statistic: 1, rank: 4 } });
    hub.sendCommand(4, { slot: 200, ...parts });
    await until(() => four.seen.commands.length === 201);
    expect(four.seen.commands[200].acknowledgedBytes).toBe(payloadBytes(hub.links()[4].up));
    expect(four.counters().unacknowledgedBytes).toBe(0);
  });

  it('cost at most 24 bytes of payload and 45 on the wire for the largest scalar report', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using nought = link(hub, 0);
    await until(() => nought.seen.up.length === 1);
    const before = hub.links()[0];
    const count = 500;
    const report = { slot: 0xffffffff, inspection: reportFieldLimit - 1, statistic: 1 / 3, rank: 10 };
    for (let sent = 1; sent <= count; sent += 1) {
      nought.sendReport(report);
      await until(() => hub.seen.reports.length === sent);
    }
    const after = hub.links()[0];
    expect((after.up.report - before.up.report) / count).toBeLessThanOrEqual(24);
    expect((wireBytes(after.up) - wireBytes(before.up)) / count).toBeLessThanOrEqual(45);
    expect(after.up.grpcPrefixes - before.up.grpcPrefixes).toBe(5 * count);
    expect(after.up.dataFrames - before.up.dataFrames).toBe(9 * count);
    expect(after.up.headers).toBe(before.up.headers);
  });

  it.each([
    ['NaN', '000000000000f87f', '04', 'statistic NaN'],
    ['infinite', '000000000000f07f', '04', 'statistic Infinity'],
    ['negative', '000000000000f0bf', '04', 'statistic -1'],
    ['of a rank above the number of access points', '000000000000f03f', '0b', 'rank 11'],
  ])('%s: dropped and counted, and the stream goes on', async (_, statistic, rank, words) => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using peer = rawPeer(hub);
    peer.call.write(encodeHello(helloOf(6)));
    peer.call.write(Buffer.from(`120f0807100219${statistic}20${rank}`, 'hex'));
    peer.call.write(encodeReport({ slot: 8, inspection: 0, statistic: 1, rank: 4 }));
    await until(() => hub.seen.reports.length === 1);
    expect(hub.seen.reports[0].report.slot).toBe(8);
    expect(hub.seen.invalid).toMatchObject([{ accessPoint: 6, at: { slot: 7, inspection: 2 } }]);
    expect(hub.seen.invalid[0].reason).toContain(words);
    expect(hub.links()[6]).toMatchObject({ invalid: 1, attached: true });
  });

  it('with impossible values never leave the access point', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using one = link(hub, 1);
    expect(one.sendReport({ slot: 1, inspection: 0, statistic: 1, rank: 1 })).toBe(false);
    await until(() => one.seen.up.length === 1);
    expect(one.sendReport({ slot: 1, inspection: 0, statistic: Number.NaN, rank: 1 })).toBe(false);
    expect(one.counters()).toMatchObject({ reportsDropped: 1, reportsInvalid: 1 });
  });

  it.each([
    ['undecodable bytes', Buffer.from('12ff', 'hex'), status.INVALID_ARGUMENT],
    ['a second hello', encodeHello(helloOf(6)), status.INVALID_ARGUMENT],
    ['a message above 64 KiB', Buffer.alloc(70_000, 7), status.INVALID_ARGUMENT],
  ])('%s: the stream ends with one clear error, and no other', async (_, bytes, code) => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using other = link(hub, 5);
    using peer = rawPeer(hub);
    peer.call.write(encodeHello(helloOf(6)));
    await until(() => hub.attached().length === 2);
    peer.call.write(bytes);
    expect((await peer.status).code).toBe(code);
    await until(() => hub.seen.detached.length === 1);
    expect(hub.seen.invalid).toHaveLength(1);
    expect(hub.seen.invalid[0].accessPoint).toBe(6);
    expect(hub.attached()).toEqual([5]);
    expect(other.seen.up).toEqual([true]);
  });

  it('that a slow access point does not take are bounded: the oldest are dropped and counted', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using peer = rawPeer(hub);
    peer.call.write(encodeHello(helloOf(2)));
    await until(() => peer.received.length === 1);
    peer.call.pause();
    const part = { inspection: 1, region: 100, cell: 200 };
    const command = { transmit: [], receive: Array.from({ length: 50 }, () => part) };
    for (let burst = 0; burst < 30; burst += 1) {
      for (let slot = 0; slot < 100; slot += 1) hub.sendCommand(2, { slot, ...command });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { down, commandsDropped } = hub.links()[2];
    expect(commandsDropped).toBeGreaterThan(0);
    expect(down.messages + commandsDropped).toBeLessThan(3001);
    peer.call.resume();
    await until(() => hub.links()[2].down.messages + commandsDropped === 3001);
    expect(peer.received.length).toBeLessThanOrEqual(hub.links()[2].down.messages);
  });
});
