import { describe, expect, test } from 'vitest';
import { clutterPower } from './gains.ts';
import { losProbability, ricianFactor } from './line-of-sight.ts';

describe('line of sight and Rician factor (4)', () => {
  test('limit: up to 18 m a line of sight is certain, the Rician factor infinite, and nothing is scattered', () => {
    for (const d of [0, 5, 17, 18]) {
      expect(losProbability(d)).toBe(1);
      expect(ricianFactor(d)).toBe(Number.POSITIVE_INFINITY);
      expect(clutterPower({ clutterScale: 1e-2 }, 1e-6, ricianFactor(d))).toBe(0);
    }
  });

  test('limit: just beyond 18 m the factor is finite and the probability continuous', () => {
    const d = 18 * (1 + 1e-9);
    expect(losProbability(d)).toBeCloseTo(1, 8);
    expect(Number.isFinite(ricianFactor(d))).toBe(true);
    expect(ricianFactor(d)).toBeGreaterThan(1e8);
  });

  test('identity: the probability falls with distance and stays in (0, 1]', () => {
    let last = 1;
    for (let d = 18.5; d < 5000; d *= 1.1) {
      const p = losProbability(d);
      expect(p).toBeLessThan(last);
      expect(p).toBeGreaterThan(0);
      last = p;
    }
  });

  test('identity: c/(1 + c) = p, so the scattered share 1/(1 + c) is 1 − p (4)', () => {
    for (const d of [19, 60, 300, 2000]) {
      const c = ricianFactor(d);
      expect(c / (1 + c)).toBeCloseTo(losProbability(d), 14);
      expect(clutterPower({ clutterScale: 1 }, 1, c)).toBeCloseTo(1 - losProbability(d), 14);
    }
  });
});
