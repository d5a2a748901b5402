import { deployNetwork } from '@vedetta/deployment';
import { presetScenario } from '@vedetta/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealAccessPoints } from './index.ts';

describe.each(['small', 'demo', 'baseline'] as const)('the APs of %s dealt to processes', (preset) => {
  const deployment = deployNetwork(presetScenario(preset).network);
  const { accessPoints, receiveAccessPoints, transmitAccessPoints } = deployment;

  it('each is hosted once, and no process has more than one receive or transmit AP more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 256 }), (count) => {
        const hands = dealAccessPoints(deployment, count);
        expect(hands).toHaveLength(Math.min(count, accessPoints.length));
        expect(hands.flat().sort((a, b) => a - b)).toEqual(accessPoints.map(({ id }) => id));
        for (const hand of hands) expect(hand).toEqual(hand.toSorted((a, b) => a - b));
        for (const kind of [receiveAccessPoints, transmitAccessPoints, hands.flat()]) {
          const shares = hands.map((hand) => hand.filter((id) => kind.includes(id)).length);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  it('the deal depends on nothing but network and count', () => {
    const again = deployNetwork(presetScenario(preset).network);
    expect(dealAccessPoints(again, 3)).toEqual(dealAccessPoints(deployment, 3));
  });
});
