import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCase } from '../index.ts';

type Json = Record<string, unknown>;
const goldens: { case: Json; result: Record<string, number[]> }[] = JSON.parse(
  readFileSync(new URL('../../../communication/golden/sinr.json', import.meta.url), 'utf8'),
);
const terms = ['sinr', 'signal', 'interference', 'contamination', 'sensing'];

const one = { re: [[1]], im: [[0]] };
const wide = {
  re: [
    [1, 0],
    [0, 1],
  ],
  im: [
    [0, 0],
    [0, 0],
  ],
};
/** Two UEs on one pilot, one AP of one antenna. */
const small: Json = {
  kind: 'spectral-efficiency',
  correlation: [[one], [one]],
  pilotIndex: [0, 0],
  pilotPower: [1, 2],
  pilotLength: 1,
  noiseVariance: 1,
  power: [[1], [0]],
};
const beam = { accessPoint: 0, power: 2, beamCovariance: one };

async function resultOf(input: unknown): Promise<Record<string, number[]>> {
  const outcome = await evaluateCase(input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.result as Record<string, number[]>;
}

async function problemsOf(input: unknown): Promise<{ path: string; message: string }[]> {
  const outcome = await evaluateCase(input);
  return outcome.ok ? [] : [...outcome.problems];
}

const pathsOf = async (input: unknown) => (await problemsOf(input)).map(({ path }) => path);

describe('kind spectral-efficiency', () => {
  it.each(goldens)('recomputes what NumPy computed (case %#)', async ({ case: given, result }) => {
    const computed = await resultOf(given);
    expect(Object.keys(computed)).toEqual(terms);
    for (const term of terms) {
      expect(computed[term]).toHaveLength(result[term].length);
      for (const [k, value] of result[term].entries())
        expect(Math.abs(computed[term][k] - value)).toBeLessThanOrEqual(1e-12 * value);
    }
    expect(JSON.parse(JSON.stringify(computed))).toEqual(computed);
  });

  it('two UEs on a pilot of one antenna: Φ₀ = 1/4, and UE 1 gets the stream of UE 0 coherently, √(η̄₁/η̄₀) stronger', async () => {
    const { sinr, signal, interference, contamination, sensing } = await resultOf({ ...small, sensing: [beam] });
    const close = (values: number[], expected: number[]) =>
      values.map((value, k) => expect(value).toBeCloseTo(expected[k], 14));
    close(signal, [0.25, 0]);
    close(interference, [1, 1]);
    close(contamination, [0, 0.5]);
    close(sensing, [2, 2]);
    close(sinr, [0.25 / 4, 0]);
  });

  it('without sensing the term is 0', async () => {
    expect((await resultOf(small)).sensing).toEqual([0, 0]);
    expect(await resultOf({ ...small, sensing: [] })).toEqual(await resultOf(small));
  });

  it.each<[string, Json, string[]]>([
    ['an unknown key', { bandwidth: 1 }, ['$.bandwidth']],
    ['pilots and powers of nobody', { correlation: [] }, ['$.pilotIndex', '$.pilotPower', '$.power']],
    [
      'more UEs than are computed',
      { correlation: new Array(2049).fill([one]), pilotIndex: [], pilotPower: [], power: [] },
      ['$.correlation', '$.pilotIndex', '$.pilotPower', '$.power'],
    ],
    ['no AP', { correlation: [[], []] }, ['$.correlation[0]']],
    [
      'a UE that hears other APs',
      { correlation: [[one, one], [one]] },
      ['$.correlation[1]', '$.power[0]', '$.power[1]'],
    ],
    ['a row that is none', { correlation: [one, [one]] }, ['$.correlation[0]']],
    ['a matrix of another size', { correlation: [[one], [wide]] }, ['$.correlation[1][0]']],
    [
      'a matrix that is not square',
      { correlation: [[{ re: [[1, 1]], im: [[0, 0]] }], [one]] },
      ['$.correlation[0][0]'],
    ],
    [
      'a correlation that is not Hermitian',
      { correlation: [[{ re: [[1]], im: [[1]] }], [one]] },
      ['$.correlation[0][0]'],
    ],
    [
      'entries whose eigenvalues overflow',
      { correlation: [[{ re: [[1.7e308, 1.7e308], [1.7e308, 1.7e308]], im: [[0, 0], [0, 0]] }], [one]] }, // biome-ignore format: matrices
      ['$.correlation[0][0]'],
    ],
    ['a negative correlation', { correlation: [[{ re: [[-1]], im: [[0]] }], [one]] }, ['$.correlation[0][0]']],
    [
      'an entry that is no number',
      { correlation: [[{ re: [['1']], im: [[0]] }], [one]] },
      ['$.correlation[0][0].re[0][0]'],
    ],
    ['pilots for other UEs', { pilotIndex: [0], pilotPower: [1, 2, 3] }, ['$.pilotIndex', '$.pilotPower']],
    ['a pilot that does not exist', { pilotIndex: [0, 1] }, ['$.pilotIndex[1]']],
    ['half a pilot', { pilotIndex: [0, 0.5] }, ['$.pilotIndex[1]']],
    ['negative powers', { pilotPower: [-1, 1], power: [[1], [-1]] }, ['$.pilotPower[0]', '$.power[1][0]']],
    ['no pilots', { pilotLength: 0 }, ['$.pilotLength']],
    ['no noise', { noiseVariance: 0 }, ['$.noiseVariance']],
    ['powers of other UEs and APs', { power: [[1, 1]] }, ['$.power']],
    ['powers of other APs', { power: [[1, 1], [1]] }, ['$.power[0]']],
    ['sensing that is no list', { sensing: {} }, ['$.sensing']],
    [
      'a beam without its keys',
      { sensing: [{ gain: 1 }] },
      ['$.sensing[0].gain', '$.sensing[0].accessPoint', '$.sensing[0].power', '$.sensing[0].beamCovariance'],
    ],
    [
      'a beam of an AP that does not exist',
      { sensing: [beam, { ...beam, accessPoint: 1 }] },
      ['$.sensing[1].accessPoint'],
    ],
    ['a beam of another array', { sensing: [{ ...beam, beamCovariance: wide }] }, ['$.sensing[0].beamCovariance']],
    [
      'a beam that takes power',
      { sensing: [{ ...beam, beamCovariance: { re: [[-1]], im: [[0]] } }] },
      ['$.sensing[0].beamCovariance'],
    ],
  ])('refuses %s', async (_, change, paths) => {
    expect(await pathsOf({ ...small, ...change })).toEqual(paths);
  });

  it('names everything that is wrong at once, also beside a correlation that cannot be read', async () => {
    const { power: _, ...rest } = small;
    const broken = {
      ...rest,
      correlation: 'x',
      pilotLength: 1.5,
      pilotPower: [1, 'x'],
      sensing: [{ ...beam, power: -1 }],
    };
    expect((await pathsOf(broken)).sort()).toEqual(
      ['$.correlation', '$.pilotLength', '$.pilotPower[1]', '$.power', '$.sensing[0].power'].sort(),
    );
  });

  it('no UE: every list is empty, whatever sensing there is', async () => {
    const nobody = { correlation: [], pilotIndex: [], pilotPower: [], power: [], sensing: [beam] };
    const none = { sinr: [], signal: [], interference: [], contamination: [], sensing: [] };
    expect(await resultOf({ ...small, ...nobody })).toEqual(none);
  });

  it('a correlation of 1e308 is read without overflow', async () => {
    const alone = { correlation: [[{ re: [[1e308]], im: [[0]] }]], pilotIndex: [0], pilotPower: [1], power: [[1]] };
    expect((await resultOf({ ...small, ...alone })).signal[0] / 1e308).toBeCloseTo(1, 12);
  });

  it('numbers beyond double precision are refused: noise that rounding swallows, powers that overflow', async () => {
    const all = { re: [[1, 1], [1, 1]], im: [[0, 0], [0, 0]] }; // biome-ignore format: a matrix
    const lost = { ...small, correlation: [[all], [all]], noiseVariance: 1e-30 };
    expect(await problemsOf(lost)).toEqual([{ path: '$.noiseVariance', message: expect.stringContaining('rounding') }]);
    expect(new Set(await pathsOf({ ...small, power: [[1.7e308], [1.7e308]] }))).toEqual(new Set(['$']));
  });
});
