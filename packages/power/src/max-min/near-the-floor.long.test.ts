import { expect, test } from 'vitest';
import { loadConicSolver } from './conic-solver.ts';
import { attainable, solvedTwice, withFloor } from './floor-test-support.ts';
import { randomProblem } from './test-support.ts';

const solver = await loadConicSolver();

test.each([
  1, 2, 3, 5, 6,
])('close to the largest attainable floor random instances agree with a much tighter solve to 1e-3 too (seed %i)', (seed) => {
  const drawn = randomProblem(seed, { users: 5, accessPoints: 6, targets: 3, pilots: 3, serving: 2 });
  const { difference, broken, figures } = solvedTwice(withFloor(drawn, 0.95 * attainable(drawn, solver)), solver);
  console.log(JSON.stringify(figures));
  expect(difference).toBeLessThan(1e-3);
  expect(broken).toEqual([]);
});
