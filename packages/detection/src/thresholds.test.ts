import { describe, expect, it } from 'vitest';
import { alarmProbability, DetectionError, detectionThreshold, exactThreshold } from './index.ts';
import { relativeDifference } from './test-support.ts';

describe('the exact threshold of a detector', () => {
  it('is the Gamma threshold when all means are 1', () => {
    for (const rank of [1, 4, 12])
      for (const probability of [0.9, 0.1, 1e-3, 1e-8]) {
        const exact = exactThreshold(new Float64Array(rank).fill(1), probability);
        expect(relativeDifference(exact, detectionThreshold(rank, probability))).toBeLessThan(1e-10);
      }
  });

  it('is exceeded with the false-alarm probability, however the means spread', () => {
    for (const means of [[1e-6, 1], [3, 3.0000001, 2.9], [1, 40, 1600, 64_000, 64_000], [7e5]])
      for (const probability of [0.5, 1e-2, 1e-4]) {
        const threshold = exactThreshold(means, probability);
        expect(relativeDifference(alarmProbability(means, threshold), probability)).toBeLessThan(1e-8);
      }
  });

  it('needs a positive mean and a probability inside (0, 1)', () => {
    expect(() => exactThreshold([], 0.1)).toThrow(DetectionError);
    expect(() => exactThreshold([0], 0.1)).toThrow(DetectionError);
    expect(() => exactThreshold([1], 1)).toThrow(DetectionError);
  });
});
