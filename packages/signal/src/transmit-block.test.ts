import { createComplexMatrix, drawKey, gemm } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import golden from '../golden/signal.json' with { type: 'json' };
import { SignalError } from './errors.ts';
import { sensingBeam, steeringVector } from './steering.ts';
import { generateSymbols } from './symbols.ts';
import { complexFrom, energy, largestDifference } from './test-support.ts';
import { assembleTransmitBlock, type Stream } from './transmit-block.ts';

const { antennaCount, sampleCount } = golden.block;
const streams: Stream[] = golden.block.streams.map(({ power, beam, symbols }) => ({
  power,
  beam: complexFrom(beam),
  symbols: complexFrom(symbols),
}));
const memory = () => createComplexMatrix(sampleCount, antennaCount);

describe('transmit block (9), (10)', () => {
  test('golden: the block agrees with NumPy, row t is s[t]ᵀ', () => {
    const { samples } = assembleTransmitBlock(3, streams, memory());
    expect(largestDifference(samples, complexFrom(golden.block.samples))).toBeLessThan(1e-14);
  });

  test('identity: one stream is √p x wᵀ', () => {
    const [{ power, beam, symbols }] = streams;
    const wanted = memory();
    gemm('NT', symbols, beam, wanted, Math.sqrt(power));
    expect(largestDifference(assembleTransmitBlock(0, [streams[0]], memory()).samples, wanted)).toBeLessThan(1e-15);
  });

  test('identity: the memory of the caller is used and whatever it held is gone', () => {
    const used = memory();
    used.re.fill(Number.NaN);
    used.im.fill(7);
    const block = assembleTransmitBlock(3, streams, used);
    expect(block.samples).toBe(used);
    expect(block.accessPoint).toBe(3);
    expect(used).toEqual(assembleTransmitBlock(3, streams, memory()).samples);
  });

  test('identity: a stream without power changes no bit, and an AP without streams is silent', () => {
    const silent: Stream = { ...streams[0], power: 0 };
    const with0 = assembleTransmitBlock(0, [silent, ...streams, silent], memory());
    expect(with0).toEqual(assembleTransmitBlock(0, streams, memory()));
    expect(energy(assembleTransmitBlock(0, [], memory()).samples)).toBe(0);
  });

  test('statistical: mean power is the sum of the stream powers', () => {
    const [count, n] = [20_000, 4];
    const key = drawKey(11, 'block test');
    const powers = [0.7, 0.4, 0.9];
    const directions = [0.1, 0.35, -0.8];
    const beams = directions.map((cosine) => sensingBeam(steeringVector(n, 0.5, cosine)));
    const drawn = powers.map((power, i) => ({
      power,
      beam: beams[i],
      symbols: generateSymbols('gaussian', 'sensing', key, i, 0, 0, createComplexMatrix(count, 1)),
    }));
    const block = assembleTransmitBlock(0, drawn, createComplexMatrix(count, n));
    // s[t] ~ CN(0, W), W = Σ p w wᴴ: ‖s[t]‖² has mean tr W = Σ p and variance ‖W‖². 4.5σ: 7e-6.
    const w = createComplexMatrix(n, n);
    powers.forEach((power, i) => {
      gemm('NH', beams[i], beams[i], w, power, 1);
    });
    const deviation = Math.sqrt(energy(w) / count);
    expect(Math.abs(energy(block.samples) / count - 2)).toBeLessThan(4.5 * deviation);
  });

  test('a beam, symbols or a power that do not fit are refused before the memory is touched', () => {
    const used = memory();
    used.re.fill(5);
    const [good] = streams;
    const bad: Stream[] = [
      { ...good, beam: createComplexMatrix(3, 1) },
      { ...good, symbols: createComplexMatrix(6, 1) },
      { ...good, power: -1 },
      { ...good, power: Number.NaN },
    ];
    for (const stream of bad) expect(() => assembleTransmitBlock(0, [good, stream], used)).toThrow(SignalError);
    expect(used.re.every((value) => value === 5)).toBe(true);
  });
});
