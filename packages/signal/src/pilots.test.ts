import { createComplexMatrix, drawKey, fillComplexNormal, gemm } from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import { SignalError } from './errors.ts';
import { addPilot, pilotSequence } from './pilots.ts';
import { largestDifference } from './test-support.ts';

describe('pilots', () => {
  test('identity: sequences are orthonormal, π_jᴴπ_k = δ_jk', () => {
    const length = 10;
    for (let j = 0; j < length; j++) {
      for (let k = 0; k < length; k++) {
        const product = createComplexMatrix(1, 1);
        gemm('HN', pilotSequence(length, j), pilotSequence(length, k), product);
        expect(product.re[0]).toBeCloseTo(j === k ? 1 : 0, 13);
        expect(product.im[0]).toBeCloseTo(0, 13);
      }
    }
  });

  test('identity: despreading the whole received pilot block gives the observation (8), UEs on other pilots vanish', () => {
    const [antennas, length] = [4, 5];
    const key = drawKey(1, 'pilot test');
    const users = [
      { pilot: 2, power: 1e-4 },
      { pilot: 0, power: 3e-4 },
      { pilot: 2, power: 2e-4 },
    ].map((user, id) => {
      const channel = createComplexMatrix(antennas, 1);
      fillComplexNormal(key, id, 0, 0, channel);
      return { ...user, channel };
    });
    const noise = createComplexMatrix(antennas, length);
    fillComplexNormal(key, 9, 0, 0, noise);

    const received = createComplexMatrix(antennas, length);
    gemm('NN', noise, identity(length), received);
    for (const { pilot, power, channel } of users) {
      gemm('NH', channel, pilotSequence(length, pilot), received, Math.sqrt(length * power), 1);
    }
    const despread = createComplexMatrix(antennas, 1);
    gemm('NN', received, pilotSequence(length, 2), despread);

    const observation = createComplexMatrix(antennas, 1);
    gemm('NN', noise, pilotSequence(length, 2), observation);
    for (const { pilot, power, channel } of users) {
      if (pilot === 2) addPilot(observation, channel, power, length);
    }
    expect(largestDifference(observation, despread)).toBeLessThan(1e-13);
  });

  test('an index outside the sequences and a channel of another size are refused', () => {
    expect(() => pilotSequence(10, 10)).toThrow(SignalError);
    expect(() => pilotSequence(10, -1)).toThrow(SignalError);
    expect(() => addPilot(createComplexMatrix(4, 1), createComplexMatrix(5, 1), 1, 10)).toThrow(SignalError);
  });
});

function identity(size: number) {
  const out = createComplexMatrix(size, size);
  for (let i = 0; i < size; i++) out.re[i * size + i] = 1;
  return out;
}
