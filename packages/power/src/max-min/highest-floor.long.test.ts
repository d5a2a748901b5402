import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { loadConicSolver } from './conic-solver.ts';
import { attainable, withFloor } from './floor-test-support.ts';
import { maxMinPower } from './max-min-power.ts';
import type { MaxMinPowers, Sensed } from './problem.ts';
import { sinrOf, sirOf } from './ratios.ts';
import { sensingPriorityPower } from './sensing-priority.ts';
import { plainUser, randomProblem, solved } from './test-support.ts';

const solver = await loadConicSolver();
const settings = { gapTolerance: 1e-2, totalIterations: 30_000 };
const small = { users: 5, accessPoints: 6, targets: 3, pilots: 3, serving: 2 };

function highest(problem: Sensed, gapTolerance = settings.gapTolerance) {
  const raised = sensingPriorityPower(problem, solver, 0, { ...settings, gapTolerance });
  if (raised.outcome !== 'raised') throw new Error(raised.outcome);
  return raised;
}

const decibels = (value: number | null) => 10 * Math.log10(value ?? 0);
const least = (problem: Sensed, powers: MaxMinPowers) => Math.min(...sinrOf(problem, powers));

/** Of all mixes of the two that have the floor, the largest that the worst UE has. */
function bestMix(problem: Sensed, floor: number, top: MaxMinPowers, low: MaxMinPowers): number {
  let best = 0;
  for (let exponent = -4; exponent <= 0; exponent += 0.01) {
    const part = 10 ** exponent;
    const powers = {
      users: Matrix.add(Matrix.mul(top.users, 1 - part), Matrix.mul(low.users, part)),
      beams: low.beams.map((beam, b) => (1 - part) * top.beams[b] + part * beam),
    };
    if (sirOf(problem, powers).every((sir) => sir >= floor)) best = Math.max(best, least(problem, powers));
  }
  return best;
}

test.each([
  1, 2, 3, 4, 5, 6,
])('at the highest floor no mix of powers nearer to the top with those of a lower floor gives the worst UE 0.1 dB more (seed %i)', (seed) => {
  const problem = withFloor(randomProblem(seed, small), 0);
  const { sirFloor, solution } = highest(problem);
  expect(sirFloor).toBeGreaterThan(0.9899 * attainable(problem, solver));
  for (const sir of solution.sir) expect(sir).toBeGreaterThanOrEqual(sirFloor);
  const found = decibels(solution.minSinr);
  const top = highest(problem, 1e-3).solution.powers;
  const mixes = [0.1, 0.02].map((below) => {
    const low = solved(maxMinPower(withFloor(problem, (1 - below) * sirFloor), solver, settings)).powers;
    return decibels(bestMix(problem, sirFloor, top, low));
  });
  console.log(JSON.stringify({ found, mixes }));
  for (const mix of mixes) expect(mix).toBeLessThan(found + 0.1);
});

test('the nearer the floor is to the top the less the worst UE has', () => {
  const problem = withFloor(randomProblem(2, small), 0);
  const values = [0.1, 1e-2, 1e-3].map((gap) => highest(problem, gap).solution.minSinr ?? 0);
  for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThan(values[i - 1]);
});

/** A single target, which nothing else bounds; each beam returns its echo. */
const alone = (users: readonly number[]): Sensed => ({
  noiseVariance: 1,
  powerBudget: [1, 2],
  users: users.map((signal) => plainUser([signal, signal], users.length)),
  sensing: {
    sirFloor: 0,
    beams: [0, 1].map((accessPoint) => ({ accessPoint, interference: users.map(() => 1) })),
    targets: [
      {
        own: { users: Matrix.zeros(users.length, 2), beams: [1, 1] },
        others: { users: Matrix.zeros(users.length, 2), beams: [0, 0] },
      },
    ],
  },
});

test.each([
  ['there are no users', []],
  ['no user can be reached', [0]],
  ['only beams illuminate', [1]],
])('a target whose SIR nothing bounds has an echo where %s', (_, users) => {
  const found = sensingPriorityPower(alone(users), solver);
  if (found.outcome !== 'unbounded') throw new Error(found.outcome);
  expect(found.solution.sir).toEqual([Number.POSITIVE_INFINITY]);
  expect(found.solution.powers.beams.reduce((sum, power) => sum + power, 0)).toBeGreaterThan(0);
  if (users[0] > 0) expect(found.solution.minSinr).toBeGreaterThan(0);
});
