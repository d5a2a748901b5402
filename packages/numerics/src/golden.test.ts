import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ComplexMatrix } from './index.ts';
import * as n from './index.ts';
import { difference } from './test-support.ts';

type Parts = { re: number[][]; im: number[][] };
interface AlgebraCase extends Record<string, unknown> {
  values: number[];
}
const read = (name: string) => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));
const matrix = (p: unknown): ComplexMatrix => n.complexMatrixFrom((p as Parts).re, (p as Parts).im);

describe.each(read('linear-algebra') as AlgebraCase[])('NumPy (golden/linear_algebra.py), case %#', (golden) => {
  const b = matrix(golden.b);
  const lower = matrix(golden.definite);
  n.choleskyInPlace(lower);

  test('agrees on the products', () => {
    const product = n.createComplexMatrix(b.rows, b.columns);
    n.gemm('NN', matrix(golden.definite), b, product);
    expect(difference(product, matrix(golden.product))).toBeLessThan(1e-14);
    const gram = n.createComplexMatrix(b.columns, b.columns);
    n.herk('H', b, gram);
    n.mirrorLower(gram);
    expect(difference(gram, matrix(golden.gram))).toBeLessThan(1e-14);
  });

  test('agrees on the Cholesky factor and both triangular solutions', () => {
    expect(difference(lower, matrix(golden.cholesky))).toBeLessThan(1e-14);
    const x = matrix(golden.b);
    n.solveLowerInPlace(lower, x);
    expect(difference(x, matrix(golden.forward))).toBeLessThan(1e-13);
    const y = matrix(golden.b);
    n.solveLowerHermitianInPlace(lower, y);
    expect(difference(y, matrix(golden.backward))).toBeLessThan(1e-13);
  });

  test('agrees on the eigenvalues and the square root of a matrix of low rank', () => {
    const low = matrix(golden.low);
    const values = n.hermitianEigenvalues(low);
    const largest = values[values.length - 1];
    golden.values.forEach((v, i) => {
      expect(Math.abs(values[i] - v)).toBeLessThan(1e-14 * largest);
    });
    // The root of a zero eigenvalue known to 1e-16 is known to 1e-8 on either side.
    expect(difference(n.hermitianSquareRoot(low), matrix(golden.root))).toBeLessThan(1e-7);
  });
});

interface DrawCase {
  seed: number;
  purpose: string;
  address: [number, number, number];
  words: number[];
  uniforms: number[];
  normals: number[];
  complexNormals: { re: number[]; im: number[] };
  permutation: number[];
}

describe.each(read('draws') as DrawCase[])('Python integers (golden/draws.py), purpose "$purpose"', (golden) => {
  const key = n.drawKey(golden.seed, golden.purpose);

  test('agree on words, uniforms and permutation to the last bit', () => {
    const words = new Uint32Array(7);
    n.fillUint32(key, ...golden.address, words);
    expect([...words]).toEqual(golden.words);
    const uniforms = new Float64Array(5);
    n.fillUniform(key, ...golden.address, uniforms);
    expect([...uniforms]).toEqual(golden.uniforms);
    expect([...n.permutation(key, ...golden.address, 12)]).toEqual(golden.permutation);
  });

  test('agree on normals to the round-off of the elementary functions', () => {
    const normals = new Float64Array(7);
    n.fillNormal(key, ...golden.address, normals);
    normals.forEach((v, i) => {
      expect(Math.abs(v - golden.normals[i])).toBeLessThan(2e-15);
    });
    const complex = n.createComplexMatrix(5, 1);
    n.fillComplexNormal(key, ...golden.address, complex);
    const { re, im } = golden.complexNormals;
    expect(difference(complex, toColumn(re, im))).toBeLessThan(2e-15);
  });
});

function toColumn(re: number[], im: number[]): ComplexMatrix {
  return { rows: re.length, columns: 1, re: Float64Array.from(re), im: Float64Array.from(im) };
}
