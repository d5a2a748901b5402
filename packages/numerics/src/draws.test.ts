import { describe, expect, test } from 'vitest';
import * as n from './index.ts';
import { philox4x32 } from './index.ts';

const ones = 0xffffffff;
/** The philox4x32 lines with 10 rounds of Random123's tests/kat_vectors. */
const KNOWN_ANSWERS = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [ones, ones, ones, ones],
    [ones, ones],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

describe('Philox4x32-10', () => {
  test.each(KNOWN_ANSWERS)('answers counter %j under key %j as Random123 does', (counter, key, answer) => {
    const words = Uint32Array.from(counter);
    const out = new Uint32Array(4);
    philox4x32(words, Uint32Array.from(key), out);
    expect([...out]).toEqual(answer);
    philox4x32(words, Uint32Array.from(key), words);
    expect([...words]).toEqual(answer);
  });
});

const key = n.drawKey(11, 'test');

describe('draws addressed by name', () => {
  test('begin alike whatever their length', () => {
    const long = new Float64Array(23);
    const matrix = n.createComplexMatrix(23, 1);
    const words = new Uint32Array(23);
    n.fillNormal(key, 1, 2, 3, long);
    n.fillComplexNormal(key, 1, 2, 3, matrix);
    n.fillUint32(key, 1, 2, 3, words);
    for (const length of [0, 1, 2, 3, 4, 5, 22]) {
      const short = new Float64Array(length);
      n.fillNormal(key, 1, 2, 3, short);
      expect(short).toEqual(long.slice(0, length));
      const shortMatrix = n.createComplexMatrix(1, length);
      n.fillComplexNormal(key, 1, 2, 3, shortMatrix);
      expect(shortMatrix.im).toEqual(matrix.im.slice(0, length));
      const shortWords = new Uint32Array(length);
      n.fillUint32(key, 1, 2, 3, shortWords);
      expect(shortWords).toEqual(words.slice(0, length));
    }
  });

  test('differ as soon as seed, purpose or one word of the address differs', () => {
    const seen = new Set<number>();
    const out = new Uint32Array(1);
    const at = (k: n.DrawKey, a: number, b: number, c: number) => {
      n.fillUint32(k, a, b, c, out);
      seen.add(out[0]);
    };
    for (let i = 0; i < 20; i++) {
      at(key, i + 1, 0, 0);
      at(key, 0, i + 1, 0);
      at(key, 0, 0, i + 1);
      at(n.drawKey(i, 'other'), 0, 0, 0);
      at(n.drawKey(2 ** 32 * (i + 1), 'other'), 0, 0, 0);
      at(n.drawKey(11, `test${i}`), 0, 0, 0);
      at(n.drawKey(11, 'x'.repeat(10 + i)), 0, 0, 0);
    }
    expect(seen.size).toBe(140);
  });

  test('read their address as 32-bit words, so 2³² − 1 and −1 are one', () => {
    const [x, y] = [new Uint32Array(2), new Uint32Array(2)];
    n.fillUint32(key, ones, ones, ones, x);
    n.fillUint32(key, -1, -1, -1, y);
    expect(x).toEqual(y);
  });

  test('take any seed from 0 to 2⁵³ − 1 and no other', () => {
    expect(n.drawKey(2 ** 53 - 1, '')).not.toEqual(n.drawKey(2 ** 32 - 1, ''));
    for (const seed of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => n.drawKey(seed, 'x')).toThrow(n.DomainError);
  });
});

/** Kolmogorov's statistic √n · sup |F_n − F|; above 2.3 with probability 2 e^{−2 · 2.3²} = 5e-5. */
function kolmogorov(sample: Float64Array, law: (x: number) => number): number {
  const sorted = sample.slice().sort();
  let worst = 0;
  sorted.forEach((x, i) => {
    const f = law(x);
    worst = Math.max(worst, f - i / sorted.length, (i + 1) / sorted.length - f);
  });
  return worst * Math.sqrt(sorted.length);
}

/** Normal distribution function by the law of its square, χ² with one degree. */
const normalLaw = (x: number) => 0.5 + 0.5 * Math.sign(x) * n.gammaLowerTail(0.5, 0.5 * x * x);

describe('the laws of the draws (fixed seed; tolerances at 5e-5 two-sided)', () => {
  const count = 40_000;

  test('uniforms are uniform and inside (0, 1)', () => {
    const u = new Float64Array(count);
    n.fillUniform(key, 1, 0, 0, u);
    expect(kolmogorov(u, (x) => x)).toBeLessThan(2.3);
    expect(Math.min(...u.subarray(0, 1000))).toBeGreaterThan(0);
  });

  test('normals are N(0, 1)', () => {
    const x = new Float64Array(count);
    n.fillNormal(key, 2, 0, 0, x);
    expect(kolmogorov(x, normalLaw)).toBeLessThan(2.3);
  });

  test('complex normals are CN(0, 1): parts N(0, ½), squared modulus exponential, parts and neighbours uncorrelated', () => {
    const z = n.createComplexMatrix(count, 1);
    n.fillComplexNormal(key, 3, 0, 0, z);
    expect(
      kolmogorov(
        z.re.map((v) => v * Math.SQRT2),
        normalLaw,
      ),
    ).toBeLessThan(2.3);
    expect(
      kolmogorov(
        z.im.map((v) => v * Math.SQRT2),
        normalLaw,
      ),
    ).toBeLessThan(2.3);
    expect(
      kolmogorov(
        z.re.map((v, i) => v * v + z.im[i] ** 2),
        (p) => 1 - Math.exp(-p),
      ),
    ).toBeLessThan(2.3);
    // A product of independent parts has variance ¼: its sum stays within 4.1 standard deviations.
    const bound = 4.1 * Math.sqrt(0.25 * count);
    let parts = 0;
    let neighbours = 0;
    for (let i = 0; i < count; i++) {
      parts += z.re[i] * z.im[i];
      if (i > 0) neighbours += z.re[i] * z.re[i - 1];
    }
    expect(Math.abs(parts)).toBeLessThan(bound);
    expect(Math.abs(neighbours)).toBeLessThan(bound);
  });

  test('draws at neighbouring addresses are uncorrelated', () => {
    const bound = 4.1 * Math.sqrt(20_000);
    for (const word of [0, 1, 2]) {
      let sum = 0;
      let last = 0;
      const out = new Float64Array(4);
      for (let i = 0; i < 5000; i++) {
        const address = [5, 5, 5];
        address[word] = i;
        n.fillNormal(key, address[0], address[1], address[2], out);
        for (const x of out) {
          sum += x * last;
          last = x;
        }
      }
      expect(Math.abs(sum)).toBeLessThan(bound);
    }
  });

  test('permutations are uniform: chi-square over the 24 orders of four', () => {
    const seen = new Map<string, number>();
    const rounds = 12_000;
    for (let i = 0; i < rounds; i++) {
      const order = n.permutation(key, 9, i, 0, 4).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    let chiSquare = 0;
    for (const times of seen.values()) chiSquare += (times - rounds / 24) ** 2 / (rounds / 24);
    expect(n.gammaUpperTail(23 / 2, chiSquare / 2)).toBeGreaterThan(5e-5);
  });

  test('a permutation holds every index once', () => {
    expect([...n.permutation(key, 1, 1, 1, 100)].sort((x, y) => x - y)).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
    expect(n.permutation(key, 1, 1, 1, 0).length).toBe(0);
  });

  test('sums of exponentials drawn here follow the law computed here', () => {
    const means = [1, 1.1, 4, 30];
    const rounds = 8000;
    const sums = new Float64Array(rounds);
    const u = new Float64Array(4);
    for (let i = 0; i < rounds; i++) {
      n.fillUniform(key, 12, i, 0, u);
      for (let j = 0; j < 4; j++) sums[i] -= means[j] * Math.log(u[j]);
    }
    expect(kolmogorov(sums, (x) => 1 - n.exponentialSumUpperTail(means, x))).toBeLessThan(2.3);
  });
});
