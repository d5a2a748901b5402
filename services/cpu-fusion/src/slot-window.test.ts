import type { Inspection } from '@vedetta/deployment';
import { fuse } from '@vedetta/detection';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlotWindow } from './slot-window.ts';

const inspection = (index: number, receive: readonly number[]): Inspection => ({
  index,
  phase: 'detection',
  region: index,
  cell: 0,
  position: [0, 0, 0],
  transmit: [0],
  receive,
});
const report = (accessPoint: number, statistic = accessPoint + 0.5, rank = 2) => ({ accessPoint, statistic, rank });

/** Two inspections; AP 4 listens to both, AP 9 is not attached. */
const open = () => new SlotWindow(7, [inspection(0, [4, 2]), inspection(1, [9, 4, 6])], new Set([2, 4, 6]));

async function isClosed(window: SlotWindow): Promise<boolean> {
  return Promise.race([window.closed.then(() => true), new Promise<false>((r) => setImmediate(() => r(false)))]);
}

const fates = (window: SlotWindow, index: number) =>
  Object.fromEntries(window.records(index).map(({ accessPoint, fate }) => [accessPoint, fate]));

describe('a slot window', () => {
  it('closes by itself when everybody attached has answered, and not before', async () => {
    const window = open();
    expect(window.accept(1, report(6))).toBe('used');
    expect(window.accept(0, report(4))).toBe('used');
    expect(window.accept(1, report(4))).toBe('used');
    expect(await isClosed(window)).toBe(false);
    expect(window.accept(0, report(2))).toBe('used');
    expect(await isClosed(window)).toBe(true);
    expect(fates(window, 0)).toEqual({ 2: 'used', 4: 'used' });
    expect(fates(window, 1)).toEqual({ 4: 'used', 6: 'used', 9: 'missing' });
  });

  it('is closed from the start when nobody is there to report', async () => {
    const window = new SlotWindow(0, [inspection(0, [1, 2])], new Set());
    expect(await isClosed(window)).toBe(true);
    expect(window.used(0)).toEqual([]);
    expect(fates(window, 0)).toEqual({ 1: 'missing', 2: 'missing' });
  });

  it('keeps the first of two reports of one AP', () => {
    const window = open();
    expect(window.accept(0, report(2, 1))).toBe('used');
    expect(window.accept(0, report(2, 99))).toBe('duplicate');
    expect(window.used(0)).toEqual([report(2, 1)]);
    window.close();
    expect(window.accept(0, report(4, 3))).toBe('late');
    expect(window.accept(0, report(4, 5))).toBe('duplicate');
    expect(window.records(0)[1]).toEqual({ accessPoint: 4, fate: 'late', statistic: 3, rank: 2 });
  });

  it('knows nothing of APs that were not asked and inspections that do not exist', () => {
    const window = open();
    expect(window.accept(0, report(6))).toBe('unknown');
    expect(window.accept(2, report(4))).toBe('unknown');
    window.lose(5, 4);
    window.spoil(0, 77);
    window.abandon(77);
    expect(fates(window, 0)).toEqual({ 2: 'missing', 4: 'missing' });
    expect(window.records(5)).toEqual([]);
  });

  it('a late report is recorded with its numbers and enters no decision', () => {
    const window = open();
    window.accept(1, report(6, 5));
    window.close();
    expect(window.accept(1, report(4, 1e6))).toBe('late');
    expect(window.used(1)).toEqual([report(6, 5)]);
    expect(window.records(1)).toEqual([
      { accessPoint: 4, fate: 'late', statistic: 1e6, rank: 2 },
      { accessPoint: 6, fate: 'used', statistic: 5, rank: 2 },
      { accessPoint: 9, fate: 'missing', statistic: null, rank: null },
    ]);
  });

  it('does not wait for what is lost, spoilt or abandoned, and says which is which', async () => {
    const window = open();
    window.lose(0, 2);
    window.spoil(1, 6);
    expect(await isClosed(window)).toBe(false);
    window.abandon(4);
    expect(await isClosed(window)).toBe(true);
    expect(fates(window, 0)).toEqual({ 2: 'missing', 4: 'missing' });
    expect(fates(window, 1)).toEqual({ 4: 'missing', 6: 'invalid', 9: 'missing' });
    expect([window.used(0), window.used(1)]).toEqual([[], []]);
  });

  it('what an AP reported before its connection died is used', () => {
    const window = open();
    window.accept(0, report(4, 3));
    window.abandon(4);
    expect(window.used(0)).toEqual([report(4, 3)]);
    expect(fates(window, 1)[4]).toBe('missing');
  });

  it('an AP that comes back while the window is open is used again', () => {
    const window = open();
    window.abandon(4);
    expect(window.accept(1, report(4, 3))).toBe('used');
    expect(window.used(1)).toEqual([report(4, 3)]);
  });

  it('a spoilt report is not replaced by a second try', () => {
    const window = open();
    window.spoil(0, 2);
    expect(window.accept(0, report(2))).toBe('duplicate');
    expect(window.records(0)[0]).toEqual({ accessPoint: 2, fate: 'invalid', statistic: null, rank: null });
  });
});

describe('the order of arrival', () => {
  const receivers = [3, 5, 8, 13, 21];
  const arrivals = fc
    .record({
      outcomes: fc.array(fc.constantFrom('report', 'lose', 'spoil', 'silent'), { minLength: 10, maxLength: 10 }),
      statistics: fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 10, maxLength: 10 }),
    })
    .map(({ outcomes, statistics }) =>
      outcomes.map((outcome, i) => ({
        outcome,
        index: Math.floor(i / 5),
        accessPoint: receivers[i % 5],
        statistic: statistics[i],
      })),
    );

  function decided(events: readonly { outcome: string; index: number; accessPoint: number; statistic: number }[]) {
    const window = new SlotWindow(1, [inspection(0, receivers), inspection(1, receivers)], new Set(receivers));
    for (const { outcome, index, accessPoint, statistic } of events) {
      if (outcome === 'report') window.accept(index, { accessPoint, statistic, rank: 1 + (accessPoint % 4) });
      if (outcome === 'lose') window.lose(index, accessPoint);
      if (outcome === 'spoil') window.spoil(index, accessPoint);
    }
    window.close();
    return [0, 1].map((index) => ({ ...fuse(window.used(index), 1e-2), records: window.records(index) }));
  }

  it('leaves no trace: any permutation gives the same records and the same decision, bit for bit', () => {
    const shuffled = arrivals.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: 10, maxLength: 10 })),
    );
    fc.assert(
      fc.property(shuffled, ([events, permuted]) => {
        expect(decided(permuted)).toEqual(decided(events));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('gives every expected report exactly one fate, however often things repeat', () => {
    const repeated = fc.tuple(arrivals, arrivals).map(([first, second]) => [...first, ...second]);
    fc.assert(
      fc.property(repeated, (events) => {
        for (const { records, rank } of decided(events)) {
          expect(records.map(({ accessPoint }) => accessPoint)).toEqual(receivers);
          const used = records.filter(({ fate }) => fate === 'used');
          expect(rank).toBe(used.reduce((sum, record) => sum + (record.rank as number), 0));
          for (const { fate, statistic } of records)
            expect(statistic !== null).toBe(fate === 'used' || fate === 'late');
        }
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});
