import { expect, test } from 'vitest';
import { loadConicSolver } from './conic-solver.ts';
import { attainable, solvedTwice, withFloor } from './floor-test-support.ts';
import { maxMinPower } from './max-min-power.ts';
import { randomProblem, solved } from './test-support.ts';

const solver = await loadConicSolver();

const small = { users: 5, accessPoints: 6, targets: 3, pilots: 3, serving: 2 };

/** Those of max-min-floor.test.ts are quick. */
const cases = [
  ...[3, 4].flatMap((seed) => [0, 0.7].map((share) => ({ seed, share }))),
  ...[1, 2, 3, 4, 5, 6].map((seed) => ({ seed, share: 0.95 })),
];

test.each(
  cases,
)('random instances agree with a much tighter solve to 1e-3, and hold every constraint exactly (seed $seed, $share of the attainable floor)', ({
  seed,
  share,
}) => {
  const drawn = randomProblem(seed, small);
  const floor = share === 0 ? 0 : share * attainable(drawn, solver);
  const { difference, broken, figures } = solvedTwice(withFloor(drawn, floor), solver);
  console.log(JSON.stringify(figures));
  expect(difference).toBeLessThan(1e-3);
  expect(broken).toEqual([]);
});

test(
  '16 UEs, 16 APs and 4 targets with a floor: the bracket closes to 1e-4, what is repaired is below that; iterations and gaps are printed',
  {
    timeout: 120_000,
  },
  () => {
    const drawn = randomProblem(2, { users: 16, accessPoints: 16, targets: 4, pilots: 10, serving: 4 });
    const problem = withFloor(drawn, 0.9 * attainable(drawn, solver));
    const { minSinr, report } = solved(maxMinPower(problem, solver));
    console.log(JSON.stringify({ minSinr, ...report }));
    expect((report.abandoned ?? report.upper) / report.lower - 1).toBeLessThanOrEqual(1.0001e-4);
    expect(report.feasibilityGap).toBeLessThan(1e-4);
  },
);
