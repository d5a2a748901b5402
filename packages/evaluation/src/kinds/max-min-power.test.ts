import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCase } from '../index.ts';

type Json = Record<string, unknown>;
const goldens: { case: Json & { power: number[][] } }[] = JSON.parse(
  readFileSync(new URL('../../../communication/golden/sinr.json', import.meta.url), 'utf8'),
);

/** The same channels, with the APs that had power as serving APs. */
function caseOf({ power, ...rest }: Json & { power: number[][] }): Json {
  const servingAccessPoints = power.map((row) => row.flatMap((eta, m) => (eta > 0 ? [m] : [])));
  return { ...rest, kind: 'max-min-power', servingAccessPoints, powerBudget: power[0].map(() => 2) };
}

const one = { re: [[1]], im: [[0]] };
const faint = { re: [[0.25]], im: [[0]] };
const vector = { re: [1], im: [0] };
/** Two UEs, two APs of one antenna. */
const small: Json = {
  kind: 'max-min-power',
  correlation: [
    [one, faint],
    [faint, one],
  ],
  pilotIndex: [0, 1],
  pilotPower: [1, 1],
  pilotLength: 2,
  noiseVariance: 0.1,
  servingAccessPoints: [[0, 1], [1]],
  powerBudget: [2, 2],
};
/** Each target is well heard from one AP, which may also beam at it. */
const sensingSir = (floor: number) => ({
  floor,
  targets: [0, 1].map((l) => ({
    receive: [{ rcsVariance: 1, gain: l === 0 ? [1, 0.2] : [0.1, 0.3], steering: [vector, { re: [0], im: [1] }] }],
    beam: l === 0 ? [vector, null] : [null, vector],
  })),
});

async function resultOf(
  input: unknown,
): Promise<Record<string, unknown> & { sinr: number; power: number[][]; userSinr: number[] }> {
  const outcome = await evaluateCase(input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.result as never;
}

async function pathsOf(input: unknown): Promise<string[]> {
  const outcome = await evaluateCase(input);
  return outcome.ok ? [] : outcome.problems.map(({ path }) => path);
}

describe('kind max-min-power', () => {
  it.each(goldens)('the value is the least SINR that spectral-efficiency has for the powers (case %#)', async ({
    case: given,
  }) => {
    const input = caseOf(given);
    const { sinr, power, userSinr, ...rest } = await resultOf(input);
    const { servingAccessPoints: _, powerBudget, ...channels } = input;
    const check = await resultOf({ ...channels, kind: 'spectral-efficiency', power });
    expect(userSinr).toEqual(check.sinr);
    expect(sinr).toBe(Math.min(...userSinr));
    for (const [m, budget] of (powerBudget as number[]).entries())
      expect(power.reduce((sum, row) => sum + row[m], 0)).toBeLessThanOrEqual(budget);
    expect(JSON.parse(JSON.stringify(rest))).toEqual(rest);
    expect('sensingPower' in rest).toBe(false);
  });

  it('is at least as good as any even split', async () => {
    const { sinr } = await resultOf(small);
    const { servingAccessPoints: _, powerBudget: __, ...channels } = small;
    const even = await resultOf({ ...channels, kind: 'spectral-efficiency', power: [[2, 1], [0, 1]] }); // biome-ignore format: a matrix
    expect(sinr).toBeGreaterThan(Math.min(...(even.sinr as unknown as number[])));
  });

  it('one UE at one AP: tr Φ P / (C P + σ²) with tr Φ = τη̄C²/(τη̄C + σ²)', async () => {
    const { sinr } = await resultOf({
      ...small,
      correlation: [[one]],
      pilotIndex: [0],
      pilotPower: [1],
      servingAccessPoints: [[0]],
      powerBudget: [2],
    });
    expect(Math.abs(sinr / (((2 / 2.1) * 2) / 2.1) - 1)).toBeLessThan(1e-10);
  });

  it('fixed sensing beams interfere and leave the budget alone', async () => {
    const sensing = [{ accessPoint: 0, power: 3, beamCovariance: one }];
    const disturbed = await resultOf({ ...small, sensing });
    expect(disturbed.sinr).toBeLessThan((await resultOf(small)).sinr);
    expect(Math.max(...[0, 1].map((m) => disturbed.power[0][m] + disturbed.power[1][m]))).toBeCloseTo(2, 9);
  });

  it('with sensingSir every target has the floor, budgets cover UEs and beams, and the SINR counts the beams', async () => {
    const input = { ...small, sensingSir: sensingSir(0.9) };
    const result = await resultOf(input);
    const sensingPower = result.sensingPower as number[][];
    const echo = sensingSir(0.9).targets.map(({ receive: [{ rcsVariance, gain }] }) =>
      gain.reduce(
        (sum, beta, m) =>
          sum + rcsVariance * beta * [...result.power, ...sensingPower].reduce((p, row) => p + row[m], 0),
        0,
      ),
    );
    expect(echo[0] / echo[1]).toBeGreaterThanOrEqual(0.9);
    expect(echo[1] / echo[0]).toBeGreaterThanOrEqual(0.9);
    for (const m of [0, 1])
      expect([...result.power, ...sensingPower].reduce((sum, row) => sum + row[m], 0)).toBeLessThanOrEqual(2);
    expect(sensingPower[0][1]).toBe(0);
    const { servingAccessPoints: _, powerBudget: __, ...channels } = small;
    const sensing = [0, 1].map((m) => ({ accessPoint: m, power: sensingPower[m][m], beamCovariance: one }));
    const check = await resultOf({ ...channels, kind: 'spectral-efficiency', power: result.power, sensing });
    expect(result.userSinr).toEqual(check.sinr);
    expect(result.sinr).toBeLessThan((await resultOf(small)).sinr);
  });

  it('a floor that no powers attain is an outcome, with the largest that can be asked for', async () => {
    const result = await resultOf({ ...small, sensingSir: sensingSir(1.5) });
    expect(result).toMatchObject({ outcome: 'infeasible', sinr: null, power: null, sensingPower: null });
    expect(result.attainableSir).toBeCloseTo(1, 4);
  });

  it('a UE that nobody serves makes the value 0 and is named', async () => {
    expect(await resultOf({ ...small, servingAccessPoints: [[0], []] })).toMatchObject({
      outcome: 'unserved',
      sinr: 0,
      unserved: [1],
    });
  });

  it('a single target hears no other: its SIR has no bound and is null', async () => {
    const single = { floor: 5, targets: sensingSir(5).targets.slice(0, 1) };
    expect(await resultOf({ ...small, sensingSir: single })).toMatchObject({ outcome: 'solved', sir: [null] });
  });

  const nobody = { correlation: [], pilotIndex: [], pilotPower: [], servingAccessPoints: [] };
  it('no UE is an outcome: sinr null, no powers; a floor is held all the same, or is infeasible', async () => {
    const result = await resultOf({ ...small, ...nobody });
    expect(result).toMatchObject({
      outcome: 'no-users',
      sinr: null,
      power: [],
      userSinr: [],
      unserved: [],
      global: true,
    });
    const sensed = await resultOf({ ...small, ...nobody, sensingSir: sensingSir(0.9) });
    expect(sensed).toMatchObject({ outcome: 'no-users', sinr: null, power: [] });
    for (const sir of sensed.sir as number[]) expect(sir).toBeGreaterThanOrEqual(0.9);
    expect((await resultOf({ ...small, ...nobody, sensingSir: sensingSir(1.5) })).outcome).toBe('infeasible');
    const uneven = sensingSir(0.9);
    uneven.targets[1].beam[1] = { re: [1, 1], im: [0, 0] };
    expect(await pathsOf({ ...small, ...nobody, sensingSir: uneven })).toEqual(
      ['re', 'im'].map((part) => `$.sensingSir.targets[1].beam[1].${part}`),
    );
  });

  it('no target: the floor asks for nothing', async () => {
    const free = await resultOf(small);
    const none = await resultOf({ ...small, sensingSir: { floor: 5, targets: [] } });
    expect(none).toEqual({ ...free, sensingPower: [], sir: [] });
  });

  it('the cone solver is loaded when a case of this kind is asked for, not before', () => {
    const script = `
      let loads = 0;
      for (const name of ['instantiate', 'compile', 'instantiateStreaming', 'compileStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = (...given) => { loads++; return original(...given); };
      }
      const { evaluateCase } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
      await evaluateCase({ kind: 'path-loss', frequencyGhz: 2, distance: 100, heights: [10, 1.65] });
      const before = loads;
      await evaluateCase(${JSON.stringify(small)});
      console.log(before, loads - before);
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '0 1\n', stderr: '' });
  });

  const target = sensingSir(1).targets[0];
  const asked = (change: object) => ({ sensingSir: { floor: 1, targets: [{ ...target, ...change }] } });
  const at = '$.sensingSir.targets[0]';
  it.each<[string, Json, string[]]>([
    ['powers', { power: [[1, 1], [1, 1]] }, ['$.power']], // biome-ignore format: a matrix
    ['serving APs of other UEs', { servingAccessPoints: [[0]] }, ['$.servingAccessPoints']],
    ['an AP that does not exist', { servingAccessPoints: [[2], [0]] }, ['$.servingAccessPoints[0][0]']],
    ['an AP named twice', { servingAccessPoints: [[0], [1, 1]] }, ['$.servingAccessPoints[1]']],
    ['budgets of other APs', { powerBudget: [1] }, ['$.powerBudget']],
    ['a negative budget', { powerBudget: [1, -1] }, ['$.powerBudget[1]']],
    ['a negative floor', { sensingSir: { ...sensingSir(1), floor: -1 } }, ['$.sensingSir.floor']],
    [
      'sensingSir without its keys',
      { sensingSir: { a: 1 } },
      ['$.sensingSir.a', '$.sensingSir.floor', '$.sensingSir.targets'],
    ],
    [
      'a target without its keys',
      asked({ receive: [{}] }),
      ['rcsVariance', 'gain', 'steering'].map((key) => `${at}.receive[0].${key}`),
    ],
    ['a gain for one AP only', asked({ receive: [{ ...target.receive[0], gain: [1] }] }), [`${at}.receive[0].gain`]],
    [
      'a beam of another array',
      asked({ beam: [null, { re: [1, 1], im: [0, 0] }] }),
      [`${at}.beam[1].re`, `${at}.beam[1].im`],
    ],
    ['a beam that is no vector', asked({ beam: [1, null] }), [`${at}.beam[0]`]],
    ['beams of other APs', asked({ beam: [null] }), [`${at}.beam`]],
    [
      'targets with different receive APs',
      { sensingSir: { floor: 1, targets: [target, { ...target, receive: [] }] } },
      ['$.sensingSir.targets[1].receive'],
    ],
  ])('refuses %s', async (_, change, paths) => {
    expect(await pathsOf({ ...small, ...change })).toEqual(paths);
  });

  it('UEs that nobody serves count as well: UEs² · APs are bounded, and targets² · UEs · APs', async () => {
    const many = (count: number, value: unknown) => new Array(count).fill(value);
    const crowd = {
      correlation: many(2049, [one]),
      pilotIndex: many(2049, 0),
      pilotPower: many(2049, 1),
      servingAccessPoints: many(2049, []),
      powerBudget: [1],
    };
    expect(await pathsOf({ ...small, ...crowd })).toEqual(['$.correlation']);
    const beamless = { receive: [], beam: [null, null] };
    const targets = { sensingSir: { floor: 1, targets: many(1500, beamless) } };
    expect(await pathsOf({ ...small, ...targets })).toEqual(['$.sensingSir.targets']);
  });

  it('a case that would take hours is refused', async () => {
    const users = 400;
    const many = (value: unknown) => new Array(users).fill(value);
    const input = {
      correlation: many([one]),
      pilotIndex: many(0),
      pilotPower: many(1),
      servingAccessPoints: many([0]),
    };
    expect(await pathsOf({ ...small, ...input, powerBudget: [1] })).toEqual(['$']);
  });
});
