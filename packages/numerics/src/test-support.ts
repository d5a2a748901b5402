import type { ComplexMatrix } from './complex-matrix.ts';
import { createComplexMatrix } from './complex-matrix.ts';
import { drawKey } from './draw-key.ts';
import { fillComplexNormal } from './draws.ts';

/** A matrix of CN(0, 1) elements; `name` tells matrices of one shape apart. */
export function randomMatrix(rows: number, columns: number, name = 0): ComplexMatrix {
  const out = createComplexMatrix(rows, columns);
  fillComplexNormal(drawKey(3, 'test-matrix'), rows, columns, name, out);
  return out;
}

/** F Fᴴ + ½ I with F square and random, complete in both triangles. */
export function randomDefinite(n: number, name = 0): ComplexMatrix {
  const factor = randomMatrix(n, n, name);
  const out = slowProduct(factor, slowHermitian(factor));
  for (let i = 0; i < n; i++) out.re[i * n + i] += 0.5;
  return out;
}

/** A B by the definition. */
export function slowProduct(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      for (let k = 0; k < a.columns; k++) {
        const x = i * a.columns + k;
        const y = k * b.columns + j;
        out.re[i * b.columns + j] += a.re[x] * b.re[y] - a.im[x] * b.im[y];
        out.im[i * b.columns + j] += a.re[x] * b.im[y] + a.im[x] * b.re[y];
      }
    }
  }
  return out;
}

export function slowTranspose(a: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(a.columns, a.rows);
  for (let k = 0; k < a.re.length; k++) {
    const to = (k % a.columns) * a.rows + Math.floor(k / a.columns);
    out.re[to] = a.re[k];
    out.im[to] = a.im[k];
  }
  return out;
}

export function slowHermitian(a: ComplexMatrix): ComplexMatrix {
  const out = slowTranspose(a);
  for (let k = 0; k < out.im.length; k++) out.im[k] = -out.im[k];
  return out;
}

/** Largest absolute difference of any part, relative to the largest part of `expected` (or 1 if that is less). NaN counts as Infinity. */
export function difference(actual: ComplexMatrix, expected: ComplexMatrix): number {
  if (actual.rows !== expected.rows || actual.columns !== expected.columns) return Infinity;
  let size = 1;
  let worst = 0;
  for (let k = 0; k < expected.re.length; k++) {
    size = Math.max(size, Math.abs(expected.re[k]), Math.abs(expected.im[k]));
    const apart = Math.max(Math.abs(actual.re[k] - expected.re[k]), Math.abs(actual.im[k] - expected.im[k]));
    if (!(apart <= worst)) worst = Number.isNaN(apart) ? Infinity : apart;
  }
  return worst / size;
}

export function clone(a: ComplexMatrix): ComplexMatrix {
  return { rows: a.rows, columns: a.columns, re: a.re.slice(), im: a.im.slice() };
}
