import { describe, expect, test } from 'vitest';
import * as n from './index.ts';
import { difference, randomMatrix, slowProduct } from './test-support.ts';

describe('complex matrices', () => {
  test('nested rows fill row-major split arrays', () => {
    const a = n.complexMatrixFrom(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [0, 0, 7],
        [0, 8, 0],
      ],
    );
    expect([a.rows, a.columns]).toEqual([2, 3]);
    expect([...a.re]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...a.im]).toEqual([0, 0, 7, 0, 8, 0]);
  });

  test('ragged or unequal nested rows are a shape error', () => {
    expect(() => n.complexMatrixFrom([[1, 2], [3]], [[0, 0], [0]])).toThrow(n.ShapeError);
    expect(() => n.complexMatrixFrom([[1]], [])).toThrow(n.ShapeError);
    expect(() => n.complexMatrixFrom([[1]], [[1, 2]])).toThrow(n.ShapeError);
    expect(() => n.createComplexMatrix(2.5, 1)).toThrow(n.ShapeError);
    expect(() => n.createComplexMatrix(-1, 1)).toThrow(n.ShapeError);
  });

  test('the mixed-product rule holds: (A ⊗ B)(C ⊗ D) = AC ⊗ BD', () => {
    const [a, b, c, d] = [randomMatrix(2, 3), randomMatrix(3, 2, 1), randomMatrix(3, 2, 2), randomMatrix(2, 4, 3)];
    const left = slowProduct(n.kronecker(a, b), n.kronecker(c, d));
    expect(difference(left, n.kronecker(slowProduct(a, c), slowProduct(b, d)))).toBeLessThan(1e-14);
  });

  test('the trace of a Kronecker product is the product of the traces', () => {
    const [a, b] = [n.trace(randomMatrix(3, 3)), n.trace(randomMatrix(4, 4))];
    const t = n.trace(n.kronecker(randomMatrix(3, 3), randomMatrix(4, 4)));
    expect(t.re).toBeCloseTo(a.re * b.re - a.im * b.im, 12);
    expect(t.im).toBeCloseTo(a.re * b.im + a.im * b.re, 12);
  });

  test('the conjugate transpose is its own inverse', () => {
    const a = randomMatrix(3, 5);
    expect(n.conjugateTranspose(n.conjugateTranspose(a))).toEqual(a);
    expect(n.conjugateTranspose(a).im[3]).toBe(-a.im[1]);
  });

  test('a copy needs equal shapes and then equals its source', () => {
    const a = randomMatrix(3, 2);
    const b = n.createComplexMatrix(3, 2);
    n.copyInto(a, b);
    expect(b).toEqual(a);
    expect(() => n.copyInto(a, n.createComplexMatrix(2, 3))).toThrow(n.ShapeError);
    expect(() => n.trace(a)).toThrow(n.ShapeError);
  });

  test('every error has a stable code and its data', () => {
    expect(new n.ShapeError('gemm', 'x')).toMatchObject({ code: 'SHAPE', operation: 'gemm' });
    expect(new n.NotPositiveDefiniteError(3, -1)).toMatchObject({ code: 'NOT_POSITIVE_DEFINITE', row: 3, pivot: -1 });
    expect(new n.DomainError('f', 'x', 2, 'in [0, 1]')).toMatchObject({ code: 'DOMAIN', argument: 'x', value: 2 });
    expect(new n.ConvergenceError('f', 'x')).toMatchObject({ code: 'NO_CONVERGENCE' });
  });
});
