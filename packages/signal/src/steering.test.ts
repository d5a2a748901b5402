import { createComplexMatrix } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import golden from '../golden/signal.json' with { type: 'json' };
import { SignalError } from './errors.ts';
import { sensingBeam, steeringVector } from './steering.ts';
import { complexFrom, energy, largestDifference } from './test-support.ts';

describe('steering vector and sensing beam', () => {
  test('golden: the steering vector agrees with NumPy', () => {
    for (const row of golden.steering) {
      const a = steeringVector(row.antennaCount, row.spacing, row.directionCosine);
      expect(largestDifference(a, complexFrom(row.vector))).toBeLessThan(1e-13);
    }
  });

  test('identity: ‖a‖² = N, the first element is 1, and the sensing beam has unit norm (14)', () => {
    for (const n of [1, 4, 7, 64]) {
      const a = steeringVector(n, 0.5, -0.37);
      expect(energy(a)).toBeCloseTo(n, 11);
      expect([a.re[0], a.im[0]]).toEqual([1, 0]);
      expect(energy(sensingBeam(a))).toBeCloseTo(1, 13);
    }
  });

  test('identity: the sensing beam delivers √N of amplitude where it points, aᴴw₀ = √N', () => {
    const a = steeringVector(4, 0.5, 0.3);
    const w = sensingBeam(a);
    let re = 0;
    let im = 0;
    for (let n = 0; n < 4; n++) {
      re += a.re[n] * w.re[n] + a.im[n] * w.im[n];
      im += a.re[n] * w.im[n] - a.im[n] * w.re[n];
    }
    expect(re).toBeCloseTo(2, 13);
    expect(im).toBeCloseTo(0, 13);
  });

  test('memory of the caller is used, in place if wished; a wrong size is refused', () => {
    const out = createComplexMatrix(4, 1);
    const fresh = sensingBeam(steeringVector(4, 0.5, 0.3));
    expect(steeringVector(4, 0.5, 0.3, out)).toBe(out);
    expect(sensingBeam(out, out)).toBe(out);
    expect(out).toEqual(fresh);
    expect(() => steeringVector(5, 0.5, 0.3, out)).toThrow(SignalError);
    expect(() => sensingBeam(out, createComplexMatrix(1, 4))).toThrow(SignalError);
    expect(() => steeringVector(0, 0.5, 0.3)).toThrow(SignalError);
  });
});
