import { describe, expect, it } from 'vitest';
import { DetectionError, detectionThreshold, fuse, isValidLocalStatistic, pValue } from './index.ts';

describe('fusion', () => {
  const reports = [
    { accessPoint: 9, statistic: 0.1, rank: 2 },
    { accessPoint: 2, statistic: 0.2, rank: 3 },
    { accessPoint: 5, statistic: 0.3, rank: 0.5 * 4 },
  ];

  it('adds in ascending AP id: every order of arrival gives the same bits', () => {
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ].map((order) =>
      fuse(
        order.map((i) => reports[i]),
        0.01,
      ),
    );
    for (const fusion of orders) expect(fusion).toEqual(orders[0]);
    expect(orders[0].statistic).toBe(0.2 + 0.3 + 0.1);
  });

  it('takes the threshold for the ranks that arrived, so a lost report costs no false alarm', () => {
    expect(fuse(reports, 0.01)).toMatchObject({ rank: 7, threshold: detectionThreshold(7, 0.01) });
    expect(fuse(reports.slice(1), 0.01)).toMatchObject({ rank: 5, threshold: detectionThreshold(5, 0.01) });
  });

  it('no rank at all is unobserved, with or without reports', () => {
    const nothing = { outcome: 'unobserved', statistic: 0, rank: 0, threshold: null, pValue: null };
    expect(fuse([], 0.01)).toEqual(nothing);
    expect(fuse([{ accessPoint: 1, statistic: 0, rank: 0 }], 0.01)).toEqual(nothing);
  });

  it('a target is present exactly when the p-value is below the false-alarm probability', () => {
    for (const statistic of [1, 5, 9, 12, 30]) {
      const fusion = fuse([{ accessPoint: 0, statistic, rank: 4 }], 0.01);
      expect(fusion.outcome === 'targetPresent').toBe(pValue(statistic, 4) < 0.01);
    }
  });

  it('refuses two reports of one AP and statistics that are none', () => {
    expect(() => fuse([reports[0], reports[0]], 0.01)).toThrow(DetectionError);
    for (const bad of [Number.NaN, -1, Infinity])
      expect(() => fuse([{ accessPoint: 0, statistic: bad, rank: 1 }], 0.01)).toThrow(DetectionError);
    expect(isValidLocalStatistic({ statistic: 1, rank: 0 })).toBe(false);
    expect(isValidLocalStatistic({ statistic: 1, rank: 1.5 })).toBe(false);
    expect(isValidLocalStatistic({ statistic: 0, rank: 0 })).toBe(true);
  });

  it('a threshold needs a rank of at least 1 and a probability inside (0, 1)', () => {
    expect(() => detectionThreshold(0, 0.01)).toThrow(DetectionError);
    expect(() => detectionThreshold(2, 0)).toThrow(DetectionError);
    expect(() => detectionThreshold(2, 1)).toThrow(DetectionError);
    expect(pValue(detectionThreshold(7, 1e-3), 7)).toBeCloseTo(1e-3, 12);
  });
});
