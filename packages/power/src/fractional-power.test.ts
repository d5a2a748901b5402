import { readFileSync } from 'node:fs';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { PowerError } from './errors.ts';
import { type FractionalPowerInput, fractionalPower, splitBudget } from './fractional-power.ts';

interface GoldenCase<M> {
  readonly input: Omit<FractionalPowerInput, 'userGain' | 'targetGain'> & {
    readonly userGain: M;
    readonly targetGain: M;
  };
  readonly userPower: M;
  readonly targetPower: M;
}

const stored: GoldenCase<number[][]>[] = JSON.parse(
  readFileSync(new URL('../golden/fractional-power.json', import.meta.url), 'utf8'),
);
const golden = stored.map(
  ({ input, userPower, targetPower }): GoldenCase<Matrix> => ({
    input: { ...input, userGain: new Matrix(input.userGain), targetGain: new Matrix(input.targetGain) },
    userPower: new Matrix(userPower),
    targetPower: new Matrix(targetPower),
  }),
);

function expectClose(actual: Matrix, expected: Matrix): void {
  expect([actual.rows, actual.columns]).toEqual([expected.rows, expected.columns]);
  for (let m = 0; m < expected.rows; m++)
    for (let i = 0; i < expected.columns; i++) {
      const value = expected.get(m, i);
      expect(Math.abs(actual.get(m, i) - value)).toBeLessThanOrEqual(1e-13 * value);
    }
}

test.each(golden)('(57)–(59) agree with 60-digit arithmetic to 1e-13 (case %#)', ({
  input,
  userPower,
  targetPower,
}) => {
  const actual = fractionalPower(input);
  expectClose(actual.userPower, userPower);
  expectClose(actual.targetPower, targetPower);
});

test.each(golden)('every AP with something to send spends exactly its budget (case %#)', ({ input }) => {
  const { userPower, targetPower } = fractionalPower(input);
  const [users, targets] = [userPower.sum('row'), targetPower.sum('row')];
  for (const [m, budget] of input.powerBudget.entries()) {
    const sum = users[m] + targets[m];
    expect(Math.abs(sum - budget)).toBeLessThan(1e-15 * 16 * budget);
  }
});

test('both exponents 0 share the budget equally over users and targets', () => {
  expect(splitBudget(2, [1e-9, 1e-12, 3], [1e-5], 0, 0)).toEqual({ users: [0.5, 0.5, 0.5], targets: [0.5] });
});

test('only ratios of gains matter: the normalisation (58) removes the scale of users and of targets apart', () => {
  const one = splitBudget(2, [1, 0.25, 0.5], [2, 8], 0.7, -1.3);
  const scaled = splitBudget(2, [2 ** -40, 2 ** -42, 2 ** -41], [2 ** 21, 2 ** 23], 0.7, -1.3);
  expect(scaled).toEqual(one);
});

test('the exponents 1 and −1 favour the strongest and the weakest link in proportion', () => {
  expect(splitBudget(3, [1, 2], [], 1, 0).users).toEqual([1, 2]);
  expect(splitBudget(3, [1, 2], [], -1, 0).users).toEqual([2, 1]);
});

test('an empty set contributes nothing and an AP with neither is silent', () => {
  expect(splitBudget(2, [], [1, 1], 0, 1)).toEqual({ users: [], targets: [1, 1] });
  expect(splitBudget(2, [1], [], 0, 1)).toEqual({ users: [2], targets: [] });
  expect(splitBudget(2, [], [], 0, 1)).toEqual({ users: [], targets: [] });
});

test.each([
  [5, [1e-300, 1e300]],
  [-5, [1e-300, 1e300]],
  [0.1, [1e-308, 1e308]],
  [-0.1, [Number.MIN_VALUE, Number.MAX_VALUE]],
  [300, [1e-14, 2e-14]],
  [-300, [1e-14, 2e-14]],
])('κ = %d over gains %j neither overflows nor loses the budget', (kappa, gains) => {
  const { users } = splitBudget(2, gains, [], kappa, 0);
  expect(users.every((power) => power >= 0 && power <= 2)).toBe(true);
  expect(users[0] + users[1]).toBeCloseTo(2, 14);
  const lighter = Math.min(...users) / Math.max(...users);
  const expected = Math.exp(-Math.abs(kappa) * (Math.log(gains[1]) - Math.log(gains[0])));
  expect(Math.abs(lighter - expected)).toBeLessThanOrEqual(1e-12 * expected);
});

test('a gain of 0 gets nothing for κ > 0 and everything for κ < 0; all gains 0 share equally', () => {
  expect(splitBudget(2, [0, 1], [], 0.5, 0).users).toEqual([0, 2]);
  expect(splitBudget(2, [0, 1], [], -0.5, 0).users).toEqual([2, 0]);
  expect(splitBudget(2, [0, 1], [], 0, 0).users).toEqual([1, 1]);
  expect(splitBudget(2, [0, 0], [], -1, 0).users).toEqual([1, 1]);
});

test('gains, budgets and exponents that cannot be are refused with their path', () => {
  const input = golden[0].input;
  expect(() => fractionalPower({ ...input, kappaSensing: Number.NaN })).toThrow(/kappaSensing/);
  expect(() => fractionalPower({ ...input, powerBudget: [2, -1, 1, 1] })).toThrow(/powerBudget\[1\]/);
  expect(() => fractionalPower({ ...input, usersOf: [[0, 99]] })).toThrow(/userGain\[0\]\[99\]: is missing/);
  const { rows, columns } = input.targetGain;
  const broken = Matrix.ones(rows, columns).mul(Number.POSITIVE_INFINITY);
  expect(() => fractionalPower({ ...input, targetGain: broken })).toThrow(PowerError);
});
