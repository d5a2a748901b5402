import { describe, expect, it } from 'vitest';
import { bernsteinDeviation, binomialTest, meanInterval, wilsonInterval } from './statistics.ts';

describe('counted events', () => {
  it("have Wilson's interval (numbers of statsmodels.proportion_confint)", () => {
    const [low, high] = wilsonInterval(7, 50);
    expect(low).toBeCloseTo(0.0695, 4);
    expect(high).toBeCloseTo(0.2619, 4);
    expect(wilsonInterval(0, 20)[0]).toBe(0);
    expect(wilsonInterval(20, 20)[1]).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('are tested by both tails of the binomial law', () => {
    // P(X ≤ 1) of 10 at ½ is 11/1024; P(X ≥ 5) of 10 is above ½.
    expect(binomialTest(1, 10, 0.5)).toBeCloseTo(22 / 1024, 12);
    expect(binomialTest(9, 10, 0.5)).toBeCloseTo(22 / 1024, 12);
    expect(binomialTest(5, 10, 0.5)).toBe(1);
    expect(binomialTest(1_000, 100_000, 0.01)).toBeGreaterThan(0.9);
    expect(binomialTest(1_300, 100_000, 0.01)).toBeLessThan(1e-15);
  });

  it('stay within Bernstein’s deviation at least as surely as it says, frequent or rare', () => {
    for (const [trials, probability] of [
      [10_000, 0.3],
      [10_000, 1e-4],
      [50, 0.01],
    ]) {
      const limit = bernsteinDeviation(trials * probability * (1 - probability), 1e-3);
      const beyond = Math.floor(trials * probability + limit) + 1;
      // Half of a two-sided test is its own tail.
      expect(binomialTest(beyond, trials, probability) / 2).toBeLessThan(1e-3);
    }
    expect(bernsteinDeviation(2_100, 1e-3) / Math.sqrt(2_100)).toBeCloseTo(3.95, 1);
  });

  it('and means have intervals', () => {
    const { mean, half } = meanInterval([1, 2, 3, 4]);
    expect(mean).toBe(2.5);
    expect(half).toBeCloseTo(1.96 * Math.sqrt(5 / 3 / 4), 3);
  });
});
