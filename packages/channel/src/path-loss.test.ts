import { describe, expect, test } from 'vitest';
import golden from '../golden/channel.json' with { type: 'json' };
import { PropagationError } from './errors.ts';
import { losProbability } from './line-of-sight.ts';
import { breakpointDistance, losPathLossDb, nlosPathLossDb } from './path-loss.ts';

describe('urban-micro path loss (TR 36.814)', () => {
  test('golden: both path losses, the LoS probability and the breakpoint agree with NumPy', () => {
    for (const row of golden.pathLoss) {
      const [h1, h2] = row.heights;
      expect(losPathLossDb(row.frequencyGhz, row.distance, h1, h2)).toBeCloseTo(row.losDb, 10);
      expect(nlosPathLossDb(row.frequencyGhz, row.distance)).toBeCloseTo(row.nlosDb, 10);
      expect(losProbability(row.distance)).toBeCloseTo(row.losProbability, 14);
      expect(breakpointDistance(row.frequencyGhz, h1, h2) / row.breakpointDistance).toBeCloseTo(1, 14);
    }
    expect(golden.pathLoss.some((row) => row.distance > row.breakpointDistance)).toBe(true);
  });

  test('identity: below 10 m the loss stays that of 10 m, down to zero distance', () => {
    for (const d of [0, 1, 9.999]) {
      expect(losPathLossDb(2, d, 10, 20)).toBe(losPathLossDb(2, 10, 10, 20));
      expect(nlosPathLossDb(2, d)).toBe(nlosPathLossDb(2, 10));
    }
    expect(losPathLossDb(2, 10.001, 10, 20)).toBeGreaterThan(losPathLossDb(2, 10, 10, 20));
  });

  test('identity: the two branches of the LoS loss meet at the breakpoint within 0.06 dB', () => {
    for (const frequencyGhz of [0.7, 2, 3.5, 6]) {
      const breakpoint = breakpointDistance(frequencyGhz, 10, 1.65);
      const near = losPathLossDb(frequencyGhz, breakpoint * (1 - 1e-12), 10, 1.65);
      const far = losPathLossDb(frequencyGhz, breakpoint, 10, 1.65);
      expect(near).not.toBe(far);
      expect(Math.abs(near - far)).toBeLessThan(0.06);
    }
  });

  test('identity: the two ends may be exchanged', () => {
    expect(losPathLossDb(2, 5000, 10, 1.65)).toBe(losPathLossDb(2, 5000, 1.65, 10));
  });

  test.each([
    1,
    0.5,
    0,
    -3,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('a height of %d m is refused at either end', (height) => {
    expect(() => losPathLossDb(2, 100, 10, height)).toThrow(PropagationError);
    expect(() => losPathLossDb(2, 100, height, 10)).toThrow(PropagationError);
    expect(() => breakpointDistance(2, height, 10)).toThrow(PropagationError);
  });

  test('a refusal names the quantity and its value', () => {
    let caught: unknown;
    try {
      losPathLossDb(2, 100, 10, 1);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code: 'PROPAGATION', quantity: 'heightB', value: 1 });
  });

  test('frequencies and distances that mean nothing are refused', () => {
    expect(() => nlosPathLossDb(0, 100)).toThrow(PropagationError);
    expect(() => nlosPathLossDb(2, -1)).toThrow(PropagationError);
    expect(() => nlosPathLossDb(2, Number.NaN)).toThrow(PropagationError);
    expect(() => losPathLossDb(Number.NaN, 100, 10, 10)).toThrow(PropagationError);
  });
});
