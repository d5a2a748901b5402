import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tailByUniformisation } from './exponential-sum-law.ts';
import { tailByMatrixPowers } from './exponential-sum-powers.ts';
import * as n from './index.ts';

interface Laws {
  gamma: [shape: number, x: number, tail: number][];
  exponentialSum: [means: number[], x: number, tail: number][];
  noncentral: [degrees: number, noncentrality: number, x: number, tail: number][];
  noncentralOdd: [degrees: number, noncentrality: number, x: number, tail: number][];
}
const golden: Laws = JSON.parse(readFileSync(new URL('../golden/laws.json', import.meta.url), 'utf8'));
const apart = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

describe('the Gamma law', () => {
  test.each(
    golden.gamma,
  )('of shape %d beyond %d agrees with 400-digit arithmetic to 1e-13 (golden/laws.py)', (s, x, q) => {
    expect(apart(n.gammaUpperTail(s, x), q)).toBeLessThan(1e-13);
    if (q < 0.9) expect(apart(n.gammaLowerTail(s, x), 1 - q)).toBeLessThan(1e-12);
  });

  test.each(golden.gamma.filter(([, , q]) => q < 0.9))('of shape %d has %d as the inverse of its tail', (s, x, q) => {
    expect(apart(n.gammaUpperTailInverse(s, q), x)).toBeLessThan(1e-13);
  });

  test.each([
    0.3, 1, 2, 4.5, 13, 64, 200, 450,
  ])('of shape %d: tail and inverse undo one another from 1e-300 to 1 − 1e-15', (s) => {
    for (const p of [1e-300, 1e-100, 1e-12, 1e-6, 1e-3, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      const back = n.gammaUpperTail(s, n.gammaUpperTailInverse(s, p));
      // An ulp of x moves the tail by x·density/tail ulps, at most about x + shape of them; the tail itself is good to some 1e-14.
      const ulps = 200 + 4 * (n.gammaUpperTailInverse(s, p) + s);
      expect(apart(back, p)).toBeLessThan(ulps * 2 ** -53);
    }
    for (const tiny of [2 ** -10, 2 ** -30, 2 ** -50]) {
      const x = n.gammaUpperTailInverse(s, 1 - tiny);
      expect(apart(n.gammaLowerTail(s, x), tiny)).toBeLessThan(1e-12);
    }
  });

  test('of shape 1 is the exponential law, also where it is 1e-300', () => {
    for (const x of [1e-9, 0.1, 1, 30, 690]) expect(apart(n.gammaUpperTail(1, x), Math.exp(-x))).toBeLessThan(1e-15);
    for (const p of [1e-300, 1e-12, 0.5])
      expect(apart(n.gammaUpperTailInverse(1, p), -Math.log(p))).toBeLessThan(1e-14);
  });

  test('has the ends of its range and refuses what lies outside', () => {
    expect([n.gammaUpperTail(3, 0), n.gammaUpperTail(3, -1), n.gammaUpperTail(3, Infinity)]).toEqual([1, 1, 0]);
    expect([n.gammaUpperTailInverse(3, 1), n.gammaUpperTailInverse(3, 0)]).toEqual([0, Infinity]);
    for (const bad of [
      () => n.gammaUpperTail(0, 1),
      () => n.gammaUpperTail(Number.NaN, 1),
      () => n.gammaUpperTail(2, Number.NaN),
      () => n.gammaUpperTailInverse(2, 1.01),
      () => n.gammaUpperTailInverse(2, Number.NaN),
    ])
      expect(bad).toThrow(n.DomainError);
  });
});

describe('the law of a sum of exponentials', () => {
  test.each(
    golden.exponentialSum,
  )('of means %j beyond %d agrees with 400-digit partial fractions', (means, x, tail) => {
    expect(apart(n.exponentialSumUpperTail(means, x), tail)).toBeLessThan(2e-13);
  });

  test.each(
    golden.exponentialSum,
  )('of means %j beyond %d is the same by uniformisation and by matrix powers', (means, x, tail) => {
    const sorted = Float64Array.from(means).sort();
    expect(apart(tailByMatrixPowers(sorted, x), tail)).toBeLessThan(2e-13);
    // Its error grows with the number of steps, x / smallest mean, which is why far points go by powers.
    const steps = x / sorted[0];
    if (steps < 1e6) expect(apart(tailByUniformisation(sorted, x), tail)).toBeLessThan(2e-13 + steps * 1e-16);
  });

  test.each([1, 2, 5, 50, 200])('of %d equal means is the Gamma law in every tail', (count) => {
    for (const p of [0.99, 0.5, 1e-2, 1e-6, 1e-12, 1e-100]) {
      const x = n.gammaUpperTailInverse(count, p);
      const tail = n.exponentialSumUpperTail(new Array(count).fill(2), 2 * x);
      expect(apart(tail, n.gammaUpperTail(count, x))).toBeLessThan(5e-13);
    }
  });

  test('does not depend on the order of the means, to the last bit, nor on zeros', () => {
    const reference = n.exponentialSumUpperTail([1, 2, 5, 9], 40);
    expect(n.exponentialSumUpperTail([9, 0, 2, 5, 1, 0], 40)).toBe(reference);
  });

  test('is left alone by means that vanish beside the others, and ends for any x', () => {
    expect(apart(n.exponentialSumUpperTail([1e-300, 1e-21, 1], 2), Math.exp(-2))).toBeLessThan(1e-15);
    expect(n.exponentialSumUpperTail([5e-324], 1)).toBe(0);
    expect(n.exponentialSumUpperTail([1, 2, 3], 1e300)).toBe(0);
    expect(apart(n.exponentialSumUpperTail([1e-18, 1], 1), Math.exp(-1))).toBeLessThan(1e-13);
  });

  test('falls in x and rises in every mean', () => {
    const means = [1.2, 1.2, 3, 800];
    let last = 1;
    for (const x of [0, 1, 10, 100, 1e3, 1e4, 1e5]) {
      const tail = n.exponentialSumUpperTail(means, x);
      expect(tail).toBeLessThanOrEqual(last);
      expect(n.exponentialSumUpperTail([1.3, 1.2, 3, 800], x)).toBeGreaterThanOrEqual(tail);
      last = tail;
    }
  });

  test('has the ends of its range and refuses what lies outside', () => {
    expect(n.exponentialSumUpperTail([], 1)).toBe(0);
    expect(n.exponentialSumUpperTail([0], 0)).toBe(0);
    expect(n.exponentialSumUpperTail([], -1)).toBe(1);
    expect(n.exponentialSumUpperTail([1], 0)).toBe(1);
    expect(n.exponentialSumUpperTail([1, 2], Infinity)).toBe(0);
    expect(() => n.exponentialSumUpperTail([1, -1e-9], 3)).toThrow(n.DomainError);
    expect(() => n.exponentialSumUpperTail([Number.NaN], 3)).toThrow(n.DomainError);
    expect(() => n.exponentialSumUpperTail([1], Number.NaN)).toThrow(n.DomainError);
  });
});

describe('the noncentral chi-square law', () => {
  test.each(
    golden.noncentral,
  )('of %d degrees, noncentrality %d, beyond %d agrees with 400-digit arithmetic', (k, l, x, tail) => {
    expect(apart(n.noncentralChiSquareUpperTail(k, l, x), tail)).toBeLessThan(1e-13);
  });

  test.each(
    golden.noncentralOdd,
  )('of %d degrees, noncentrality %d, beyond %d is its closed form in erfc', (k, l, x, tail) => {
    expect(apart(n.noncentralChiSquareUpperTail(k, l, x), tail)).toBeLessThan(1e-11);
  });

  test('without noncentrality is the Gamma law at half scale', () => {
    for (const x of [0.5, 8, 60]) expect(n.noncentralChiSquareUpperTail(6, 0, x)).toBe(n.gammaUpperTail(3, x / 2));
  });

  test('stays exact at a noncentrality of a million', () => {
    // One degree: P(|N(1000, 1)| > 1003) = erfc(3 / √2) / 2 = 0.0013498980316300946
    expect(apart(n.noncentralChiSquareUpperTail(1, 1e6, 1003 ** 2), 0.0013498980316300946)).toBeLessThan(1e-11);
  });

  test('has the ends of its range and refuses what lies outside', () => {
    expect([n.noncentralChiSquareUpperTail(2, 3, 0), n.noncentralChiSquareUpperTail(2, 3, Infinity)]).toEqual([1, 0]);
    expect(() => n.noncentralChiSquareUpperTail(0, 3, 1)).toThrow(n.DomainError);
    expect(() => n.noncentralChiSquareUpperTail(2, -1, 1)).toThrow(n.DomainError);
    expect(() => n.noncentralChiSquareUpperTail(2, 1e300, 1)).toThrow(n.DomainError);
  });
});

describe('the Gaussian trapezoid', () => {
  test.each([
    0.1, 0.26, 0.52,
  ])('gives the characteristic function e^{−k²σ²/2} to 1e-12 at σ = %d with 40 + 3.5 kσ nodes', (sigma) => {
    for (const k of [0, 3, 10, 50, 200]) {
      const { offsets, weights } = n.gaussianTrapezoid(sigma, 40 + Math.ceil(3.5 * k * sigma));
      let mean = 0;
      for (let i = 0; i < offsets.length; i++) mean += weights[i] * Math.cos(k * offsets[i]);
      expect(Math.abs(mean - Math.exp(-((k * sigma) ** 2) / 2))).toBeLessThan(1e-12);
    }
  });

  test('is symmetric, its weights sum to 1, and a single node or σ = 0 is the mean itself', () => {
    const { offsets, weights } = n.gaussianTrapezoid(2, 41);
    expect(weights.reduce((s, w) => s + w, 0)).toBeCloseTo(1, 15);
    for (let i = 0; i < 41; i++) expect([-offsets[40 - i] + 0, weights[40 - i]]).toEqual([offsets[i] + 0, weights[i]]);
    expect(offsets[40]).toBe(17);
    expect(n.gaussianTrapezoid(2, 1)).toEqual({ offsets: Float64Array.of(0), weights: Float64Array.of(1) });
    expect([...n.gaussianTrapezoid(0, 5).offsets].every((o) => o === 0)).toBe(true);
    expect(() => n.gaussianTrapezoid(-1, 5)).toThrow(n.DomainError);
    expect(() => n.gaussianTrapezoid(1, 0)).toThrow(n.DomainError);
  });
});
