import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBackoff } from './backoff.ts';

it('back-off doubles from its minimum to its maximum and starts over after a success', () => {
  const backoff = createBackoff({ minimumMs: 50, maximumMs: 1000, random: () => 1 });
  expect(Array.from({ length: 7 }, () => backoff.next())).toEqual([50, 100, 200, 400, 800, 1000, 1000]);
  backoff.reset();
  expect(backoff.next()).toBe(50);
});

it('back-off stays between half of its minimum and its maximum, whatever the jitter', () => {
  const jitter = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(jitter, (draws) => {
      const source = draws.values();
      const backoff = createBackoff({ minimumMs: 50, maximumMs: 1000, random: () => source.next().value as number });
      return draws.every(() => {
        const delay = backoff.next();
        return delay >= 25 && delay <= 1000;
      });
    }),
  );
});
