import { describe, expect, test } from 'vitest';
import type { ComplexMatrix } from './index.ts';
import { createComplexMatrix, gemm, identityMatrix, orthonormalise, ShapeError } from './index.ts';
import { difference, randomMatrix } from './test-support.ts';

const drop = 1e-13;

function decompose(a: ComplexMatrix) {
  const most = Math.min(a.rows, a.columns);
  const basis = createComplexMatrix(most, a.rows);
  const triangle = createComplexMatrix(most, a.columns);
  basis.re.fill(Number.NaN);
  triangle.im.fill(Number.NaN);
  const q = orthonormalise(a, drop, basis, triangle);
  return { q, basis: head(basis, q), triangle: head(triangle, q) };
}

function head(a: ComplexMatrix, rows: number): ComplexMatrix {
  const count = rows * a.columns;
  return { rows, columns: a.columns, re: a.re.slice(0, count), im: a.im.slice(0, count) };
}

function times(op: 'NN' | 'HN' | 'NH', a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(op === 'HN' ? a.columns : a.rows, op === 'NH' ? b.rows : b.columns);
  gemm(op, a, b, out);
  return out;
}

describe('orthonormalise', () => {
  test.each([
    [1, 1],
    [4, 3],
    [7, 7],
    [50, 48],
    [50, 13],
    [101, 20],
  ])('gives A = Q R with QᴴQ = I and R upper triangular, %d × %d', (rows, columns) => {
    const a = randomMatrix(rows, columns);
    const { q, basis, triangle } = decompose(a);
    expect(q).toBe(columns);
    expect(difference(times('NH', basis, basis), identityMatrix(q))).toBeLessThan(2e-14);
    expect(difference(times('HN', basis, triangle), a)).toBeLessThan(2e-14);
    for (let j = 0; j < q; j++)
      for (let c = 0; c < j; c++) expect([triangle.re[j * q + c], triangle.im[j * q + c]]).toEqual([0, 0]);
  });

  test('columns that depend on earlier ones, zero columns and columns of any scale: R is a staircase', () => {
    const three = randomMatrix(30, 3);
    const a = times('NN', three, randomMatrix(3, 10));
    for (let t = 0; t < 30; t++) {
      a.re[t * 10] = 0;
      a.im[t * 10] = 0;
      a.re[t * 10 + 1] *= 1e-200;
      a.im[t * 10 + 1] *= 1e-200;
    }
    const { q, basis, triangle } = decompose(a);
    expect(q).toBe(3);
    expect(difference(times('HN', basis, triangle), a)).toBeLessThan(1e-13);
    expect(triangle.re[1]).toBeGreaterThan(1e-201);
    expect(triangle.re[10 + 1]).toBe(0);
  });

  test('more columns than rows: stops when Q is complete', () => {
    const { q, basis } = decompose(randomMatrix(5, 9));
    expect(q).toBe(5);
    expect(difference(times('HN', basis, basis), identityMatrix(5))).toBeLessThan(1e-14);
  });

  test('refuses memory that is too small', () => {
    const room = createComplexMatrix(3, 5);
    expect(() => orthonormalise(randomMatrix(5, 4), drop, room, createComplexMatrix(4, 4))).toThrow(ShapeError);
    expect(() => orthonormalise(randomMatrix(5, 3), drop, room, createComplexMatrix(2, 3))).toThrow(ShapeError);
  });
});
