import { parseNetwork } from '@vedetta/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startRelay } from '../test-relay.ts';
import { link, startHub, until } from '../test-support.ts';

describe('a connection', () => {
  it('that is cut is noticed by both ends, and the access point is attached again soon', async () => {
    await using hub = await startHub();
    using relay = await startRelay(hub.port);
    hub.startRun({ run: 1, seed: 0 });
    using one = link(relay, 1);
    await until(() => one.seen.up.length === 1);
    relay.cut();
    await until(() => one.seen.up.length === 3);
    expect(one.seen.up).toEqual([true, false, true]);
    expect(hub.seen.detached).toHaveLength(1);
    expect(hub.attached()).toEqual([1]);
    hub.sendCommand(1, { slot: 3, transmit: [], receive: [] });
    await until(() => one.seen.commands.length === 1);
  });

  it('that stalls makes the access point drop its oldest reports, and bring the newest once it goes on', async () => {
    await using hub = await startHub();
    using relay = await startRelay(hub.port);
    hub.startRun({ run: 1, seed: 0 });
    using one = link(relay, 1);
    await until(() => one.seen.up.length === 1);
    relay.stall();
    const count = 20_000;
    for (let slot = 0; slot < count; slot += 1) {
      one.sendReport({ slot, inspection: 0, statistic: 1, rank: 1 });
      if (slot % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
    }
    const { reportsDropped } = one.counters();
    expect(reportsDropped).toBeGreaterThan(0);
    relay.resume();
    await until(() => hub.seen.reports.length === count - reportsDropped);
    const slots = hub.seen.reports.map(({ report }) => report.slot);
    expect(slots.slice(-1024)).toEqual(Array.from({ length: 1024 }, (_, index) => count - 1024 + index));
    expect(slots).toEqual(slots.toSorted((a, b) => a - b));
    expect(one.seen.up).toEqual([true]);
  });

  it('that is cut tells what was withheld before, once, when it is back', async () => {
    const slow = parseNetwork({ fronthaul: { link: { up: { rateMbps: 0.05 } } } }).fronthaul.link;
    await using hub = await startHub({ linkSettings: new Map([[1, slow]]) });
    using wire = await startRelay(hub.port);
    hub.startRun({ run: 1, seed: 0 }, { pace: 1, slotPeriodMs: 50, fusionWindowMs: 100, messageBytes: 31 });
    using one = link(wire, 1);
    await until(() => one.seen.up.length === 1);
    const report = (slot: number) => one.sendReport({ slot, inspection: 0, statistic: 1, rank: 1 });
    const command = (slot: number) => hub.sendCommand(1, { slot, transmit: [], receive: [] });
    const told = () => hub.links()[1].reportsWithheld;
    for (let slot = 0; slot < 500; slot += 1) report(slot);
    const withheld = one.counters().reportsWithheld;
    expect(withheld).toBeGreaterThan(400);
    expect(told()).toBe(0);
    for (let cut = 1; cut <= 2; cut += 1) {
      wire.cut();
      await until(() => one.seen.up.length === 1 + 2 * cut);
      command(cut);
      await until(() => one.seen.commands.some(({ slot }) => slot === cut));
      // Comes after whatever was told.
      report(1000 + cut);
      await until(() => hub.seen.reports.some(({ report: { slot } }) => slot === 1000 + cut));
      expect(told()).toBe(withheld);
    }
    expect(one.counters().reportsWithheld).toBe(withheld);
  });

  it('on which bytes go wrong in either direction ends, and is replaced by a new one', async () => {
    await using hub = await startHub();
    using relay = await startRelay(hub.port);
    hub.startRun({ run: 1, seed: 0 });
    using one = link(relay, 1);
    const attached = (): boolean => hub.attached().length === 1 && one.seen.up.at(-1) === true;
    await until(attached);
    const garbage = fc.uint8Array({ minLength: 40, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(garbage, fc.constantFrom('up' as const, 'down' as const), async (bytes, direction) => {
        relay.inject(bytes, direction);
        // Some garbage reads as frames that are ignored, or as the head of a long one: traffic then breaks the stream.
        one.sendReport({ slot: 1, inspection: 0, statistic: 1, rank: 1 });
        hub.sendCommand(1, { slot: 1, transmit: [], receive: [] });
        await new Promise((resolve) => setTimeout(resolve, 5));
        relay.cut();
        await until(() => !attached());
        await until(attached);
      }),
      { numRuns: 6 },
    );
    expect(hub.seen.attached).toHaveLength(hub.seen.detached.length + 1);
    hub.sendCommand(1, { slot: 9, transmit: [], receive: [] });
    await until(() => one.seen.commands.at(-1)?.slot === 9);
  });
});
