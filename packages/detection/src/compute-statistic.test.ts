import { createComplexMatrix } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import { computeStatistic, DetectionError, designReceiver, SingularCovarianceError } from './index.ts';
import {
  type CaseShape,
  conditionBound,
  drawsNamed,
  energy,
  product,
  randomCase,
  relativeDifference,
  scaled,
} from './test-support.ts';

const shapes: [string, Omit<CaseShape, 'clutter'>][] = [
  ['one transmitter, eight samples', { antennas: 4, transmitters: 1, samples: 8 }],
  ['four transmitters of two antennas', { antennas: 2, transmitters: 4, samples: 24 }],
  ['seven transmitters share ten streams', { antennas: 4, transmitters: 7, samples: 30, streams: 10 }],
  ['eight antennas', { antennas: 8, transmitters: 2, samples: 20 }],
  ['one antenna, twelve transmitters', { antennas: 1, transmitters: 12, samples: 30 }],
  ['more transmitters than streams', { antennas: 2, transmitters: 12, samples: 16, streams: 5 }],
  ['transmit antennas exceed samples', { antennas: 4, transmitters: 6, samples: 12 }],
  ['idle transmitters', { antennas: 3, transmitters: 5, samples: 16, idle: [0, 3] }],
  ['two hundred samples', { antennas: 1, transmitters: 3, samples: 200 }],
];

describe('the projected path is exact', () => {
  it.each(shapes)('%s: it agrees with the dense path at every clutter level', (name, shape) => {
    for (const clutter of [1e-6, 1e-2, 1, 1e2, 1e4, 1e6]) {
      const { structured, dense } = randomCase(name, { ...shape, clutter });
      const projected = computeStatistic(structured);
      const reference = computeStatistic(dense);
      const bound = 'dense' in dense.covariance ? conditionBound(dense.covariance.dense, 1) : 0;
      expect(projected.rank).toBe(reference.rank);
      expect(relativeDifference(projected.statistic, reference.statistic)).toBeLessThan(
        Math.max(1e-9, 2.2e-16 * bound),
      );
      expect(Number.isFinite(projected.statistic)).toBe(true);
    }
  });

  it('holds for echoes outside the span of the transmitted signals', () => {
    const { structured, dense } = randomCase('outside', { antennas: 3, transmitters: 2, samples: 12, clutter: 1 });
    const echo = drawsNamed('free echo').normal(36, 3);
    const projected = computeStatistic({ ...structured, echo });
    expect(projected.rank).toBe(3);
    expect(relativeDifference(projected.statistic, computeStatistic({ ...dense, echo }).statistic)).toBeLessThan(1e-11);
  });

  it('the refinement step keeps twelve digits while the condition number grows to 1e10', () => {
    // Unitary mixing of the samples changes nothing in exact arithmetic and every rounding in this one.
    for (const clutter of [1, 1e4, 1e8]) {
      const { structured } = randomCase('refine', { antennas: 4, transmitters: 3, samples: 30, clutter });
      const turned = {
        ...structured,
        covariance: { ...structured.covariance, terms: structured.covariance.terms.toReversed() },
      };
      const difference = relativeDifference(computeStatistic(structured).statistic, computeStatistic(turned).statistic);
      expect(difference).toBeLessThan(1e-12 * Math.max(1, Math.sqrt(clutter / 1e2)));
    }
  });
});

describe('rank rule', () => {
  const shape = { antennas: 2, transmitters: 3, samples: 10, clutter: 0.5 };

  it('the scale of a column has no influence, over 200 orders of magnitude', () => {
    const { structured } = randomCase('scale', shape);
    const echo = { ...structured.echo, re: structured.echo.re.slice(), im: structured.echo.im.slice() };
    for (let i = 0; i < echo.rows; i++) {
      echo.re[i * 3] *= 1e-100;
      echo.im[i * 3] *= 1e-100;
      echo.re[i * 3 + 1] *= 1e100;
      echo.im[i * 3 + 1] *= 1e100;
    }
    const { statistic, rank } = computeStatistic({ ...structured, echo });
    expect(rank).toBe(3);
    expect(relativeDifference(statistic, computeStatistic(structured).statistic)).toBeLessThan(1e-12);
  });

  it('a repeated column adds no rank and no statistic', () => {
    const { structured } = randomCase('repeat', shape);
    const { echo } = structured;
    const doubled = createComplexMatrix(echo.rows, 6);
    for (let i = 0; i < echo.rows; i++)
      for (let c = 0; c < 6; c++) {
        doubled.re[i * 6 + c] = echo.re[i * 3 + (c % 3)] * (c < 3 ? 1 : 7);
        doubled.im[i * 6 + c] = echo.im[i * 3 + (c % 3)] * (c < 3 ? 1 : 7);
      }
    const { statistic, rank } = computeStatistic({ ...structured, echo: doubled });
    expect(rank).toBe(3);
    expect(relativeDifference(statistic, computeStatistic(structured).statistic)).toBeLessThan(1e-12);
  });

  it('an echo of zeros has rank 0 and the statistic 0, never NaN', () => {
    const { structured, dense } = randomCase('zero', shape);
    const echo = createComplexMatrix(structured.echo.rows, 3);
    expect(computeStatistic({ ...structured, echo })).toEqual({ statistic: 0, rank: 0 });
    expect(computeStatistic({ ...dense, echo })).toEqual({ statistic: 0, rank: 0 });
    expect(designReceiver({ ...structured, echo }).weights.columns).toBe(0);
  });

  it('near its limit both paths keep the same directions and digits', () => {
    // Two columns at the angle δ have the eigenvalues 1 ± cos δ: the rank falls from 2 to 1 at δ²/4 = 1e-9.
    const { structured, dense } = randomCase('limit', { ...shape, transmitters: 2, clutter: 10 });
    const { echo } = structured;
    for (const [distance, rank] of [
      [1e-3, 2],
      [2e-4, 2],
      [1e-6, 1],
    ]) {
      const near = { ...echo, re: echo.re.slice(), im: echo.im.slice() };
      for (let i = 0; i < echo.rows; i++) {
        near.re[2 * i + 1] = echo.re[2 * i] + distance * echo.re[2 * i + 1] * (echo.re[0] / echo.re[1]);
        near.im[2 * i + 1] = echo.im[2 * i] + distance * echo.im[2 * i + 1] * (echo.re[0] / echo.re[1]);
      }
      const projected = computeStatistic({ ...structured, echo: near });
      const reference = computeStatistic({ ...dense, echo: near });
      expect([projected.rank, reference.rank]).toEqual([rank, rank]);
      expect(relativeDifference(projected.statistic, reference.statistic)).toBeLessThan(1e-9);
    }
  });

  it('terms without power change nothing', () => {
    const { structured } = randomCase('powerless', shape);
    const { covariance } = structured;
    const silent = { ...covariance.terms[0], power: 0, signal: drawsNamed('other signal').normal(10, 2) };
    const more = { ...covariance, terms: [...covariance.terms, silent] };
    expect(computeStatistic({ ...structured, covariance: more })).toEqual(computeStatistic(structured));
  });
});

describe('what a designed receiver keeps', () => {
  it('the statistic of the observation is ‖Wᴴy‖² and W whitens Ψ', () => {
    const { structured, dense } = randomCase('weights', { antennas: 3, transmitters: 4, samples: 14, clutter: 10 });
    const { weights, statistic, rank } = designReceiver(structured);
    expect(relativeDifference(energy(product('HN', weights, structured.observation)), statistic)).toBeLessThan(1e-11);
    const psi = 'dense' in dense.covariance ? dense.covariance.dense : weights;
    const output = product('HN', weights, product('NN', psi, weights));
    for (let i = 0; i < rank * rank; i++) {
      expect(Math.abs(output.re[i] - (i % (rank + 1) === 0 ? 1 : 0))).toBeLessThan(1e-11);
      expect(Math.abs(output.im[i])).toBeLessThan(1e-11);
    }
  });

  it('where columns of D depend on each other the estimate is the shortest that fits, whatever their scales', () => {
    const { structured, dense } = randomCase('shortest', { antennas: 3, transmitters: 3, samples: 14, clutter: 10 });
    const { rows } = structured.echo;
    // Two columns are 30 d₀ − 2j d₁ and d₂/1000: D has the null vectors (30, −2j, 0, −1, 0) and (0, 0, 1, 0, −1000).
    const mixing = createComplexMatrix(3, 5);
    for (let c = 0; c < 3; c++) mixing.re[c * 5 + c] = 1;
    mixing.re[3] = 30;
    mixing.im[5 + 3] = -2;
    mixing.re[2 * 5 + 4] = 1e-3;
    const echo = product('NN', structured.echo, mixing);
    for (const glrtCase of [structured, dense]) {
      const { rank, rcsEstimate } = designReceiver({ ...glrtCase, echo });
      const { re, im } = rcsEstimate;
      expect(rank).toBe(3);
      const independent = designReceiver(glrtCase).rcsEstimate;
      const fit = product('NN', echo, rcsEstimate);
      const expected = product('NN', structured.echo, independent);
      const length = Math.sqrt(energy(rcsEstimate));
      for (let i = 0; i < rows; i++)
        expect(Math.hypot(fit.re[i] - expected.re[i], fit.im[i] - expected.im[i])).toBeLessThan(
          1e-10 * Math.sqrt(energy(expected)),
        );
      // What is orthogonal to every null vector is shortest.
      expect(Math.hypot(30 * re[0] - 2 * im[1] - re[3], 30 * im[0] + 2 * re[1] - im[3])).toBeLessThan(
        1e-10 * 30 * length,
      );
      expect(Math.hypot(re[2] - 1e3 * re[4], im[2] - 1e3 * im[4])).toBeLessThan(1e-10 * length);
    }
  });

  it('the statistic does not depend on the unit of power', () => {
    const { structured } = randomCase('unit', { antennas: 2, transmitters: 2, samples: 8, clutter: 1 });
    const { covariance, observation } = structured;
    const small = {
      noiseVariance: covariance.noiseVariance * 1e-20,
      terms: covariance.terms.map((term) => ({ ...term, power: term.power * 1e-20 })),
    };
    const other = { ...structured, observation: scaled(observation, 1e-10), covariance: small };
    const { statistic, rcsEstimate } = designReceiver(other);
    const reference = designReceiver(structured);
    expect(relativeDifference(statistic, reference.statistic)).toBeLessThan(1e-12);
    expect(relativeDifference(rcsEstimate.re[1], reference.rcsEstimate.re[1] * 1e-10)).toBeLessThan(1e-11);
  });
});

describe('what is refused', () => {
  const { structured, dense } = randomCase('refused', { antennas: 2, transmitters: 2, samples: 6, clutter: 1 });

  it('sizes that disagree and numbers that are not finite, by name', () => {
    const short = createComplexMatrix(11, 1);
    expect(() => computeStatistic({ ...structured, observation: short })).toThrow(DetectionError);
    const nan = { ...structured.echo, re: structured.echo.re.map((x, i) => (i === 3 ? Number.NaN : x)) };
    expect(() => computeStatistic({ ...structured, echo: nan })).toThrow(/echo: entry 1, 1 is not finite/);
    expect(() =>
      computeStatistic({ ...structured, covariance: { ...structured.covariance, noiseVariance: 0 } }),
    ).toThrow(/noiseVariance/);
  });

  it('a covariance that is not positive definite', () => {
    const psi = 'dense' in dense.covariance ? scaled(dense.covariance.dense, -1) : structured.echo;
    expect(() => computeStatistic({ ...dense, covariance: { dense: psi } })).toThrow(SingularCovarianceError);
  });
});
