import { describe, expect, test } from 'vitest';
import type { ComplexMatrix } from './index.ts';
import {
  complexMatrixFrom,
  createComplexMatrix,
  createEigenWorkspace,
  DomainError,
  eigenHermitian,
  eigenHermitianInPlace,
  hermitianEigenvalues,
  hermitianSquareRoot,
  identityMatrix,
  ShapeError,
  trace,
} from './index.ts';
import { clone, difference, randomDefinite, randomMatrix, slowHermitian, slowProduct } from './test-support.ts';

function compose(values: Float64Array, vectors: ComplexMatrix): ComplexMatrix {
  const n = vectors.rows;
  const scaled = clone(vectors);
  for (let k = 0; k < n * n; k++) {
    scaled.re[k] *= values[k % n];
    scaled.im[k] *= values[k % n];
  }
  return slowProduct(scaled, slowHermitian(vectors));
}

function lowRank(n: number, rank: number): ComplexMatrix {
  const f = randomMatrix(n, rank, 5);
  return slowProduct(f, slowHermitian(f));
}

describe('Hermitian eigenvalues', () => {
  test.each([1, 2, 3, 4, 5, 8, 16, 33, 63])('of size %d: orthonormal vectors that give back the matrix', (n) => {
    const a = randomDefinite(n);
    const { values, vectors } = eigenHermitian(a);
    expect([...values]).toEqual([...values].sort((x, y) => x - y));
    expect(difference(slowProduct(slowHermitian(vectors), vectors), identityMatrix(n))).toBeLessThan(1e-13);
    expect(difference(compose(values, vectors), a)).toBeLessThan(1e-13);
    const sum = values.reduce((s, v) => s + v, 0);
    expect(Math.abs(sum / trace(a).re - 1)).toBeLessThan(1e-13);
  });

  test('of a matrix of rank 3 in 10 dimensions: seven vanish to round-off', () => {
    const { values } = eigenHermitian(lowRank(10, 3));
    for (let i = 0; i < 7; i++) expect(Math.abs(values[i])).toBeLessThan(1e-14 * values[9]);
    expect(values[7]).toBeGreaterThan(1e-3 * values[9]);
  });

  test('of diagonal, zero, multiple and one-by-one matrices are exact', () => {
    const a = createComplexMatrix(4, 4);
    for (let i = 0; i < 4; i++) a.re[i * 4 + i] = [3, -1, 3, 0][i];
    expect([...eigenHermitian(a).values]).toEqual([-1, 0, 3, 3]);
    expect([...eigenHermitian(createComplexMatrix(3, 3)).values]).toEqual([0, 0, 0]);
    expect(eigenHermitian(identityMatrix(3)).vectors).toEqual(identityMatrix(3));
    expect([...eigenHermitian(complexMatrixFrom([[5]], [[0]])).values]).toEqual([5]);
    expect(eigenHermitian(createComplexMatrix(0, 0)).values.length).toBe(0);
  });

  test('of the two-by-two [[1, −j], [j, 1]] are 0 and 2', () => {
    const { values } = eigenHermitian(
      complexMatrixFrom(
        [
          [1, 0],
          [0, 1],
        ],
        [
          [0, -1],
          [1, 0],
        ],
      ),
    );
    expect(values[0]).toBeCloseTo(0, 15);
    expect(values[1]).toBeCloseTo(2, 15);
  });

  test.each([2 ** -700, 2 ** 700])('scale exactly with the matrix, here by %d', (scale) => {
    const a = randomDefinite(6);
    const b = clone(a);
    for (let k = 0; k < 36; k++) {
      b.re[k] *= scale;
      b.im[k] *= scale;
    }
    expect([...eigenHermitian(b).values]).toEqual([...eigenHermitian(a).values].map((v) => v * scale));
  });

  test('without vectors, in place and from the lower triangle alone are the same bits', () => {
    const a = randomDefinite(12);
    const { values, vectors } = eigenHermitian(a);
    expect(hermitianEigenvalues(a)).toEqual(values);
    const workspace = createEigenWorkspace(12);
    for (let round = 0; round < 2; round++) {
      const spoilt = clone(a);
      for (let i = 0; i < 12; i++) spoilt.re.fill(Number.NaN, i * 12 + i + 1, i * 12 + 12);
      const into = new Float64Array(12);
      eigenHermitianInPlace(spoilt, into, workspace);
      expect(into).toEqual(values);
      expect(spoilt).toEqual(vectors);
    }
  });

  test('refuse a rectangle, a workspace of another size and elements that are not finite', () => {
    expect(() => eigenHermitian(randomMatrix(2, 3))).toThrow(ShapeError);
    expect(() => eigenHermitianInPlace(randomMatrix(2, 2), new Float64Array(2), createEigenWorkspace(3))).toThrow(
      ShapeError,
    );
    const a = randomDefinite(3);
    a.im[3] = Number.NaN;
    expect(() => eigenHermitian(a)).toThrow(DomainError);
  });
});

describe('the Hermitian square root', () => {
  test.each([
    [4, 4],
    [8, 3],
    [5, 0],
  ])('of size %d and rank %d is Hermitian, positive semidefinite, and squares to the matrix', (n, rank) => {
    const a = lowRank(n, rank);
    const root = hermitianSquareRoot(a);
    expect(difference(slowProduct(root, root), a)).toBeLessThan(1e-13);
    expect(difference(slowHermitian(root), root)).toBeLessThan(1e-15);
    expect(hermitianEigenvalues(root)[0]).toBeGreaterThan(-1e-13);
  });
});
