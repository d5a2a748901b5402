import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { loadConicSolver } from './conic-solver.ts';
import { attainable, solvedTwice, withFloor } from './floor-test-support.ts';
import { maxMinPower } from './max-min-power.ts';
import type { Sensed } from './problem.ts';
import { sensingPriorityPower } from './sensing-priority.ts';
import { randomProblem, solved } from './test-support.ts';

const solver = await loadConicSolver();
const small = { users: 5, accessPoints: 6, targets: 3, pilots: 3, serving: 2 };
const cases = [1, 2].flatMap((seed) => [0, 0.7].map((share) => ({ seed, share })));

test.each(
  cases,
)('random instances agree with a much tighter solve to 1e-3, and hold every constraint exactly (seed $seed, $share of the attainable floor)', ({
  seed,
  share,
}) => {
  const drawn = randomProblem(seed, small);
  const { difference, broken, figures } = solvedTwice(
    withFloor(drawn, share === 0 ? 0 : share * attainable(drawn, solver)),
    solver,
  );
  console.log(JSON.stringify(figures));
  expect(difference).toBeLessThan(1e-3);
  expect(broken).toEqual([]);
});

test('a floor costs rate, a higher one more, and a floor that binds for nobody costs nothing', () => {
  const drawn = randomProblem(5, small);
  const most = attainable(drawn, solver);
  const value = (share: number) => solved(maxMinPower(withFloor(drawn, share * most), solver)).minSinr ?? 0;
  const values = [0, 1e-6, 0.7, 0.95, 0.99].map(value);
  expect(values[1]).toBe(values[0]);
  for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThanOrEqual(values[i - 1] * (1 + 1e-4));
  expect(values[4]).toBeLessThan(0.999 * values[0]);
});

test('a floor just above what is attainable says that it is infeasible, one just below is held', () => {
  const drawn = randomProblem(2, small);
  const most = attainable(drawn, solver);
  expect(maxMinPower(withFloor(drawn, 1.001 * most), solver).outcome).toBe('infeasible');
  const found = solved(maxMinPower(withFloor(drawn, 0.999 * most), solver));
  expect(Math.min(...found.sir)).toBeGreaterThanOrEqual(0.999 * most);
});

const nobody = Matrix.zeros(0, 1);

/** Two targets that hear each other as one hears the other: SIR₁ = 1/SIR₂, so that 1 is the most both can have. */
const mirrored: Sensed = {
  noiseVariance: 1,
  powerBudget: [1],
  users: [],
  sensing: {
    sirFloor: 0,
    beams: [0, 1].map(() => ({ accessPoint: 0, interference: [] })),
    targets: [
      { own: { users: nobody, beams: [3, 1] }, others: { users: nobody, beams: [0.5, 4] } },
      { own: { users: nobody, beams: [0.5, 4] }, others: { users: nobody, beams: [3, 1] } },
    ],
  },
};

test('sensing-prioritised: two targets that only hear each other cannot both have more than 1', () => {
  const raised = sensingPriorityPower(mirrored, solver);
  if (raised.outcome !== 'raised') throw new Error(raised.outcome);
  expect(raised.sirFloor).toBeGreaterThan(0.999);
  expect(raised.sirFloor).toBeLessThanOrEqual(1);
  expect(raised.abandoned).toBeCloseTo(1, 6);
  expect(Math.min(...raised.solution.sir)).toBeGreaterThanOrEqual(raised.sirFloor);
});

test('sensing-prioritised keeps the SINR it is asked for, and every UE pays for a floor raised further', () => {
  const problem = withFloor(randomProblem(5, small), 0);
  const free = solved(maxMinPower(problem, solver));
  const keep = 0.99 * (free.minSinr ?? 0);
  const raised = sensingPriorityPower(problem, solver, keep);
  if (raised.outcome !== 'raised') throw new Error(raised.outcome);
  expect(raised.solution.minSinr).toBeGreaterThanOrEqual(keep);
  expect(Math.min(...raised.solution.sir)).toBeGreaterThanOrEqual(raised.sirFloor);
  expect(raised.sirFloor).toBeGreaterThan(Math.min(...free.sir));
  expect(raised.abandoned).toBeGreaterThanOrEqual(raised.sirFloor);
  expect(raised.abandoned).toBeLessThanOrEqual(raised.sirFloor * (1 + 1e-4));
  const beyond = maxMinPower(withFloor(problem, 1.01 * raised.sirFloor), solver);
  expect(beyond.outcome === 'infeasible' || (beyond.minSinr ?? 0) < keep * (1 + 1e-3)).toBe(true);
});

test('sensing-prioritised names what cannot be: an SINR beyond the max-min value, a single target without bound', () => {
  const problem = withFloor(randomProblem(1, small), 0);
  expect(sensingPriorityPower(problem, solver, 1e6)).toMatchObject({ outcome: 'infeasible' });
  const single = withFloor(randomProblem(1, { ...small, targets: 1 }), 0);
  expect(sensingPriorityPower(single, solver).outcome).toBe('unbounded');
});
