import { readFileSync } from 'node:fs';
import { drawKey, fillUniform } from '@vedetta/numerics';
import { expect, it } from 'vitest';
import { evaluateCase } from './index.ts';

const goldens: { case: Record<string, unknown> }[] = JSON.parse(
  readFileSync(new URL('../../detection/golden/glrt.json', import.meta.url), 'utf8'),
);
const small: unknown[] = [
  ...goldens.filter((_, i) => [0, 5, 8].includes(i)).map((golden) => golden.case),
  { kind: 'steering-vector', antennaCount: 3, spacing: 0.5, azimuth: 1, elevation: 0 },
  { kind: 'path-loss', frequencyGhz: 2, distance: 100, heights: [10, 1.65] },
  {
    kind: 'spatial-correlation',
    antennaCount: 4,
    spacing: 0.5,
    azimuth: 0.4,
    elevation: 0.1,
    azimuthSpread: 0.2,
    elevationSpread: 0,
  },
  {
    kind: 'fractional-power',
    userGain: [[4, 1]],
    targetGain: [[9]],
    powerBudget: [2],
    usersOf: [[0, 1]],
    targetsOf: [[0]],
    kappaCommunication: 0.5,
    kappaSensing: 1,
  },
  {
    kind: 'spectral-efficiency',
    correlation: [[{ re: [[2]], im: [[0]] }], [{ re: [[1]], im: [[0]] }]],
    pilotIndex: [0, 0],
    pilotPower: [1, 2],
    pilotLength: 1,
    noiseVariance: 0.5,
    power: [[1], [1]],
    sensing: [{ accessPoint: 0, power: 1, beamCovariance: { re: [[1]], im: [[0]] } }],
  },
  {
    kind: 'max-min-power',
    correlation: [[{ re: [[2]], im: [[0]] }], [{ re: [[1]], im: [[0]] }]],
    pilotIndex: [0, 1],
    pilotPower: [1, 2],
    pilotLength: 2,
    noiseVariance: 0.5,
    servingAccessPoints: [[0], [0]],
    powerBudget: [2],
    sensingSir: {
      floor: 0.5,
      targets: [1, 2].map((gain) => ({
        receive: [{ rcsVariance: 1, gain: [gain], steering: [{ re: [1], im: [0] }] }],
        beam: [{ re: [1], im: [0] }],
      })),
    },
  },
  {
    kind: 'max-min-power',
    correlation: [],
    pilotIndex: [],
    pilotPower: [],
    pilotLength: 1,
    noiseVariance: 1,
    servingAccessPoints: [],
    powerBudget: [1],
    sensingSir: { floor: 1, targets: [] },
  },
];
const junk: unknown[] = [
  null,
  true,
  'x',
  '',
  [],
  {},
  0,
  -1,
  0.5,
  1e-320,
  1e300,
  -1e300,
  1.7e308,
  -1.7e308,
  Number.NaN,
  Infinity,
  [[]],
  [1, 2, 3],
  { re: 1 },
  { re: [[1]], im: [[1]] },
  undefined,
  2 ** 53,
  { __proto__: null },
];

/** Replaces, deletes or adds one thing somewhere inside. */
function mutate(value: unknown, next: () => number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
  if (typeof value !== 'object' || value === null || next() < 0.12) return pick(junk);
  const keys = Object.keys(value);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  const action = next();
  const key = keys.length === 0 || action < 0.05 ? pick(['re', 'kind', '0', '__proto__', 'a b']) : pick(keys);
  if (action > 0.95) delete copy[key];
  else {
    const put = keys.includes(key) ? mutate(copy[key], next) : pick(junk);
    // As JSON.parse does: '__proto__' becomes an own key like any other.
    Object.defineProperty(copy, key, { value: put, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

function onlyFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(onlyFinite);
}

it('whatever is brought, the answer is a result of finite numbers or a list of problems with paths', async () => {
  const key = drawKey(9, 'evaluation/fuzz');
  const counts = { ok: 0, refused: 0 };
  for (let trial = 0; trial < 3000; trial++) {
    const uniforms = new Float64Array(64);
    fillUniform(key, trial, 0, 0, uniforms);
    let used = 0;
    const next = () => uniforms[used++ % 64];
    let input = mutate(small[trial % small.length], next);
    if (next() < 0.3) input = mutate(input, next);
    const outcome = await evaluateCase(input);
    if (outcome.ok) {
      counts.ok++;
      expect(onlyFinite(outcome.result), JSON.stringify(outcome.result)).toBe(true);
      continue;
    }
    counts.refused++;
    expect(outcome.problems.length).toBeGreaterThan(0);
    for (const { path, message } of outcome.problems) {
      expect(path.startsWith('$')).toBe(true);
      expect(message.length).toBeGreaterThan(3);
    }
  }
  expect(Math.min(counts.ok, counts.refused)).toBeGreaterThan(50);
});
