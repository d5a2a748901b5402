import { expect, test } from 'vitest';
import type { KroneckerSum } from './index.ts';
import {
  choleskyInPlace,
  createComplexMatrix,
  gemm,
  kroneckerSum,
  NotPositiveDefiniteError,
  ResidentFactor,
  ShapeError,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from './index.ts';
import { clone, randomDefinite, randomMatrix } from './test-support.ts';

function definiteSum(q: number, n: number, terms: number): KroneckerSum {
  const left = randomMatrix(q, 2 * terms);
  return {
    left,
    right: left,
    offsets: Array.from({ length: terms + 1 }, (_, m) => 2 * m),
    small: Array.from({ length: terms }, (_, m) => randomDefinite(n, m)),
  };
}

test('a resident factor gives the bits of the plain functions, size after size, whatever others compute in between', () => {
  const resident = new ResidentFactor();
  for (const [q, n, terms] of [
    [12, 4, 3],
    [3, 2, 2],
    [7, 2, 3],
    [5, 3, 4],
    [20, 4, 7],
    [12, 4, 3],
  ]) {
    const sum = definiteSum(q, n, terms);
    const plain = createComplexMatrix(q * n, q * n);
    kroneckerSum(sum, plain);
    choleskyInPlace(plain);
    resident.factor(sum);
    gemm('NN', plain, plain, createComplexMatrix(q * n, q * n));
    for (const columns of [1, 5]) {
      const b = randomMatrix(q * n, columns);
      const [x, y] = [clone(b), clone(b)];
      solveLowerInPlace(plain, x);
      resident.solveLowerInPlace(y);
      expect(y).toEqual(x);
      solveLowerHermitianInPlace(plain, x);
      resident.solveLowerHermitianInPlace(y);
      expect(y).toEqual(x);
    }
  }
});

test('without a factor, after a failed one, or with another size it refuses to solve', () => {
  const resident = new ResidentFactor();
  expect(() => resident.solveLowerInPlace(randomMatrix(8, 1))).toThrow(ShapeError);
  const sum = definiteSum(10, 2, 3);
  resident.factor(sum);
  expect(() => resident.solveLowerHermitianInPlace(randomMatrix(8, 1))).toThrow(ShapeError);
  const negative = { ...sum, left: { ...sum.left, re: sum.left.re.map((x) => -x), im: sum.left.im.map((x) => -x) } };
  expect(() => resident.factor(negative)).toThrow(NotPositiveDefiniteError);
  expect(() => resident.solveLowerInPlace(randomMatrix(20, 1))).toThrow(ShapeError);
});
