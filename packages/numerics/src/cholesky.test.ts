import { describe, expect, test } from 'vitest';
import {
  choleskyInPlace,
  createComplexMatrix,
  identityMatrix,
  NotPositiveDefiniteError,
  ShapeError,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from './index.ts';
import { clone, difference, randomDefinite, randomMatrix, slowHermitian, slowProduct } from './test-support.ts';

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 32, 50, 57, 75, 112];

describe('Cholesky factorisation', () => {
  test.each(SIZES)('of size %d gives back the matrix, L Lᴴ = A, with a real positive diagonal', (n) => {
    const a = randomDefinite(n);
    const l = clone(a);
    choleskyInPlace(l);
    for (let i = 0; i < n; i++) {
      expect(l.re[i * n + i]).toBeGreaterThan(0);
      expect(l.im[i * n + i]).toBe(0);
      for (let j = i + 1; j < n; j++) expect([l.re[i * n + j], l.im[i * n + j]]).toEqual([0, 0]);
    }
    expect(difference(slowProduct(l, slowHermitian(l)), a)).toBeLessThan(1e-14);
  });

  test('reads the lower triangle and the real diagonal alone', () => {
    const n = 9;
    const a = randomDefinite(n);
    const spoilt = clone(a);
    for (let i = 0; i < n; i++) {
      spoilt.im[i * n + i] = Number.NaN;
      for (let j = i + 1; j < n; j++) {
        spoilt.re[i * n + j] = Number.NaN;
        spoilt.im[i * n + j] = Number.NaN;
      }
    }
    choleskyInPlace(a);
    choleskyInPlace(spoilt);
    expect(spoilt).toEqual(a);
  });

  test.each([0, 1, 2, 3, 4, 7, 8])('names row %d when that pivot is the first that is not positive', (row) => {
    const a = identityMatrix(9);
    a.re[row * 9 + row] = -1;
    expect(() => choleskyInPlace(a)).toThrow(expect.objectContaining({ code: 'NOT_POSITIVE_DEFINITE', row }));
  });

  test('refuses NaN, infinity and a rectangle', () => {
    for (const [bad, n] of [
      [Number.NaN, 5],
      [Infinity, 5],
      [Number.NaN, 30],
      [Infinity, 30],
    ]) {
      const a = randomDefinite(n);
      a.re[3 * n + 3] = bad;
      expect(() => choleskyInPlace(a)).toThrow(NotPositiveDefiniteError);
    }
    expect(() => choleskyInPlace(createComplexMatrix(2, 3))).toThrow(ShapeError);
  });

  test('scales with the matrix: L(c² A) = c L(A) for a power of two, to the last bit', () => {
    const a = randomDefinite(20);
    const b = clone(a);
    for (let k = 0; k < 400; k++) {
      b.re[k] *= 2 ** -80;
      b.im[k] *= 2 ** -80;
    }
    choleskyInPlace(a);
    choleskyInPlace(b);
    expect([...b.re]).toEqual([...a.re].map((v) => v * 2 ** -40));
    expect([...b.im]).toEqual([...a.im].map((v) => v * 2 ** -40));
  });
});

describe('triangular solution', () => {
  const cases = SIZES.flatMap((n) => [1, 2, 3, 5, 8, 13].map((columns) => [n, columns] as const));

  test.each(cases)('of size %d with %d right-hand sides solves L X = B and Lᴴ X = B', (n, columns) => {
    const l = randomDefinite(n);
    choleskyInPlace(l);
    const b = randomMatrix(n, columns);
    const forward = clone(b);
    solveLowerInPlace(l, forward);
    expect(difference(slowProduct(l, forward), b)).toBeLessThan(1e-13);
    const backward = clone(b);
    solveLowerHermitianInPlace(l, backward);
    expect(difference(slowProduct(slowHermitian(l), backward), b)).toBeLessThan(1e-13);
  });

  test('never reads above the diagonal', () => {
    const l = randomDefinite(11);
    choleskyInPlace(l);
    const spoilt = clone(l);
    for (let i = 0; i < 11; i++) spoilt.re.fill(Number.NaN, i * 11 + i + 1, i * 11 + 11);
    for (const solve of [solveLowerInPlace, solveLowerHermitianInPlace]) {
      const [x, y] = [randomMatrix(11, 3), randomMatrix(11, 3)];
      solve(l, x);
      solve(spoilt, y);
      expect(y).toEqual(x);
    }
  });

  test('a column has the same bits alone and among others', () => {
    const l = randomDefinite(30);
    choleskyInPlace(l);
    for (const solve of [solveLowerInPlace, solveLowerHermitianInPlace]) {
      const many = randomMatrix(30, 7);
      const alone = createComplexMatrix(30, 1);
      for (let i = 0; i < 30; i++) {
        alone.re[i] = many.re[i * 7 + 6];
        alone.im[i] = many.im[i * 7 + 6];
      }
      solve(l, many);
      solve(l, alone);
      for (let i = 0; i < 30; i++) {
        expect(alone.re[i]).toBe(many.re[i * 7 + 6]);
        expect(alone.im[i]).toBe(many.im[i * 7 + 6]);
      }
    }
  });

  test('refuses sizes that do not fit', () => {
    const l = identityMatrix(3);
    for (const solve of [solveLowerInPlace, solveLowerHermitianInPlace]) {
      expect(() => solve(l, randomMatrix(4, 2))).toThrow(ShapeError);
      expect(() => solve(randomMatrix(3, 2), randomMatrix(3, 2))).toThrow(ShapeError);
    }
  });
});
