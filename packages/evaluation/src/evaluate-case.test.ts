import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseKinds, evaluateCase } from './index.ts';

type Json = Record<string, unknown>;
const goldens: { name: string; case: Json; result: Record<string, number> }[] = JSON.parse(
  readFileSync(new URL('../../detection/golden/glrt.json', import.meta.url), 'utf8'),
);
const glrt = (change: Json = {}): Json => ({ ...structuredClone(goldens[0].case), ...change });

async function resultOf(input: unknown): Promise<Json> {
  const outcome = await evaluateCase(input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.result;
}

async function pathsOf(input: unknown): Promise<string[]> {
  const outcome = await evaluateCase(input);
  return outcome.ok ? [] : outcome.problems.map(({ path }) => path);
}

const close = (a: unknown, b: number, tolerance: number) =>
  expect(Math.abs((a as number) - b)).toBeLessThan(tolerance * Math.max(1e-300, Math.abs(b)));

describe('kind glrt', () => {
  it.each(goldens)('recomputes what NumPy computed: $name', async (golden) => {
    const result = await resultOf(golden.case);
    const tolerance = Math.max(1e-9, 1e-15 * golden.result.conditionNumber);
    for (const key of ['statistic', 'threshold', 'scnr']) close(result[key], golden.result[key], tolerance);
    close(result.detectionProbability, golden.result.detectionProbability, 100 * tolerance);
    expect(result.rank).toBe(golden.result.rank);
    expect(result.detected).toBe(golden.result.statistic > golden.result.threshold);
    expect('jointStatistic' in result).toBe(golden.result.jointRank !== undefined);
    if (golden.result.jointRank !== undefined) expect(result.jointRank).toBe(golden.result.jointRank);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('prints scnr and detectionProbability only with rcsCovariance, and joint values only with interferers', async () => {
    const plain = glrt();
    delete plain.rcsCovariance;
    expect(Object.keys(await resultOf(plain)).sort()).toEqual(
      ['statistic', 'rank', 'threshold', 'detected', 'pValue', 'rcsEstimate'].sort(),
    );
    expect(await resultOf({ ...plain, interferers: [] })).toHaveProperty('jointRank', 2);
  });

  it('an echo of zeros is unobserved: rank 0, no threshold, not detected', async () => {
    const echo = { re: [[0], [0]], im: [[0], [0]] };
    const result = await resultOf({
      kind: 'glrt',
      echo,
      observation: { re: [1, 2], im: [0, 0] },
      falseAlarmProbability: 0.01,
      covariance: { noiseVariance: 1, terms: [] },
    });
    expect(result).toMatchObject({ statistic: 0, rank: 0, threshold: null, detected: false, pValue: null });
  });

  it('names every problem with its JSON path, all at once', async () => {
    const echo = glrt().echo as { re: number[][]; im: number[][] };
    const broken = glrt({
      surprise: 1,
      observation: { re: [1, 2], im: [1, 2] },
      falseAlarmProbability: 0,
      echo: { re: echo.re.map((row, i) => (i === 2 ? ['x', Number.NaN] : row)), im: echo.im },
    });
    expect(await pathsOf(broken)).toEqual(
      expect.arrayContaining(['$.surprise', '$.echo.re[2][0]', '$.echo.re[2][1]', '$.falseAlarmProbability']),
    );
  });

  it.each<[string, Json, string]>([
    ['ragged rows', { echo: { re: [[1, 2], [3]], im: [[1, 2], [3]] } }, '$.echo.re[1]'],
    ['an empty matrix', { echo: { re: [], im: [] } }, '$.echo'],
    ['parts of two shapes', { echo: { re: [[1]], im: [[1], [2]] } }, '$.echo.im'],
    ['a matrix that is a list', { echo: [[1]] }, '$.echo'],
    ['an observation of another length', { observation: { re: [1], im: [1] } }, '$.observation.re'],
    ['both forms of covariance', { covariance: { dense: { re: [[1]], im: [[0]] }, terms: [] } }, '$.covariance.terms'],
    ['no form of covariance', { covariance: {} }, '$.covariance.noiseVariance'],
    ['a dense one of another size', { covariance: { dense: { re: [[1]], im: [[0]] } } }, '$.covariance.dense'],
    ['no noise', { covariance: { noiseVariance: 0, terms: [] } }, '$.covariance.noiseVariance'],
    ['a string for a probability', { falseAlarmProbability: '0.01' }, '$.falseAlarmProbability'],
    [
      'an rcs covariance that is not Hermitian',
      {
        rcsCovariance: {
          re: [
            [1, 2],
            [0, 1],
          ],
          im: [
            [0, 0],
            [0, 0],
          ],
        },
      },
      '$.rcsCovariance',
    ],
    [
      'an indefinite rcs covariance',
      {
        rcsCovariance: {
          re: [
            [1, 2],
            [2, 1],
          ],
          im: [
            [0, 0],
            [0, 0],
          ],
        },
      },
      '$.rcsCovariance',
    ],
    ['an interferer of another length', { interferers: [{ re: [[1]], im: [[1]] }] }, '$.interferers[0]'],
  ])('refuses %s', async (_, change, path) => {
    expect(await pathsOf(glrt(change))).toContain(path);
  });

  it('refuses a term with its own path', async () => {
    const given = glrt();
    const { terms } = given.covariance as { terms: Json[] };
    terms[1].power = -1;
    terms[0].receiveCorrelation = {
      re: [
        [1, 0],
        [0, 1],
      ],
      im: [
        [0, 1],
        [1, 0],
      ],
    };
    terms[0].extra = true;
    delete terms[1].signal;
    expect(await pathsOf(given)).toEqual([
      '$.covariance.terms[0].extra',
      '$.covariance.terms[0].receiveCorrelation',
      '$.covariance.terms[1].signal',
      '$.covariance.terms[1].power',
    ]);
  });

  it('refuses a dense covariance that is not positive definite, and numbers beyond double precision', async () => {
    const two = { echo: { re: [[1], [0]], im: [[0], [1]] }, observation: { re: [1, 2], im: [1, 1] } };
    const indefinite = {
      dense: {
        re: [
          [1, 2],
          [2, 1],
        ],
        im: [
          [0, 0],
          [0, 0],
        ],
      },
    };
    const base = { kind: 'glrt', falseAlarmProbability: 0.1, ...two };
    expect(await pathsOf({ ...base, covariance: indefinite })).toEqual(['$.covariance']);
    const huge = { ...base, observation: { re: [1e200, 1], im: [0, 0] }, covariance: { noiseVariance: 1, terms: [] } };
    expect(await pathsOf(huge)).toContain('$');
  });
});

describe('the other kinds', () => {
  it('steering-vector: a[n] = exp(j 2π d n sin φ cos θ)', async () => {
    const { vector } = await resultOf({
      kind: 'steering-vector',
      antennaCount: 3,
      spacing: 0.5,
      azimuth: Math.PI / 2,
      elevation: 0,
    });
    const { re, im } = vector as { re: number[]; im: number[] };
    [1, -1, 1].forEach((x, n) => {
      expect(re[n]).toBeCloseTo(x, 12);
      expect(im[n]).toBeCloseTo(0, 12);
    });
  });

  it('path-loss: TR 36.814 urban micro at 2 GHz', async () => {
    const result = await resultOf({ kind: 'path-loss', frequencyGhz: 2, distance: 100, heights: [10, 1.65] });
    close(result.losDb, 22 * 2 + 28 + 20 * Math.log10(2), 1e-12);
    close(result.nlosDb, 36.7 * 2 + 22.7 + 26 * Math.log10(2), 1e-12);
    close(result.losProbability, 0.18 * (1 - Math.exp(-100 / 36)) + Math.exp(-100 / 36), 1e-12);
    close(result.breakpointDistance, (4 * 9 * 0.65 * 2e9) / 3e8, 1e-9);
    expect(await pathsOf({ kind: 'path-loss', frequencyGhz: 2, distance: 100, heights: [10, 1] })).toEqual([
      '$.heights[1]',
    ]);
  });

  it('spatial-correlation: Hermitian, trace N, rank one without spread', async () => {
    const given = { kind: 'spatial-correlation', antennaCount: 4, spacing: 0.5, azimuth: 0.4, elevation: 0.1 };
    const { correlation } = await resultOf({ ...given, azimuthSpread: 0.2, elevationSpread: 0.2 });
    const { re, im } = correlation as { re: number[][]; im: number[][] };
    expect(re[0][0] + re[1][1] + re[2][2] + re[3][3]).toBeCloseTo(4, 12);
    expect(im[1][0]).toBe(-im[0][1]);
    expect(Math.hypot(re[1][0], im[1][0])).toBeLessThan(1);
    const sharp = (await resultOf({ ...given, azimuthSpread: 0, elevationSpread: 0 }))
      .correlation as typeof correlation;
    const first = sharp as { re: number[][]; im: number[][] };
    expect(Math.hypot(first.re[3][0], first.im[3][0])).toBeCloseTo(1, 12);
    const large = { ...given, antennaCount: 1024, spacing: 50, azimuthSpread: 3, elevationSpread: 3 };
    expect(await pathsOf(large)).toEqual(['$']);
  });

  it('fractional-power: (57)–(59) spend the whole budget in the ratio of the gains', async () => {
    const { userPower, targetPower } = await resultOf({
      kind: 'fractional-power',
      userGain: [[4, 1]],
      targetGain: [[9]],
      powerBudget: [2],
      usersOf: [[0, 1]],
      targetsOf: [[0]],
      kappaCommunication: 0.5,
      kappaSensing: 1,
    });
    const [[strong, weak]] = userPower as number[][];
    const [[target]] = targetPower as number[][];
    close(strong + weak + target, 2, 1e-12);
    close(strong / weak, 2, 1e-12);
    close(target, strong, 1e-12);
  });

  it('fractional-power refuses users that do not exist and lists of other lengths', async () => {
    const given = {
      kind: 'fractional-power',
      userGain: [[4, 1]],
      targetGain: [[9]],
      powerBudget: [2],
      usersOf: [[0, 2]],
      targetsOf: [[0], [0]],
      kappaCommunication: 0,
      kappaSensing: 0,
    };
    expect(await pathsOf(given)).toEqual(['$.usersOf[0][1]', '$.targetsOf']);
  });

  it.each([
    null,
    3,
    'x',
    [],
    {},
    { kind: 'toString' },
    { kind: 7 },
    { kind: 'max-sinr' },
  ])('an input that is no case is refused, never thrown: %j', async (input) => {
    expect((await evaluateCase(input)).ok).toBe(false);
  });

  it('every kind refuses an empty case with one problem per missing key', async () => {
    for (const kind of caseKinds) expect((await pathsOf({ kind })).length).toBeGreaterThan(2);
  });
});
