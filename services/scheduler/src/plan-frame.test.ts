import { deployNetwork, planSlot } from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import type { Run } from '@vedetta/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFrame } from './plan-frame.ts';

const deployment = deployNetwork(
  parseNetwork({
    areaSideMetres: 200,
    accessPoints: { count: 6, antennaCount: 2 },
    users: { count: 4, pilotLength: 4, servingAccessPoints: 2 },
    sensing: { regions: 1 },
    timing: { frameSlots: 5 },
  }),
);
const runOf = (slots: number | null) => ({ id: 3, slots }) as Run;

describe('a planned frame', () => {
  it('is the next slots of the scan order', () => {
    const frame = planFrame(deployment, runOf(null), 4);
    expect(frame).toMatchObject({ run: 3, frame: 4, firstSlot: 20 });
    expect(frame?.slots).toEqual([20, 21, 22, 23, 24].map((slot) => planSlot(deployment, slot).inspections));
  });

  it('the frames of a run hold each of its slots once, and then there are no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (slots) => {
        const planned: number[] = [];
        const frames = Math.ceil(slots / 5);
        for (let frame = 0; frame < frames; frame++) {
          const plan = planFrame(deployment, runOf(slots), frame);
          plan?.slots.forEach((_, offset) => {
            planned.push(plan.firstSlot + offset);
          });
        }
        expect(planned).toEqual(Array.from({ length: slots }, (_, slot) => slot));
        expect(planFrame(deployment, runOf(slots), frames)).toBe(null);
        expect(planFrame(deployment, runOf(slots), frames + 1)).toBe(null);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
