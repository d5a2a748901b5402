import { type ComplexMatrix, createComplexMatrix, drawKey, fillComplexNormal } from '@vedetta/numerics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blockFloatingPointBytes,
  blockFloatingPointRounding,
  decodeBlockFloatingPoint,
  encodeBlockFloatingPoint,
} from './block-floating-point.ts';

const back = (samples: ComplexMatrix, bits: number): ComplexMatrix =>
  decodeBlockFloatingPoint(
    encodeBlockFloatingPoint(samples, bits),
    bits,
    createComplexMatrix(samples.rows, samples.columns),
  );

function normal(count: number, scale: number, slot = 0): ComplexMatrix {
  const samples = createComplexMatrix(count, 1);
  fillComplexNormal(drawKey(5, 'bfp'), slot, 0, 0, samples);
  for (let e = 0; e < count; e++) {
    samples.re[e] *= scale;
    samples.im[e] *= scale;
  }
  return samples;
}

test('a full block of 12 samples takes 3 · bits + 1 bytes', () => {
  for (let bits = 6; bits <= 16; bits++) {
    expect(blockFloatingPointBytes(12, bits)).toBe(3 * bits + 1);
    expect(encodeBlockFloatingPoint(normal(12, 1), bits)).toHaveLength(3 * bits + 1);
    expect(encodeBlockFloatingPoint(normal(200, 1), bits)).toHaveLength(blockFloatingPointBytes(200, bits));
  }
});

test('every component comes back within half a unit of its block, the unit the least that holds the block', () => {
  const size = fc.integer({ min: 1, max: 40 });
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      size,
      fc.integer({ min: 6, max: 16 }),
      fc.integer({ min: -100, max: 90 }),
      fc.gen(),
      (n, bits, shift, g) => {
        const samples = createComplexMatrix(n, 1);
        for (let e = 0; e < n; e++) {
          samples.re[e] = g(() => value) * 2 ** shift;
          samples.im[e] = g(() => value) * 2 ** shift;
        }
        const got = back(samples, bits);
        for (let from = 0; from < n; from += 12) {
          const block = [...samples.re.slice(from, from + 12), ...samples.im.slice(from, from + 12)];
          const largest = Math.max(...block.map(Math.abs));
          // The mantissas of the largest need more than half of what bits can hold.
          const unit = largest / (2 ** (bits - 2) - 1);
          for (let e = from; e < Math.min(n, from + 12); e++) {
            expect(Math.abs(got.re[e] - samples.re[e])).toBeLessThanOrEqual(Math.max(unit / 2, 2 ** -129));
            expect(Math.abs(got.im[e] - samples.im[e])).toBeLessThanOrEqual(Math.max(unit / 2, 2 ** -129));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('what came out of the codec passes through it again unchanged', () => {
  for (const bits of [6, 9, 12, 16]) {
    const once = back(normal(50, 3e-7), bits);
    const twice = back(once, bits);
    expect(twice.re).toEqual(once.re);
    expect(twice.im).toEqual(once.im);
  }
});

test('each bit more lowers the quantisation noise of Gaussian samples by 6.02 dB, within 5 σ of 6000 samples', () => {
  const noise = (bits: number): { mean: number; deviation: number } => {
    let sum = 0;
    let squares = 0;
    const blocks = 500;
    for (let slot = 0; slot < blocks; slot++) {
      const samples = normal(12, 3e-7, slot);
      const got = back(samples, bits);
      let energy = 0;
      for (let e = 0; e < 12; e++) energy += (got.re[e] - samples.re[e]) ** 2 + (got.im[e] - samples.im[e]) ** 2;
      sum += energy;
      squares += energy * energy;
    }
    const mean = sum / blocks;
    return { mean, deviation: Math.sqrt((squares / blocks - mean * mean) / blocks) };
  };
  for (let bits = 7; bits <= 16; bits++) {
    const [coarse, fine] = [noise(bits - 1), noise(bits)];
    expect(Math.abs(coarse.mean - 4 * fine.mean)).toBeLessThan(5 * Math.hypot(coarse.deviation, 4 * fine.deviation));
  }
});

test('the bytes tell the power of their rounding, block by block: the error over it has the mean 1 within 5 σ of 6000 samples', () => {
  for (let bits = 6; bits <= 16; bits++) {
    let sum = 0;
    let squares = 0;
    const count = 300;
    for (let slot = 0; slot < count; slot++) {
      const samples = normal(20, 3e-7, slot);
      // The second block is short and weak, so it has a unit of its own.
      for (let e = 12; e < 20; e++) samples.re[e] /= 40 + e;
      for (let e = 12; e < 20; e++) samples.im[e] /= 40 + e;
      const bytes = encodeBlockFloatingPoint(samples, bits);
      const got = decodeBlockFloatingPoint(bytes, bits, createComplexMatrix(20, 1));
      const rounding = blockFloatingPointRounding(bytes, bits, 20);
      expect(new Set(rounding.subarray(0, 12)).size).toBe(1);
      expect(rounding[19]).toBeLessThan(rounding[0] / 100);
      let ratio = 0;
      for (let e = 0; e < 20; e++)
        ratio += ((got.re[e] - samples.re[e]) ** 2 + (got.im[e] - samples.im[e]) ** 2) / rounding[e] / 20;
      sum += ratio;
      squares += ratio * ratio;
    }
    const mean = sum / count;
    const deviation = Math.sqrt((squares / count - mean * mean) / count);
    expect(Math.abs(mean - 1)).toBeLessThan(5 * deviation);
  }
});

test('silence stays silence, and what no block can carry is refused', () => {
  const zero = createComplexMatrix(13, 1);
  expect(back(zero, 8)).toEqual(zero);
  for (const wrong of [Number.NaN, Infinity, 2 ** 127]) {
    const samples = createComplexMatrix(1, 1);
    samples.im[0] = wrong;
    expect(() => encodeBlockFloatingPoint(samples, 8)).toThrow(/no block can carry/);
  }
  expect(() => encodeBlockFloatingPoint(zero, 5)).toThrow(/from 6 to 16/);
  expect(() => decodeBlockFloatingPoint(new Uint8Array(3), 8, zero)).toThrow(/must be/);
  expect(() => blockFloatingPointRounding(new Uint8Array(3), 8, 13)).toThrow(/must be/);
});
