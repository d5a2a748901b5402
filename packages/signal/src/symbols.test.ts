import { createComplexMatrix, drawKey, fillComplexNormal } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import {
  generateSymbols,
  type Modulation,
  qpskFromUniforms,
  type StreamRole,
  unitModulusFromUniforms,
} from './symbols.ts';

const key = drawKey(7, 'symbol test');
const draw = (modulation: Modulation, role: StreamRole, a: number, count: number) =>
  generateSymbols(modulation, role, key, a, 2, 3, createComplexMatrix(count, 1));

describe('symbols', () => {
  test('identity: ⌊4u⌋ chooses the quadrant', () => {
    const symbols = createComplexMatrix(4, 1);
    symbols.re.set([0.1, 0.25, 0.6, 0.999]);
    qpskFromUniforms(symbols);
    const h = Math.SQRT1_2;
    expect(Array.from(symbols.re)).toEqual([h, -h, -h, h]);
    expect(Array.from(symbols.im)).toEqual([h, h, -h, -h]);
  });

  test('identity: a uniform is a phase in turns', () => {
    const symbols = createComplexMatrix(2, 1);
    symbols.re.set([0.25, 0.5]);
    unitModulusFromUniforms(symbols);
    expect(symbols.re[0]).toBeCloseTo(0, 15);
    expect(symbols.im[0]).toBe(1);
    expect(symbols.re[1]).toBe(-1);
  });

  test.each([
    'communication',
    'sensing',
  ] as const)('identity: in qpsk mode every %s symbol has unit modulus', (role) => {
    const symbols = draw('qpsk', role, 0, 500);
    for (let t = 0; t < 500; t++) expect(Math.hypot(symbols.re[t], symbols.im[t])).toBeCloseTo(1, 15);
  });

  test('identity: in gaussian mode both roles are the named complex normals', () => {
    const wanted = createComplexMatrix(50, 1);
    fillComplexNormal(key, 1, 2, 3, wanted);
    expect(draw('gaussian', 'communication', 1, 50)).toEqual(wanted);
    expect(draw('gaussian', 'sensing', 1, 50)).toEqual(wanted);
  });

  test('identity: the same name gives the same symbols, another name others', () => {
    for (const modulation of ['gaussian', 'qpsk'] as const) {
      for (const role of ['communication', 'sensing'] as const) {
        expect(draw(modulation, role, 5, 50)).toEqual(draw(modulation, role, 5, 50));
        expect(draw(modulation, role, 5, 50)).not.toEqual(draw(modulation, role, 6, 50));
      }
    }
  });

  test('statistical: the four QPSK symbols are equally likely', () => {
    const count = 40_000;
    const symbols = draw('qpsk', 'communication', 8, count);
    const seen = [0, 0, 0, 0];
    for (let t = 0; t < count; t++) seen[(symbols.re[t] > 0 ? 0 : 1) + (symbols.im[t] > 0 ? 0 : 2)]++;
    const chiSquare = seen.reduce((sum, value) => sum + (value - count / 4) ** 2 / (count / 4), 0);
    expect(chiSquare).toBeLessThan(30.66); // 3 degrees of freedom: exceeded with probability 1e-6
  });

  test('statistical: symbols have zero mean', () => {
    const count = 20_000;
    for (const [modulation, role] of [
      ['gaussian', 'communication'],
      ['qpsk', 'communication'],
      ['qpsk', 'sensing'],
    ] as const) {
      const symbols = draw(modulation, role, 9, count);
      const re = symbols.re.reduce((sum, value) => sum + value, 0);
      const im = symbols.im.reduce((sum, value) => sum + value, 0);
      // |Σx|²/count is Exp(1): above ln(1e6) with probability 1e-6.
      expect((re * re + im * im) / count).toBeLessThan(Math.log(1e6));
    }
  });
});
