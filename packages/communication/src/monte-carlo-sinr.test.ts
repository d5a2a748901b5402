import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { closedFormSinr } from './closed-form-sinr.ts';
import { monteCarloSinr } from './monte-carlo-sinr.ts';
import { plainSituation, randomCovariance } from './test-support.ts';
import type { SinrSituation } from './types.ts';

const antennas = 3;
const terms = ['sinr', 'signal', 'interference', 'contamination', 'sensing'] as const;

/** Seven UEs, three APs; gains over two decades, correlations of the given ranks, serving sets that overlap, three UEs on a pilot. */
function situationOf(ranks: readonly number[], pilotPower: readonly number[]): SinrSituation {
  const gains = [2, 0.3, 5, 0.08, 1.1, 0.6, 3];
  const link = (k: number, m: number) => 3 * k + m;
  return {
    correlation: gains.map((gain, k) =>
      [1, 0.4, 0.1].map((weight, m) =>
        randomCovariance(link(k, m), antennas, ranks[link(k, m) % ranks.length], antennas * gain * weight),
      ),
    ),
    pilotIndex: [0, 0, 0, 1, 1, 2, 2],
    pilotPower,
    pilotLength: 3,
    noiseVariance: 0.7,
    power: new Matrix([
      [0.5, 0.2, 0],
      [0.8, 0.1, 0.4],
      [0, 0.9, 0.3],
      [1.5, 0, 0.6],
      [0.2, 0.2, 0.2],
      [0, 0, 0.7],
      [0, 0, 0],
    ]),
    sensing: [
      { accessPoint: 0, power: 0.9, beamCovariance: randomCovariance(100, antennas, 1, 1) },
      { accessPoint: 0, power: 0.4, beamCovariance: randomCovariance(101, antennas, 2, 1) },
      { accessPoint: 2, power: 1.3, beamCovariance: randomCovariance(102, antennas, 3, 1) },
    ],
  };
}

const unequal = [1, 0.1, 0.4, 2, 0.3, 0.7, 0.05];
const equal = unequal.map(() => 0.5);

test.each<[string, readonly number[], readonly number[]]>([
  ['unequal pilot powers', [3], unequal],
  ['equal pilot powers', [3], equal],
  ['rank-deficient correlations', [1, 2], unequal],
])('statistical: each term of (23) is what channel and pilot draws give within 4 σ (%s)', (_, ranks, pilotPower) => {
  // 7 UEs · 5 numbers, normal at 20,000 draws: one of them beyond 4 σ with probability 2e-3, at a fixed seed.
  const situation = situationOf(ranks, pilotPower);
  const estimated = monteCarloSinr(situation, 20_000, 17);
  for (const [k, exact] of closedFormSinr(situation).entries()) {
    for (const term of terms) {
      const { value, standardError } = estimated[k][term];
      expect(Math.abs(value - exact[term]), `UE ${k}, ${term}`).toBeLessThanOrEqual(4 * standardError);
      if (term === 'interference' || term === 'sensing') expect(standardError).toBeLessThan(0.03 * exact[term]);
    }
  }
});

test('statistical: without √(η̄_k/η̄_j), as the paper prints (23), contamination is off by tens of σ', () => {
  const situation = situationOf([3], unequal);
  const estimated = monteCarloSinr(situation, 2000, 17);
  const printed = closedFormSinr(situation)[1].contamination / (unequal[1] / unequal[0]);
  expect(printed).toBeGreaterThan(estimated[1].contamination.value + 20 * estimated[1].contamination.standardError);
});

test('what is not sent is estimated as exactly nothing, without an error', () => {
  const [{ sinr, signal, contamination, sensing }] = monteCarloSinr(
    plainSituation({ power: new Matrix([[0]]) }),
    10,
    1,
  );
  for (const estimate of [sinr, signal, contamination, sensing])
    expect(estimate).toEqual({ value: 0, standardError: 0 });
});

test('draws have names: a seed gives the same bits again, another seed other ones', () => {
  const situation = situationOf([2], unequal);
  const first = monteCarloSinr(situation, 50, 3);
  expect(monteCarloSinr(situation, 50, 3)).toEqual(first);
  expect(monteCarloSinr(situation, 50, 4)).not.toEqual(first);
});

test('fewer than two draws have no spread and are refused', () => {
  expect(() => monteCarloSinr(plainSituation(), 1, 1)).toThrow('draws: must be a whole number of at least 2, is 1');
});
