import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rendezvous } from './rendezvous.ts';

const accessPoints = Array.from({ length: 400 }, (_, id) => id);
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });

describe('rendezvous hashing', () => {
  it('deals every access point to one of the nodes, whatever their order', () => {
    fc.assert(
      fc.property(names, (nodes) => {
        const owners = rendezvous(accessPoints, nodes);
        expect(owners.size).toBe(accessPoints.length);
        expect([...owners.values()].every((owner) => nodes.includes(owner))).toBe(true);
        expect(rendezvous(accessPoints, nodes.toReversed())).toEqual(owners);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('moves the least: a node that comes takes only its own share, and gives only that back', () => {
    fc.assert(
      fc.property(names, fc.nat(), (nodes, which) => {
        const comer = nodes[which % nodes.length];
        const before = rendezvous(
          accessPoints,
          nodes.filter((name) => name !== comer),
        );
        for (const [id, owner] of rendezvous(accessPoints, nodes)) {
          if (owner !== comer && before.size > 0) expect(before.get(id)).toBe(owner);
        }
      }),
      { numRuns: 50, seed: 2 },
    );
  });

  it('deals evenly: every share of 20 000 among 8 stays within five standard deviations of a fair die', () => {
    const many = Array.from({ length: 20_000 }, (_, id) => id);
    const nodes = Array.from({ length: 8 }, (_, i) => `ap-node-${i}`);
    const shares = Map.groupBy(rendezvous(many, nodes).values(), (owner) => owner);
    const [mean, deviation] = [20_000 / 8, Math.sqrt(20_000 * (1 / 8) * (7 / 8))];
    for (const name of nodes) expect(Math.abs((shares.get(name)?.length ?? 0) - mean)).toBeLessThan(5 * deviation);
  });

  it('has nobody to deal to without nodes', () => {
    expect(rendezvous(accessPoints, []).size).toBe(0);
  });
});
