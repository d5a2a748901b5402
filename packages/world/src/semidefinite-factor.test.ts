import { rcsCovariance } from '@vedetta/channel';
import { complexMatrixFrom, drawKey, fillUniform } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { semidefiniteFactor } from './semidefinite-factor.ts';

/** Largest |(L Lᵀ − R)[i, j]|. */
function worstDifference(
  factor: Float64Array,
  covariance: { readonly rows: number; readonly re: Float64Array },
): number {
  const size = covariance.rows;
  let worst = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = -covariance.re[i * size + j];
      for (let k = 0; k <= j; k++) sum += factor[i * size + k] * factor[j * size + k];
      worst = Math.max(worst, Math.abs(sum));
    }
  return worst;
}

function placesIn(count: number, side: number, seed: number): Point[] {
  const uniform = new Float64Array(2 * count);
  fillUniform(drawKey(seed, 'test/places'), 0, 0, 0, uniform);
  return Array.from({ length: count }, (_, i) => [side * uniform[2 * i], side * uniform[2 * i + 1], 10]);
}

/** The lift, and a tenth for round-off: T u κ of a factor is far below it. */
const within = 1.1e-10;

test.each([0.02, 0.26, 1, 6])('L Lᵀ is the RCS covariance for ψ = %d rad', (angle) => {
  const covariance = rcsCovariance([210, 190, 60], placesIn(12, 500, 1), 10, angle);
  expect(worstDifference(semidefiniteFactor(covariance), covariance)).toBeLessThan(within * 10);
});

test.each([
  [28, 1],
  [112, 2],
  [448, 3],
  [448, 4],
])('also of %i transmit APs at the density of the paper, where the covariance is singular to working precision (layout %i)', (count, seed) => {
  const side = 707.107 * Math.sqrt(count / 7);
  const covariance = rcsCovariance([0.4 * side, 0.6 * side, 60], placesIn(count, side, seed), 10, 0.26);
  expect(worstDifference(semidefiniteFactor(covariance), covariance)).toBeLessThan(within * 10);
});

test('a singular covariance is met as well, and that of no reflection gives zero', () => {
  const ones = complexMatrixFrom(
    [1, 1, 1].map(() => [1, 1, 1]),
    [0, 0, 0].map(() => [0, 0, 0]),
  );
  expect(worstDifference(semidefiniteFactor(ones), ones)).toBeLessThan(within);
  const zeros = [0, 0, 0].map(() => [0, 0, 0]);
  expect([...semidefiniteFactor(complexMatrixFrom(zeros, zeros))]).toEqual(zeros.flat());
});
