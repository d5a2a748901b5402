import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkQueue, type Stall } from './link-queue.ts';
import { wallDirection } from './wall-link.ts';

/** A link on a virtual clock: looks whenever the queue says so, and remembers when how many bytes came. */
function virtualLink(link: { rateMbps?: number; delayMs?: number; jitterMs?: number }, stalls: Stall[] = [], pace = 1) {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const queue = new LinkQueue(random);
  let now = 0;
  const config = { rateMbps: null, delayMs: 0, jitterMs: 0, lossProbability: 0, ...link };
  queue.configure(wallDirection(config, pace), stalls, 0);
  const arrivals: { at: number; bytes: number }[] = [];
  const received: number[] = [];
  const look = (): void => {
    for (const piece of queue.take(now)) {
      arrivals.push({ at: now, bytes: piece.length });
      received.push(...piece);
    }
  };
  return {
    queue,
    arrivals,
    received,
    get now() {
      return now;
    },
    /** Lets time pass, not further than `to`. */
    runTo(to: number, forRoom = false): void {
      for (let next = queue.nextAt(forRoom); next <= to; next = queue.nextAt(forRoom)) {
        now = Math.max(now, next);
        look();
      }
      now = to;
      look();
    },
    offer(bytes: number, fill = 0): void {
      queue.offer(new Uint8Array(bytes).fill(fill), now);
      look();
    },
  };
}

describe('a shaped link', () => {
  it('delivers its rate, from 1 to 500 Mbit/s, to the byte', () => {
    for (const rateMbps of [1, 10, 100, 500]) {
      const link = virtualLink({ rateMbps });
      const bytes = rateMbps * 125 * 200;
      for (let offered = 0; offered < bytes; offered += 2500) link.offer(2500);
      link.runTo(100);
      expect(link.received.length).toBeGreaterThanOrEqual(bytes / 2 - rateMbps * 125);
      expect(link.received.length).toBeLessThanOrEqual(bytes / 2);
      link.runTo(200.001);
      expect(link.received.length).toBe(bytes);
      expect(link.queue.bytes).toBe(0);
    }
  });

  it('delivers a message after its time on the wire and the delay, and not a moment before', () => {
    const link = virtualLink({ rateMbps: 10, delayMs: 4 });
    link.runTo(7);
    link.offer(1250);
    link.runTo(100);
    expect(link.arrivals).toEqual([{ at: 7 + 1 + 4, bytes: 1250 }]);
  });

  it('is faster and nearer by the pace: emulated rate × pace, emulated delay ÷ pace', () => {
    const link = virtualLink({ rateMbps: 10, delayMs: 4 }, [], 4);
    link.offer(1250);
    link.runTo(100);
    expect(link.arrivals.at(-1)?.at).toBe(0.25 + 1);
  });

  it('without a rate delays alone, and without anything lets bytes pass at once', () => {
    const late = virtualLink({ delayMs: 3 });
    late.offer(10_000);
    late.runTo(10);
    expect(late.arrivals).toEqual([{ at: 3, bytes: 10_000 }]);
    const open = virtualLink({});
    open.offer(10);
    expect(open.arrivals).toEqual([{ at: 0, bytes: 10 }]);
    expect(open.queue.nextAt(true)).toBe(Infinity);
  });

  it('spreads arrivals over the jitter, and keeps their order', () => {
    const link = virtualLink({ delayMs: 5, jitterMs: 2 });
    for (let i = 0; i < 2000; i += 1) {
      link.runTo(i * 10);
      link.offer(1, i % 256);
    }
    link.runTo(30_000);
    expect(link.received).toEqual(Array.from({ length: 2000 }, (_, i) => i % 256));
    const extra = link.arrivals.map(({ at }, i) => at - i * 10 - 5);
    expect(Math.min(...extra)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...extra)).toBeLessThan(2);
    // Mean of a uniform law on [0, 2): 1, with deviation 2/√12/√2000 = 0.013.
    expect(Math.abs(extra.reduce((sum, x) => sum + x, 0) / extra.length - 1)).toBeLessThan(5 * 0.013);
  });

  it('sends nothing while it is stalled, and its rate before and after', () => {
    const link = virtualLink({ rateMbps: 8 }, [{ from: 10, to: 40 }]);
    for (let i = 0; i < 40; i += 1) link.offer(1000);
    link.runTo(10);
    expect(link.received.length).toBe(10_000);
    link.runTo(39.9);
    expect(link.received.length).toBe(10_000);
    link.runTo(50);
    expect(link.received.length).toBe(20_000);
    link.runTo(70.001);
    expect(link.received.length).toBe(40_000);
  });

  it('that is changed serves what waits the new way', () => {
    const link = virtualLink({ rateMbps: 8 });
    for (let i = 0; i < 20; i += 1) link.offer(1000);
    link.runTo(10);
    link.queue.configure({ bytesPerMs: 10_000, delayMs: 0, jitterMs: 0 }, [], 10);
    link.runTo(11.001);
    expect(link.received.length).toBe(20_000);
  });

  it('says when there is room again, though bytes are still on their way', () => {
    const link = virtualLink({ rateMbps: 8, delayMs: 50 });
    link.offer(10_000);
    link.runTo(5, true);
    expect(link.queue.queuedBytes).toBe(5000);
    expect(link.queue.bytes).toBe(10_000);
    expect(link.received.length).toBe(0);
  });
});

describe('whatever is offered whenever', () => {
  const offers = fc.array(fc.record({ afterMs: fc.nat(20), bytes: fc.integer({ min: 1, max: 3000 }) }), {
    maxLength: 40,
  });
  const config = fc.record({
    rateMbps: fc.double({ min: 0.01, max: 100, noNaN: true }),
    delayMs: fc.nat(20),
    jitterMs: fc.nat(5),
  });
  const stall = fc.tuple(fc.nat(200), fc.nat(50)).map(([from, length]) => ({ from, to: from + length }));

  it('comes out complete, in order, no earlier than the delay and no faster than the rate', () => {
    fc.assert(
      fc.property(config, offers, fc.array(stall, { maxLength: 3 }), (settings, sent, stalls) => {
        const link = virtualLink(settings, stalls);
        const expected: number[] = [];
        for (const [i, { afterMs, bytes }] of sent.entries()) {
          link.runTo(link.now + afterMs);
          link.offer(bytes, i % 256);
          for (let b = 0; b < bytes; b += 1) expected.push(i % 256);
        }
        const begun = sent[0]?.afterMs ?? 0;
        link.runTo(1e9);
        expect(link.received.length).toBe(expected.length);
        expect(link.received.every((byte, i) => byte === expected[i])).toBe(true);
        let total = 0;
        for (const { at, bytes } of link.arrivals) {
          total += bytes;
          expect(total).toBeLessThanOrEqual((at - begun - settings.delayMs) * settings.rateMbps * 125 + 1e-3);
        }
        expect(link.queue.bytes).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
