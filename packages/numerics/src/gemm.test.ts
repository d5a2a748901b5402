import { describe, expect, test } from 'vitest';
import type { ComplexMatrix, ProductOperation } from './index.ts';
import { createComplexMatrix, gemm, herk, mirrorLower, ShapeError, staircaseGemm } from './index.ts';
import { clone, difference, randomMatrix, slowHermitian, slowProduct, slowTranspose } from './test-support.ts';

const SHAPES = [
  [1, 1, 1],
  [2, 3, 4],
  [5, 1, 7],
  [1, 6, 3],
  [7, 5, 1],
  [8, 9, 10],
  [13, 12, 31],
  [3, 4, 0],
] as const;
const same = (a: ComplexMatrix) => a;
const OPERANDS: Record<ProductOperation, [typeof same, typeof same]> = {
  NN: [same, same],
  HN: [slowHermitian, same],
  NH: [same, slowHermitian],
  NT: [same, slowTranspose],
};

describe.each(Object.keys(OPERANDS) as ProductOperation[])('gemm %s', (op) => {
  const [left, right] = OPERANDS[op];

  test.each(SHAPES)('equals the definition for %d × %d with inner size %d', (m, columns, p) => {
    const a = op === 'HN' ? randomMatrix(p, m) : randomMatrix(m, p);
    const b = op === 'NN' || op === 'HN' ? randomMatrix(p, columns, 1) : randomMatrix(columns, p, 1);
    const kept = [clone(a), clone(b)];
    const product = slowProduct(left(a), right(b));
    const out = createComplexMatrix(m, columns);
    out.re.fill(Number.NaN);
    out.im.fill(Number.NaN);
    gemm(op, a, b, out);
    expect(difference(out, product)).toBeLessThan(1e-14);

    const old = randomMatrix(m, columns, 2);
    const updated = clone(old);
    gemm(op, a, b, updated, -0.5, 2);
    for (let k = 0; k < old.re.length; k++) {
      product.re[k] = -0.5 * product.re[k] + 2 * old.re[k];
      product.im[k] = -0.5 * product.im[k] + 2 * old.im[k];
    }
    expect(difference(updated, product)).toBeLessThan(1e-14);
    expect([a, b]).toEqual(kept);
  });

  test('refuses operands that do not fit, and an operand as result', () => {
    const a = randomMatrix(3, 3);
    expect(() => gemm(op, a, randomMatrix(4, 2), createComplexMatrix(3, 2))).toThrow(ShapeError);
    expect(() => gemm(op, a, a, createComplexMatrix(3, 4))).toThrow(ShapeError);
    expect(() => gemm(op, a, randomMatrix(3, 3, 1), a)).toThrow(ShapeError);
  });
});

describe.each(['N', 'H'] as const)('herk %s', (op) => {
  test.each([
    [1, 1],
    [2, 5],
    [5, 2],
    [6, 6],
    [9, 4],
    [13, 21],
  ])('is the lower triangle of the product for %d × %d and leaves the rest alone', (rows, columns) => {
    const a = randomMatrix(rows, columns);
    const product = op === 'N' ? slowProduct(a, slowHermitian(a)) : slowProduct(slowHermitian(a), a);
    const n = product.rows;
    const out = createComplexMatrix(n, n);
    out.re.fill(7);
    out.im.fill(7);
    herk(op, a, out);
    for (let i = 0; i < n; i++) {
      expect(out.im[i * n + i]).toBe(0);
      for (let j = i + 1; j < n; j++) expect([out.re[i * n + j], out.im[i * n + j]]).toEqual([7, 7]);
    }
    mirrorLower(out);
    expect(difference(out, product)).toBeLessThan(1e-14);
    herk(op, a, out, 0.25, -1);
    mirrorLower(out);
    for (let k = 0; k < n * n; k++) {
      product.re[k] *= -0.75;
      product.im[k] *= -0.75;
    }
    expect(difference(out, product)).toBeLessThan(1e-14);
  });

  test('refuses a result of another size, and the operand as result', () => {
    const a = randomMatrix(3, 3);
    expect(() => herk(op, a, createComplexMatrix(3, 4))).toThrow(ShapeError);
    expect(() => herk(op, a, a)).toThrow(ShapeError);
    expect(() => mirrorLower(randomMatrix(2, 3))).toThrow(ShapeError);
  });
});

describe('staircaseGemm', () => {
  test.each([
    [3, 4, 2],
    [24, 31, 5],
    [48, 48, 52],
  ])('gives the bits of gemm for A %d × %d and %d columns', (rows, columns, width) => {
    const a = randomMatrix(rows, columns);
    const starts = Array.from({ length: rows }, (_, i) => Math.min(columns, 3 * Math.floor(i / 2)));
    starts.forEach((start, i) => {
      a.re.fill(0, i * columns, i * columns + start);
      a.im.fill(0, i * columns, i * columns + start);
    });
    for (const [op, inner, height] of [
      ['NN', columns, rows],
      ['HN', rows, columns],
    ] as const) {
      const b = randomMatrix(inner, width, 1);
      const [x, y] = [randomMatrix(height, width, 2), randomMatrix(height, width, 2)];
      staircaseGemm(op, a, starts, b, x, -1, 1);
      gemm(op, a, b, y, -1, 1);
      expect(difference(x, y)).toBe(0);
    }
  });

  test('refuses another number of starts than rows', () => {
    const a = randomMatrix(3, 3);
    expect(() => staircaseGemm('NN', a, [0, 1], a, createComplexMatrix(3, 3))).toThrow(ShapeError);
  });
});
