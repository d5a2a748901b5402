import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Roster } from './roster.ts';

const accessPoints = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const everybody = (roster: Roster) =>
  roster.nodes.flatMap((node) => roster.of(node).map(({ id, epoch }) => ({ id, epoch, node })));

describe('the roster', () => {
  it('gives an access point that moves a higher epoch than it ever had, and leaves the epoch of one that stays', () => {
    const step = fc.record({ node: fc.constantFrom('a', 'b', 'c', 'd'), comes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const roster = new Roster(accessPoints, 7);
        const highest = new Map<number, number>();
        let before = new Map<number, { node: string; epoch: number }>();
        for (const { node, comes } of steps) {
          if (comes && !roster.nodes.includes(node)) roster.sit(node, []);
          else if (!comes) roster.leave(node);
          roster.deal();
          const now = new Map(everybody(roster).map(({ id, ...entry }) => [id, entry]));
          expect(now.size).toBe(roster.nodes.length === 0 ? 0 : accessPoints.length);
          for (const [id, entry] of now) {
            const previous = before.get(id);
            if (previous?.node === entry.node) expect(entry.epoch).toBe(previous.epoch);
            else expect(entry.epoch).toBeGreaterThan(highest.get(id) ?? -1);
            highest.set(id, Math.max(entry.epoch, highest.get(id) ?? 0));
          }
          before = now;
        }
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('lets nodes go on with what an earlier leader gave them, and outbids it for what moves', () => {
    const first = new Roster(accessPoints, 3);
    for (const node of ['a', 'b']) first.sit(node, []);
    first.deal();
    const second = new Roster(accessPoints, 4);
    for (const node of ['a', 'b']) second.sit(node, first.of(node));
    second.deal();
    expect(everybody(second)).toEqual(everybody(first));
    second.leave('a');
    second.deal();
    const [lowestNew, highestOld] = [4 << 16, Math.max(...everybody(first).map(({ epoch }) => epoch))];
    for (const { id } of first.of('a')) {
      const moved = second.of('b').find((point) => point.id === id);
      expect(moved?.epoch).toBeGreaterThan(lowestNew);
      expect(moved?.epoch).toBeGreaterThan(highestOld);
    }
  });

  it('gives a process that came back empty-handed everything with a new epoch', () => {
    const roster = new Roster([0], 1);
    roster.sit('a', []);
    roster.deal();
    const [{ epoch }] = roster.of('a');
    roster.sit('a', []);
    roster.deal();
    expect(roster.of('a')[0].epoch).toBeGreaterThan(epoch);
  });

  it('believes no claim above what it could have given out, and none that another outbids', () => {
    const roster = new Roster([0], 2);
    roster.sit('a', [{ id: 0, epoch: 0xffff_ffff }]);
    roster.deal();
    expect(roster.of('a')).toEqual([{ id: 0, epoch: (2 << 16) + 1 }]);
    const other = new Roster(accessPoints, 2);
    other.sit('a', [{ id: 5, epoch: 10 }]);
    other.sit('b', [{ id: 5, epoch: 11 }]);
    other.deal();
    expect(everybody(other).find(({ id }) => id === 5)?.epoch).not.toBe(10);
  });

  it('keeps counting when the same leader leads again', () => {
    const roster = new Roster([0], 2, 41);
    roster.sit('a', []);
    roster.deal();
    expect(roster.of('a')).toEqual([{ id: 0, epoch: (2 << 16) + 42 }]);
    expect(() => new Roster([0], 65_536)).toThrow(RangeError);
  });
});
