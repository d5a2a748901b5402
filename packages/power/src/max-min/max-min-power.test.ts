import { readFileSync } from 'node:fs';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { PowerError } from '../errors.ts';
import { type ConicSolution, type ConicSolver, loadConicSolver } from './conic-solver.ts';
import { maxMinPower } from './max-min-power.ts';
import type { MaxMinProblem, MaxMinUser } from './problem.ts';
import { sinrOf } from './ratios.ts';
import { plainUser, problemFrom, randomProblem, solved, uniform } from './test-support.ts';

const solver = await loadConicSolver();
const optimum = (problem: MaxMinProblem) => solved(maxMinPower(problem, solver));
const relative = (a: number | null, b: number) => Math.abs((a ?? Number.NaN) / b - 1);

const goldens: { problem: Parameters<typeof problemFrom>[0]; minSinr: number; attainableSir: number }[] = JSON.parse(
  readFileSync(new URL('../../golden/max-min.json', import.meta.url), 'utf8'),
);

test.each(
  goldens,
)('golden: what SciPy finds from many starts is found, or is infeasible for both (case %#)', (golden) => {
  const outcome = maxMinPower(problemFrom(golden.problem), solver);
  if (outcome.outcome === 'infeasible') {
    expect(golden.minSinr).toBeLessThan(1e-6);
    expect(relative(outcome.attainableSir, golden.attainableSir)).toBeLessThan(1e-5);
  } else expect(relative(solved(outcome).minSinr, golden.minSinr)).toBeLessThan(1e-4);
});

test('one UE, one AP: a² P / (b P + fixed + σ²), all of the budget', () => {
  const user = plainUser([3], 1, { interference: new Matrix([[0.5]]), fixedInterference: 0.25 });
  const found = optimum({ noiseVariance: 0.5, powerBudget: [4], users: [user] });
  expect(found.outcome).toBe('solved');
  expect(relative(found.minSinr, 36 / 2.75)).toBeLessThan(1e-12);
  expect(relative(found.powers.users.get(0, 0), 4)).toBeLessThan(1e-12);
});

test('one UE, three APs, nothing in its way: all send coherently with all they have', () => {
  const found = optimum({ noiseVariance: 2, powerBudget: [1, 4, 9], users: [plainUser([3, 2, 1], 1)] });
  expect(relative(found.minSinr, (3 + 4 + 3) ** 2 / 2)).toBeLessThan(1e-5);
});

test('two UEs at one AP without interference share the budget as 1/a²', () => {
  const users = [plainUser([2], 2), plainUser([1], 2)];
  const found = optimum({ noiseVariance: 0.1, powerBudget: [5], users });
  expect(relative(found.minSinr, 5 / (0.1 / 4 + 0.1))).toBeLessThan(1e-4);
});

/** Least powers for γ by the fixed point p = γ (I(p) + σ²)/a² of a standard interference function, one AP per UE. */
function fixedPointFits(problem: MaxMinProblem, gamma: number): boolean {
  const serving = problem.users.map(({ servingAccessPoints: [m] }) => m);
  let powers = problem.users.map(() => 0);
  for (let step = 0; step < 4000; step++) {
    powers = problem.users.map((user, k) => {
      const heard = powers.reduce(
        (sum, p, j) => sum + user.interference.get(j, serving[j]) * p,
        user.fixedInterference,
      );
      return (gamma * (heard + problem.noiseVariance)) / user.signal[serving[k]] ** 2;
    });
    const spent = problem.powerBudget.map((_, m) => powers.reduce((sum, p, j) => sum + (serving[j] === m ? p : 0), 0));
    if (spent.some((sum, m) => sum > problem.powerBudget[m])) return false;
  }
  return true;
}

test.each([
  1, 2, 3, 4, 5,
])('one AP per UE, no pilot shared: the optimum of the standard interference function (seed %i)', (seed) => {
  const problem = randomProblem(seed, { users: 6, accessPoints: 4, targets: 0, pilots: 6, serving: 1 });
  const { minSinr } = optimum(problem);
  expect(fixedPointFits(problem, (minSinr ?? 0) * (1 - 1e-6))).toBe(true);
  expect(fixedPointFits(problem, (minSinr ?? 0) * (1 + 1e-4))).toBe(false);
});

/** Two UEs at two APs on one pilot; the best of a grid of amplitudes that is refined around its best point. */
function bestOfGrid(problem: MaxMinProblem): number {
  let best = { value: 0, at: [0.5, 0.5, 0.5, 0.5] };
  for (let width = 0.5; width > 1e-4; width *= 0.6) {
    const centre = best.at;
    for (let i = 0; i < 9 ** 4; i++) {
      const at = centre.map((c, d) => Math.min(1, Math.max(0, c + (width * ((Math.floor(i / 9 ** d) % 9) - 4)) / 4)));
      const [full0, split0, full1, split1] = at;
      const [p0, p1] = [full0 * problem.powerBudget[0], full1 * problem.powerBudget[1]];
      const users = new Matrix([[p0 * split0, p1 * split1], [p0 * (1 - split0), p1 * (1 - split1)]]); // biome-ignore format: a matrix
      const value = Math.min(...sinrOf(problem, { users, beams: [] }));
      if (value > best.value) best = { value, at };
    }
  }
  return best.value;
}

test.each([
  1, 2, 3,
])('exhaustive: no point of a fine grid is better, with complex pilot contamination (seed %i)', (seed) => {
  const draw = uniform(seed);
  const two = () => [draw(), draw()];
  const user = (k: number): MaxMinUser =>
    plainUser([1 + draw(), 1 + draw()], 2, {
      interference: new Matrix([two(), two()]),
      contamination: [0, 1].map((j) =>
        j === k ? null : { re: two().map((x) => x - 0.3), im: two().map((x) => x - 0.5) },
      ),
    });
  const problem = { noiseVariance: 0.2, powerBudget: [1, 2], users: [user(0), user(1)] };
  expect(relative(optimum(problem).minSinr, bestOfGrid(problem))).toBeLessThan(1e-4);
});

test('identity: budgets and noise scaled together leave the SINR; more budget never lowers it', () => {
  const problem = randomProblem(3, { users: 5, accessPoints: 4, targets: 0, pilots: 3, serving: 2 });
  const scaled = (budget: number, noise: number) =>
    optimum({
      ...problem,
      powerBudget: problem.powerBudget.map((p) => budget * p),
      noiseVariance: noise * problem.noiseVariance,
    });
  const before = optimum(problem).minSinr ?? 0;
  expect(relative(scaled(1000, 1000).minSinr, before)).toBeLessThan(1e-4);
  expect(scaled(2, 1).minSinr ?? 0).toBeGreaterThan(before * (1 - 1e-4));
  expect(scaled(0.01, 1).minSinr ?? 0).toBeLessThan(before * (1 + 1e-4));
});

const nobody = Matrix.zeros(0, 1);

test('nobody to maximise for is its own outcome, with and without a floor', () => {
  expect(maxMinPower({ noiseVariance: 1, powerBudget: [1], users: [] }, solver)).toMatchObject({
    outcome: 'no-users',
    minSinr: null,
    sinr: [],
  });
  const beams = [0, 1].map(() => ({ accessPoint: 0, interference: [] }));
  const targets = [
    { own: { users: nobody, beams: [2, 1] }, others: { users: nobody, beams: [1, 2] } },
    { own: { users: nobody, beams: [1, 2] }, others: { users: nobody, beams: [2, 1] } },
  ];
  const sensing = { sirFloor: 0.9, beams, targets };
  const found = optimum({ noiseVariance: 1, powerBudget: [1], users: [], sensing });
  expect(found.outcome).toBe('no-users');
  for (const sir of found.sir) expect(sir).toBeGreaterThanOrEqual(0.9);
});

test.each<[string, Partial<MaxMinUser>, number[]]>([
  ['without a serving AP', { servingAccessPoints: [] }, [2, 1]],
  ['that no AP hears', { signal: [0, 0] }, [2, 1]],
  ['whose APs have no budget', { servingAccessPoints: [1] }, [2, 0]],
])('a UE %s makes the value 0; it is named, and the others get their max-min', (_, change, powerBudget) => {
  const users = [plainUser([2, 0], 2, { servingAccessPoints: [0] }), plainUser([1, 1], 2, change)];
  const found = optimum({ noiseVariance: 1, powerBudget, users });
  expect(found).toMatchObject({ outcome: 'unserved', minSinr: 0, unserved: [1] });
  expect(relative(found.sinr[0], 8)).toBeLessThan(1e-10);
});

test('no budget at all: every UE is unserved, all powers are 0', () => {
  const found = optimum({ noiseVariance: 1, powerBudget: [0], users: [plainUser([1], 1)] });
  expect(found).toMatchObject({ outcome: 'unserved', minSinr: 0, unserved: [0], powers: { users: new Matrix([[0]]) } });
});

test('coefficients that cannot be are refused with their path', () => {
  const problem = { noiseVariance: 1, powerBudget: [1], users: [plainUser([1], 1)] };
  const refused = (change: object) => () => maxMinPower({ ...problem, ...change }, solver);
  expect(refused({ noiseVariance: 0 })).toThrow(PowerError);
  expect(refused({ powerBudget: [-1] })).toThrow(/powerBudget\[0\]/);
  expect(refused({ users: [plainUser([Number.NaN], 1)] })).toThrow(/users\[0\]\.signal\[0\]/);
  expect(refused({ users: [plainUser([1], 1, { servingAccessPoints: [3] })] })).toThrow(/no access point 3/);
  expect(refused({ users: [plainUser([1], 1, { servingAccessPoints: [0, 0] })] })).toThrow(/twice/);
  expect(refused({ users: [plainUser([1], 2)] })).toThrow(/users\[0\]\.interference: must be 1 × 1, is 2 × 1/);
  const heard = (users: Matrix) => {
    const own = { users, beams: [] };
    return { sensing: { sirFloor: 1, beams: [], targets: [{ own, others: own }] } };
  };
  expect(refused(heard(new Matrix([[1, 1]])))).toThrow(/targets\[0\]\.own\.users: must be 1 × 1, is 1 × 2/);
  expect(refused(heard(new Matrix([[-1]])))).toThrow(/targets\[0\]\.own\.users\[0\]\[0\]/);
});

/**
 * UE 0 hears AP 0 at 10⁻ᵈ and AP 1 at 1, UE 1 hears them at 1 and 0.1 and may be served by both, so that whatever AP 1 sends drowns UE 0; one
 * antenna, estimates nearly exact, noise 10⁻⁽ᵈ⁺⁴⁾.
 */
function drowned(d: number): MaxMinProblem {
  const noiseVariance = 10 ** -(d + 4);
  const gain = [[10 ** -d, 1], [1, 0.1]]; // biome-ignore format: a matrix
  const signal = gain.map((row) => row.map((c) => Math.sqrt((2 * c * c) / (2 * c + noiseVariance))));
  const users = [[0], [0, 1]].map((serving, k) =>
    plainUser(signal[k], 2, { servingAccessPoints: serving, interference: new Matrix([gain[k], gain[k]]) }),
  );
  return { noiseVariance, powerBudget: [1, 1], users };
}

test.each([
  4, 8, 12, 20, 40, 100,
])('a stronger interferer than signal by 10^%i hides nothing: the optimum, proved', (d) => {
  const { minSinr, global, report } = optimum(drowned(d));
  const least = Math.min(...sinrOf(drowned(d), { users: new Matrix([[0.5, 0], [0.5, 0]]), beams: [] })); // biome-ignore format: a matrix
  expect(minSinr).toBeGreaterThanOrEqual(least);
  expect(relative(minSinr, 0.49996)).toBeLessThan(1e-4);
  expect({ global, inexact: report.inexactCalls }).toEqual({ global: true, inexact: 0 });
  expect(report.gap).toBeLessThanOrEqual(1e-4);
});

test('a UE that its own stream disturbs has no more than Σ a²/b, which bounds the optimum though noise is 1e-20', () => {
  const user = plainUser([1, 2], 1, { interference: new Matrix([[0.5, 1]]) });
  const failing: ConicSolver = {
    solve: (...asked) => ({ ...solver.solve(...asked), status: 'failed', x: [], dual: [] }),
  };
  const { report } = solved(maxMinPower({ noiseVariance: 1e-20, powerBudget: [1, 1], users: [user] }, failing));
  expect(relative(report.upper, 1 / 0.5 + 4)).toBeLessThan(1e-9);
  expect(report.lower).toBeLessThanOrEqual(report.upper);
});

/** Does with every answer of the solver what `change` does. */
const spoiled = (change: (solution: ConicSolution, call: number) => ConicSolution): ConicSolver => {
  let calls = 0;
  return { solve: (...asked) => change(solver.solve(...asked), calls++) };
};
const ofTwoAps = randomProblem(3, { users: 5, accessPoints: 4, targets: 0, pilots: 3, serving: 2 });

test.each<[string, ConicSolver]>([
  ['fails', spoiled((solution) => ({ ...solution, status: 'failed', x: [], dual: [] }))],
  [
    'runs out of iterations at once',
    { solve: (program, settings) => solver.solve(program, { ...settings, maxIterations: 1 }) },
  ],
  [
    'multiplies at random',
    spoiled((solution, call) => ({
      ...solution,
      x: solution.x.map(() => 0),
      dual: solution.dual.map((_, i) => uniform(i + 977 * call)() - 0.3),
    })),
  ],
])('a solver that %s leaves the bracket open around the optimum, and the answer says that it is not proved', (_, bad) => {
  for (const problem of [ofTwoAps, drowned(2)]) {
    const best = optimum(problem).minSinr ?? 0;
    const { minSinr, global, report } = solved(maxMinPower(problem, bad));
    const even = new Matrix(
      problem.users.map(({ servingAccessPoints }) =>
        problem.powerBudget.map((budget, m) => {
          const served = problem.users.filter((user) => user.servingAccessPoints.includes(m)).length;
          return servingAccessPoints.includes(m) ? budget / served : 0;
        }),
      ),
    );
    expect(minSinr).toBeGreaterThanOrEqual(Math.min(...sinrOf(problem, { users: even, beams: [] })) * (1 - 1e-12));
    expect(report.upper).toBeGreaterThanOrEqual(best);
    expect(report.lower).toBe(minSinr);
    if (problem === ofTwoAps) expect(global).toBe(false);
  }
});

test('a search that has used up its iterations gives its best point and says that it is not proved', () => {
  const settings = { totalIterations: 50 };
  const { minSinr, global, report } = solved(maxMinPower(ofTwoAps, solver, settings));
  expect(global).toBe(false);
  expect(report.solverIterations).toBe(50);
  expect(minSinr).toBeGreaterThan(0);
  expect(report.upper).toBeGreaterThanOrEqual(optimum(ofTwoAps).minSinr ?? 0);
});

/** Target 0 echoes from AP 0, target 1 from AP 1, and each is heard by the other at 1/sir of that: nobody has more than `sir`. */
const apart = (sir: number, sirFloor: number): MaxMinProblem => ({
  noiseVariance: 1,
  powerBudget: [1],
  users: [],
  sensing: {
    sirFloor,
    beams: [{ accessPoint: 0, interference: [] }],
    targets: [0, 1].map(() => ({ own: { users: nobody, beams: [sir] }, others: { users: nobody, beams: [1] } })),
  },
});

test('a floor above a very large attainable SIR is infeasible, one below it is held', () => {
  expect(maxMinPower(apart(5e12, 1e13), solver)).toMatchObject({ outcome: 'infeasible', attainableSir: 5e12 });
  expect(optimum(apart(5e12, 4e12)).sir).toEqual([5e12, 5e12]);
});
