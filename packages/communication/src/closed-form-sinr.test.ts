import { identityMatrix, NotPositiveDefiniteError } from '@vedetta/numerics';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { closedFormSinr } from './closed-form-sinr.ts';
import { CommunicationError } from './errors.ts';
import { goldenCases, plainSituation, randomCovariance } from './test-support.ts';
import type { SinrSituation, SinrTerms } from './types.ts';

const terms = ['sinr', 'signal', 'interference', 'contamination', 'sensing'] as const;

test.each(goldenCases())('golden: (23) agrees with NumPy’s explicit inverse to 1e-12, each term (case %#)', ({
  situation,
  result,
}) => {
  for (const [k, actual] of closedFormSinr(situation).entries())
    for (const term of terms)
      expect(Math.abs(actual[term] - result[term][k])).toBeLessThanOrEqual(1e-12 * result[term][k]);
});

test('identity: one antenna, one UE, one AP is γ = η Φ/(η C + σ²) with Φ = τη̄C²/(τη̄C + σ²)', () => {
  const correlation = identityMatrix(1);
  correlation.re[0] = 3;
  const [{ sinr, ...rest }] = closedFormSinr(
    plainSituation({ correlation: [[correlation]], pilotPower: [0.2], pilotLength: 5, power: new Matrix([[2]]) }),
  );
  const phi = 9 / 3.5;
  expect(sinr).toBeCloseTo((2 * phi) / (6 + 0.5), 14);
  expect(rest.signal).toBeCloseTo(2 * phi, 14);
  expect(rest.interference).toBeCloseTo(6, 14);
  expect(rest).toMatchObject({ contamination: 0, sensing: 0 });
});

test('identity: UEs whose channels are alike but for pilot power are told apart by nothing: coherent in the ratio η̄_k/η̄_j', () => {
  const c = randomCovariance(2, 3, 3, 3);
  const [one, other] = closedFormSinr(
    plainSituation({
      correlation: [[c], [c]],
      pilotIndex: [0, 0],
      pilotPower: [4, 1],
      power: new Matrix([[0.5], [0.5]]),
    }),
  );
  // w₁ and w₂ point alike, so UE 1 receives of the stream of UE 2 exactly what it receives of its own.
  expect(one.contamination / one.signal).toBeCloseTo(1, 13);
  expect(other.contamination / other.signal).toBeCloseTo(1, 13);
  expect(one.signal / other.signal).toBeCloseTo(4, 13);
});

test('identity: gains and noise scaled together leave γ alone', () => {
  const { situation } = goldenCases()[1];
  const scaled = situation.correlation.map((row) =>
    row.map((c) => ({ ...c, re: c.re.map((x) => x * 2 ** -20), im: c.im.map((x) => x * 2 ** -20) })),
  );
  const noiseVariance = situation.noiseVariance * 2 ** -20;
  const before = closedFormSinr(situation);
  for (const [k, { sinr }] of closedFormSinr({ ...situation, correlation: scaled, noiseVariance }).entries())
    expect(sinr / before[k].sinr).toBeCloseTo(1, 13);
});

test('a UE that nobody serves has SINR 0, and so has everybody in silence', () => {
  const { situation } = goldenCases()[1];
  const { rows, columns } = situation.power;
  const power = situation.power.clone().setRow(2, new Array(columns).fill(0));
  const unserved = closedFormSinr({ ...situation, power });
  expect(unserved[2]).toMatchObject({ sinr: 0, signal: 0 });
  expect(unserved[2].interference).toBeGreaterThan(0);
  const silent = closedFormSinr({ ...situation, power: Matrix.zeros(rows, columns), sensing: [] });
  const nothing: SinrTerms = { sinr: 0, signal: 0, interference: 0, contamination: 0, sensing: 0 };
  expect(silent).toEqual(new Array(rows).fill(nothing));
  const nobody = { correlation: [], pilotIndex: [], pilotPower: [], power: Matrix.zeros(0, 0) };
  expect(closedFormSinr(plainSituation(nobody))).toEqual([]);
});

test('an AP that does not hear a UE at all sends it nothing, whatever its power: no signal and no interference', () => {
  const c = randomCovariance(3, 2, 2, 2);
  const zero = randomCovariance(3, 2, 2, 0);
  const base = {
    correlation: [
      [c, zero],
      [c, c],
    ],
    pilotIndex: [0, 1],
    pilotPower: [1, 1],
    pilotLength: 2,
  };
  const wasted = closedFormSinr(
    plainSituation({
      ...base,
      power: new Matrix([
        [1, 7],
        [1, 1],
      ]),
    }),
  );
  expect(wasted).toEqual(
    closedFormSinr(
      plainSituation({
        ...base,
        power: new Matrix([
          [1, 0],
          [1, 1],
        ]),
      }),
    ),
  );
  const pilotless = closedFormSinr(
    plainSituation({
      ...base,
      pilotPower: [0, 1],
      power: new Matrix([
        [1, 7],
        [1, 1],
      ]),
    }),
  );
  expect(pilotless[0]).toMatchObject({ sinr: 0, signal: 0, contamination: 0 });
  expect(pilotless).toEqual(
    closedFormSinr(
      plainSituation({
        ...base,
        pilotPower: [0, 1],
        power: new Matrix([
          [0, 0],
          [1, 1],
        ]),
      }),
    ),
  );
});

test('sensing beams add μ tr(C W) to the denominator and nothing else', () => {
  const beamCovariance = randomCovariance(5, 2, 1, 1);
  const [without] = closedFormSinr(plainSituation());
  const [beside] = closedFormSinr(plainSituation({ sensing: [{ accessPoint: 0, power: 3, beamCovariance }] }));
  expect(beside).toMatchObject({ signal: without.signal, interference: without.interference, contamination: 0 });
  expect(beside.sensing).toBeGreaterThan(0);
  expect(beside.sinr).toBeCloseTo(without.signal / (without.interference + beside.sensing + 0.5), 14);
});

const c = randomCovariance(1, 2, 2, 2);
const beam = { accessPoint: 0, power: 1, beamCovariance: c };
test.each<[string, Partial<SinrSituation>]>([
  ['pilotIndex', { pilotIndex: [] }],
  ['pilotIndex[0]', { pilotIndex: [1] }],
  ['pilotPower[0]', { pilotPower: [-1] }],
  ['pilotPower[0]', { pilotPower: [Number.NaN] }],
  ['pilotLength', { pilotLength: 0 }],
  ['noiseVariance', { noiseVariance: 0 }],
  [
    'correlation[0][1]',
    {
      correlation: [
        [c, randomCovariance(1, 2, 2, 2)],
        [c, identityMatrix(3)],
      ],
    },
  ],
  ['power', { power: Matrix.zeros(0, 1) }],
  ['power[0]', { power: new Matrix([[1, 1]]) }],
  ['power[0][0]', { power: new Matrix([[-1]]) }],
  ['sensing[0].accessPoint', { sensing: [{ ...beam, accessPoint: 1 }] }],
  ['sensing[0].power', { sensing: [{ ...beam, power: Number.POSITIVE_INFINITY }] }],
  ['sensing[0].beamCovariance', { sensing: [{ ...beam, beamCovariance: identityMatrix(3) }] }],
])('refuses what cannot be, by its path: %s', (path, changes) => {
  const given = plainSituation(changes);
  if (path !== 'correlation[0][1]') {
    expect(() => closedFormSinr(given)).toThrow(CommunicationError);
    expect(() => closedFormSinr(given)).toThrow(`${path}: `);
  } else {
    const two = {
      pilotIndex: [0, 0],
      pilotPower: [1, 1],
      power: new Matrix([
        [1, 1],
        [1, 1],
      ]),
    };
    expect(() => closedFormSinr({ ...given, ...two })).toThrow('correlation[1][1]: must be 2 × 2, is 3 × 3');
  }
});

test('noise that is lost in the rounding of a rank-deficient channel is refused, not guessed', () => {
  const correlation = [[randomCovariance(9, 4, 1, 4)]];
  expect(() => closedFormSinr(plainSituation({ correlation, noiseVariance: 1e-30 }))).toThrow(NotPositiveDefiniteError);
});
