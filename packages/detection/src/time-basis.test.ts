import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import { drawsNamed, product, scaled, sum } from './test-support.ts';
import { TimeBasisMemory } from './time-basis.ts';
import { placeColumns } from './unit-columns.ts';

/** Basis of matrices side by side. */
function basisOf(sampleCount: number, signals: readonly ComplexMatrix[]) {
  const columns = signals.reduce((sum, signal) => sum + signal.columns, 0);
  const all = createComplexMatrix(sampleCount, columns);
  let offset = 0;
  for (const signal of signals) {
    placeColumns(signal, all, offset);
    offset += signal.columns;
  }
  const { hermitian } = new TimeBasisMemory(sampleCount, columns).basisOf(all);
  return { hermitian, size: hermitian.rows };
}

describe('time basis', () => {
  it('is orthonormal to 1e-14 and reproduces every column it was built from', () => {
    const draws = drawsNamed('basis');
    const signals = [draws.normal(40, 4), scaled(draws.normal(40, 4), 1e-9), draws.normal(40, 4)];
    const { hermitian, size } = basisOf(40, signals);
    expect(size).toBe(12);
    const gram = product('NH', hermitian, hermitian);
    gram.re.forEach((x, i) => {
      expect(Math.abs(x - (i % 13 === 0 ? 1 : 0))).toBeLessThan(1e-14);
    });
    for (const signal of signals) {
      const rest = { ...signal, re: signal.re.slice(), im: signal.im.slice() };
      gemm('HN', hermitian, product('NN', hermitian, signal), rest, -1, 1);
      const largest = Math.max(...signal.re.map(Math.abs));
      for (const x of [...rest.re, ...rest.im]) expect(Math.abs(x)).toBeLessThan(1e-14 * largest * 10);
    }
  });

  it('counts shared streams once, whatever their power', () => {
    const draws = drawsNamed('shared basis');
    const streams = draws.normal(50, 6);
    const signals = Array.from({ length: 12 }, (_, m) =>
      scaled(product('NN', streams, draws.normal(6, 4)), 10 ** (m - 8)),
    );
    expect(basisOf(50, signals).size).toBe(6);
  });

  it('stays orthonormal when columns differ by 1e-10', () => {
    const draws = drawsNamed('near basis');
    const first = draws.normal(30, 3);
    const near = (strength: number) =>
      sum(product('NN', first, draws.normal(3, 3)), scaled(draws.normal(30, 3), strength));
    const { hermitian, size } = basisOf(30, [first, near(1e-10), near(1e-6), near(1e-12), near(0)]);
    expect(size).toBe(12);
    const gram = product('NH', hermitian, hermitian);
    gram.re.forEach((x, i) => {
      expect(Math.abs(x - (i % 13 === 0 ? 1 : 0))).toBeLessThan(1e-13);
      expect(Math.abs(gram.im[i])).toBeLessThan(1e-13);
    });
  });

  it('stops at the number of samples', () => {
    expect(basisOf(5, [drawsNamed('full basis').normal(5, 9)]).size).toBe(5);
  });
});
