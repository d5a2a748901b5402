import { describe, expect, test } from 'vitest';
import type { ComplexMatrix, KroneckerSum } from './index.ts';
import {
  createComplexMatrix,
  gemm,
  herk,
  identityMatrix,
  kronecker,
  kroneckerSum,
  mirrorLower,
  ShapeError,
} from './index.ts';
import { scalarKroneckerSum } from './scalar/kronecker.ts';
import { difference, randomMatrix } from './test-support.ts';

/** Terms with B = C T, T Hermitian, so that B Cᴴ = C T Cᴴ is; `zeroRows` of the first terms' rows are zero from below, a staircase. */
function randomSum(q: number, n: number, widths: readonly number[], staircase = false): KroneckerSum {
  const offsets = [0];
  for (const width of widths) offsets.push(offsets.at(-1)! + width);
  const right = randomMatrix(q, offsets.at(-1)!);
  if (staircase)
    for (let i = 0; i < q; i++) {
      right.re.fill(0, i * right.columns, i * right.columns + Math.min(i, right.columns));
      right.im.fill(0, i * right.columns, i * right.columns + Math.min(i, right.columns));
    }
  const left = createComplexMatrix(q, right.columns);
  widths.forEach((width, m) => {
    const mixed = createComplexMatrix(q, width);
    gemm('NN', columns(right, offsets[m], width), hermitian(width, m), mixed);
    for (let i = 0; i < q; i++)
      for (let c = 0; c < width; c++) {
        left.re[i * left.columns + offsets[m] + c] = mixed.re[i * width + c];
        left.im[i * left.columns + offsets[m] + c] = mixed.im[i * width + c];
      }
  });
  return { left, right, offsets, small: widths.map((_, m) => hermitian(n, m + 50)) };
}

function hermitian(n: number, name: number): ComplexMatrix {
  const out = createComplexMatrix(n, n);
  herk('N', randomMatrix(n, n + 1, name), out);
  mirrorLower(out);
  return out;
}

function columns(from: ComplexMatrix, first: number, width: number): ComplexMatrix {
  const out = createComplexMatrix(from.rows, width);
  for (let i = 0; i < from.rows; i++)
    for (let c = 0; c < width; c++) {
      out.re[i * width + c] = from.re[i * from.columns + first + c];
      out.im[i * width + c] = from.im[i * from.columns + first + c];
    }
  return out;
}

/** As it is written: Kronecker products, one after the other. */
function writtenOut({ left, right, offsets, small }: KroneckerSum): ComplexMatrix {
  const size = left.rows * (small[0]?.rows ?? 1);
  const out = createComplexMatrix(size, size);
  for (let d = 0; d < size; d++) out.re[d * size + d] = 1;
  small.forEach((r, m) => {
    const width = offsets[m + 1] - offsets[m];
    const time = createComplexMatrix(left.rows, left.rows);
    gemm('NH', columns(left, offsets[m], width), columns(right, offsets[m], width), time);
    const term = kronecker(time, r);
    for (let e = 0; e < out.re.length; e++) {
      out.re[e] += term.re[e];
      out.im[e] += term.im[e];
    }
  });
  return out;
}

function lower(a: ComplexMatrix): ComplexMatrix {
  for (let i = 0; i < a.rows; i++) {
    a.re.fill(0, i * a.columns + i + 1, (i + 1) * a.columns);
    a.im.fill(0, i * a.columns + i + 1, (i + 1) * a.columns);
    a.im[i * a.columns + i] = 0;
  }
  return a;
}

describe('kroneckerSum', () => {
  test.each([
    [1, 1, [1], false],
    [5, 1, [1, 3], false],
    [6, 2, [2, 2, 2], false],
    [7, 3, [4, 1, 0, 2], false],
    [12, 4, [4, 4, 4, 4, 4], false],
    [12, 4, [4, 4, 4], true],
    [9, 5, [3, 3, 3], true],
    [4, 2, [], false],
  ] as [
    number,
    number,
    number[],
    boolean,
  ][])('is the sum of Kronecker products: q = %d, n = %d, widths %j, staircase %s', (q, n, widths, staircase) => {
    const sum = randomSum(q, n, widths, staircase);
    const expected = lower(writtenOut(sum));
    const size = expected.rows;
    for (const compute of [kroneckerSum, scalarKroneckerSum]) {
      const out = createComplexMatrix(size, size);
      compute(sum, out);
      expect(difference(lower(out), expected)).toBeLessThan(1e-13);
    }
  });

  test.each([
    [6, 2, [2, 2], 1],
    [7, 3, [], 2],
    [12, 4, [4, 1, 4], 5],
  ] as [
    number,
    number,
    number[],
    number,
  ][])('adds time matrices that are given: q = %d, n = %d, widths %j, %d of them', (q, n, widths, given) => {
    const products = randomSum(q, n, widths);
    const times = Array.from({ length: given }, (_, m) => hermitian(q, m + 80));
    const small = [...products.small, ...times.map((_, m) => hermitian(n, m + 90))];
    const expected = writtenOut(products);
    const size = q * n;
    const base = widths.length > 0 ? expected : createComplexMatrix(size, size);
    if (widths.length === 0) for (let d = 0; d < size; d++) base.re[d * size + d] = 1;
    times.forEach((time, m) => {
      const term = kronecker(time, small[widths.length + m]);
      for (let e = 0; e < base.re.length; e++) {
        base.re[e] += term.re[e];
        base.im[e] += term.im[e];
      }
    });
    for (const compute of [kroneckerSum, scalarKroneckerSum]) {
      const out = createComplexMatrix(size, size);
      compute({ ...products, small, times }, out);
      expect(difference(lower(out), lower(base))).toBeLessThan(1e-13);
    }
  });

  test.each([
    [12, 4, [4, 4, 4]],
    [9, 5, [3, 3]],
    [5, 3, []],
  ] as [number, number, number[]][])('adds a diagonal: q = %d, n = %d, widths %j', (q, n, widths) => {
    const size = q * n;
    const diagonal = randomMatrix(size, 1).re.map((x) => x * x);
    const sum = randomSum(q, n, widths);
    const expected = widths.length > 0 ? writtenOut(sum) : identityMatrix(size);
    for (let d = 0; d < size; d++) expected.re[d * size + d] += diagonal[d];
    for (const compute of [kroneckerSum, scalarKroneckerSum]) {
      const out = createComplexMatrix(size, size);
      compute({ ...sum, diagonal }, out);
      expect(difference(lower(out), lower(expected))).toBeLessThan(1e-13);
    }
    const short = diagonal.subarray(1);
    expect(() => kroneckerSum({ ...sum, diagonal: short }, createComplexMatrix(size, size))).toThrow(ShapeError);
  });

  test('gives the same bits whatever the memory held before', () => {
    const sum = randomSum(10, 4, [4, 4, 4], true);
    const [a, b] = [createComplexMatrix(40, 40), createComplexMatrix(40, 40)];
    kroneckerSum(sum, a);
    gemm('NN', randomMatrix(90, 90), randomMatrix(90, 90, 1), createComplexMatrix(90, 90));
    kroneckerSum(sum, b);
    expect(lower(b)).toEqual(lower(a));
  });

  test('refuses sizes that disagree', () => {
    const sum = randomSum(4, 2, [2, 2]);
    expect(() => kroneckerSum(sum, createComplexMatrix(4, 4))).toThrow(ShapeError);
    expect(() => kroneckerSum({ ...sum, offsets: [0, 2] }, createComplexMatrix(8, 8))).toThrow(ShapeError);
    expect(() => kroneckerSum({ ...sum, left: randomMatrix(3, 4) }, createComplexMatrix(8, 8))).toThrow(ShapeError);
  });
});
