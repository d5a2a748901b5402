import { rcsCovariance } from '@vedetta/channel';
import { complexMatrixFrom } from '@vedetta/numerics';
import { expect, test } from 'vitest';
import { semidefiniteFactor } from './semidefinite-factor.ts';

function product(factor: Float64Array, size: number): number[] {
  return Array.from({ length: size * size }, (_, e) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += factor[Math.floor(e / size) * size + k] * factor[(e % size) * size + k];
    return sum;
  });
}

const places = Array.from({ length: 12 }, (_, i) => [(i * 83) % 500, (i * 197) % 500, 10] as const);

test.each([0.02, 0.26, 1, 6])('L Lᵀ is the RCS covariance for ψ = %d rad', (angle) => {
  const covariance = rcsCovariance([210, 190, 60], places, 10, angle);
  const back = product(semidefiniteFactor(covariance), 12);
  for (const [e, value] of back.entries()) expect(Math.abs(value - covariance.re[e])).toBeLessThan(1e-6);
});

test('a singular covariance has zero columns, not NaN', () => {
  const ones = [1, 1, 1].map(() => [1, 1, 1]);
  const zeros = [0, 0, 0].map(() => [0, 0, 0]);
  expect([...semidefiniteFactor(complexMatrixFrom(ones, zeros))]).toEqual([1, 0, 0, 1, 0, 0, 1, 0, 0]);
  expect([...semidefiniteFactor(complexMatrixFrom(zeros, zeros))]).toEqual(zeros.flat());
});
