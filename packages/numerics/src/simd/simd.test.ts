import { describe, expect, test } from 'vitest';
import type { ComplexMatrix, ProductOperation } from '../index.ts';
import {
  choleskyInPlace,
  copyInto,
  createComplexMatrix,
  gemm,
  identityMatrix,
  NotPositiveDefiniteError,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from '../index.ts';
import { scalarCholesky } from '../scalar/cholesky.ts';
import { scalarProduct, scalarSquare } from '../scalar/product.ts';
import { scalarSolveLower, scalarSolveLowerHermitian } from '../scalar/solve.ts';
import { clone, difference, randomDefinite, randomMatrix } from '../test-support.ts';
import { simdCholesky } from './cholesky.ts';
import type { Reading } from './product.ts';
import { simdProduct } from './product.ts';
import { simdSolve } from './solve.ts';

/** Equal to the last bit, the sign of zero aside. */
function expectSame(actual: ComplexMatrix, expected: ComplexMatrix): void {
  expect(difference(actual, expected)).toBe(0);
}

describe('the vector kernels against the scalar ones', () => {
  test.each([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 31, 50, 64, 113,
  ])('factor a matrix of size %d alike, to round-off', (n) => {
    const [a, b] = [randomDefinite(n), randomDefinite(n)];
    simdCholesky(a);
    scalarCholesky(b);
    expect(difference(a, b)).toBeLessThan(1e-14);
  });

  const solves = [1, 2, 3, 4, 7, 16, 45].flatMap((n) => [1, 2, 3, 4, 5, 6, 13].map((columns) => [n, columns] as const));
  test.each(solves)('solve a system of size %d with %d columns to the same bits', (n, columns) => {
    const l = randomDefinite(n);
    scalarCholesky(l);
    for (const [hermitian, scalar] of [
      [false, scalarSolveLower],
      [true, scalarSolveLowerHermitian],
    ] as const) {
      const [x, y] = [randomMatrix(n, columns), randomMatrix(n, columns)];
      simdSolve(l, x, hermitian);
      scalar(l, y);
      expectSame(x, y);
    }
  });

  const products = (['NN', 'HN', 'NH', 'NT'] as ProductOperation[]).flatMap((op) =>
    [
      [1, 1, 1],
      [2, 3, 5],
      [5, 4, 3],
      [8, 17, 6],
      [7, 6, 33],
      [31, 29, 4],
    ].map(([m, n, p]) => [op, m, n, p] as const),
  );
  test.each(products)('multiply %s, %d × %d with inner size %d, to the same bits', (op, m, n, p) => {
    const a = op[0] === 'H' ? randomMatrix(p, m) : randomMatrix(m, p);
    const b = op[1] === 'N' ? randomMatrix(p, n, 1) : randomMatrix(n, p, 1);
    for (const [alpha, beta] of [
      [1, 0],
      [-0.3, 1.7],
    ]) {
      const [x, y] = [randomMatrix(m, n, 2), randomMatrix(m, n, 2)];
      simdProduct(op[0] as 'N' | 'H', a, op[1] as Reading, b, x, alpha, beta, false);
      scalarProduct(op, a, b, y, alpha, beta);
      expectSame(x, y);
    }
  });

  test.each([
    1, 2, 3, 6, 17, 30,
  ])('square a matrix of %d rows to the same bits and leave the upper triangle alone', (n) => {
    for (const [op, a] of [
      ['N', randomMatrix(n, 9)],
      ['H', randomMatrix(9, n)],
    ] as const) {
      for (const beta of [0, -0.4]) {
        const [x, y] = [randomMatrix(n, n, 3), randomMatrix(n, n, 3)];
        if (op === 'N') simdProduct('N', a, 'H', a, x, 0.7, beta, true);
        else simdProduct('H', a, 'N', a, x, 0.7, beta, true);
        scalarSquare(op, a, y, 0.7, beta);
        expectSame(x, y);
      }
    }
  });
});

describe('the vector kernels by themselves', () => {
  test('give the same bits on every call, whatever was in their memory before and however it grew', () => {
    const a = randomDefinite(40);
    const first = clone(a);
    simdCholesky(first);
    const large = identityMatrix(300);
    large.re[299 * 300] = Number.NaN;
    expect(() => simdCholesky(large)).toThrow(NotPositiveDefiniteError);
    const second = clone(a);
    simdCholesky(second);
    expect(second).toEqual(first);
    const [x, y] = [randomMatrix(40, 3), randomMatrix(40, 3)];
    simdSolve(first, x, true);
    simdProduct('N', large, 'N', large, createComplexMatrix(300, 300), 1, 0, false);
    simdSolve(first, y, true);
    expect(y).toEqual(x);
  });

  test.each([
    0, 1, 6, 7, 19, 20,
  ])('name row %d when that pivot is the first that is not positive, with its value', (row) => {
    for (const bad of [-1, 0, Number.NaN, Infinity]) {
      const a = identityMatrix(21);
      a.re[row * 21 + row] = bad;
      expect(() => simdCholesky(a)).toThrow(expect.objectContaining({ row, pivot: bad }));
    }
  });

  test('never use what lies above the diagonal', () => {
    const n = 14;
    const a = randomDefinite(n);
    const spoilt = clone(a);
    for (let i = 0; i < n; i++) {
      spoilt.im[i * n + i] = Number.NaN;
      spoilt.re.fill(Number.NaN, i * n + i + 1, i * n + n);
      spoilt.im.fill(Number.NaN, i * n + i + 1, i * n + n);
    }
    simdCholesky(a);
    simdCholesky(spoilt);
    expect(spoilt).toEqual(a);
    for (let i = 0; i < n; i++) spoilt.re.fill(Number.NaN, i * n + i + 1, i * n + n);
    for (const hermitian of [false, true]) {
      const [x, y] = [randomMatrix(n, 3), randomMatrix(n, 3)];
      simdSolve(a, x, hermitian);
      simdSolve(spoilt, y, hermitian);
      expect(y).toEqual(x);
    }
  });
});

test('matrices in arrays longer than they need, as banks reuse them, give the same bits and keep what lies beyond', () => {
  const n = 20;
  const roomy = (a: ComplexMatrix): ComplexMatrix => {
    const out = { ...a, re: new Float64Array(2000).fill(5), im: new Float64Array(2000).fill(5) };
    copyInto(a, out);
    return out;
  };
  const [l, b, product] = [randomDefinite(n), randomMatrix(n, 6), createComplexMatrix(n, 6)];
  const [roomyL, roomyB, roomyProduct] = [roomy(l), roomy(b), roomy(product)];
  for (const [factor, x, out] of [
    [l, b, product],
    [roomyL, roomyB, roomyProduct],
  ]) {
    choleskyInPlace(factor);
    solveLowerInPlace(factor, x);
    solveLowerHermitianInPlace(factor, x);
    gemm('NN', factor, x, out);
  }
  for (const [tight, loose] of [
    [l, roomyL],
    [b, roomyB],
    [product, roomyProduct],
  ]) {
    expect(loose.re.slice(0, tight.re.length)).toEqual(tight.re);
    expect(loose.im.slice(0, tight.im.length)).toEqual(tight.im);
    expect(loose.re.subarray(tight.re.length).every((v) => v === 5)).toBe(true);
  }
});
