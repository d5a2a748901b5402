import { describe, expect, it } from 'vitest';
import { payloadBytes, wireBytes } from '../account/byte-parts.ts';
import { link, startHub, until } from '../test-support.ts';

describe('the account of a link', () => {
  it('adds up to the bytes that the access point itself counts on its socket, in both directions, each on its own', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    const points = Array.from({ length: 10 }, (_, id) => link(hub, id));
    await until(() => points.every(({ seen }) => seen.up.length === 1));
    for (let slot = 0; slot < 60; slot += 1) {
      const receive = Array.from({ length: slot }, (_, inspection) => ({ inspection, region: 1, cell: 2 }));
      for (const [id, point] of points.entries()) {
        hub.sendCommand(id, { slot, transmit: [], receive });
        for (let i = 0; i <= id; i += 1) point.sendReport({ slot, inspection: i, statistic: 1 / 3, rank: 4 });
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    const settled = (id: number): boolean => {
      const { up, down } = hub.links()[id];
      const own = points[id].counters();
      return wireBytes(up) === own.wireBytesUp && wireBytes(down) === own.wireBytesDown;
    };
    await until(() => points.every((_, id) => settled(id)));
    for (const [id, point] of points.entries()) {
      const { up, down } = hub.links()[id];
      const own = point.counters();
      expect(payloadBytes(up)).toBe(own.payloadBytesUp);
      expect(payloadBytes(down)).toBe(own.payloadBytesDown);
      expect(up.messages).toBe(1 + 60 * (id + 1));
      expect(down.messages).toBe(1 + 60);
      expect(up.grpcPrefixes).toBe(5 * up.messages);
      expect(up.report).toBeGreaterThan(up.control);
      expect(down).toMatchObject({ report: 0, reference: 0 });
    }
    for (const { close } of points) close();
  });
});
