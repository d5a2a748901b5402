import type { loadConicSolver } from './conic-solver.ts';
import { maxMinPower } from './max-min-power.ts';
import type { MaxMinProblem, Sensed } from './problem.ts';
import { sinrOf, sirOf } from './ratios.ts';
import type { MaxMinSolution } from './solution.ts';
import { solved } from './test-support.ts';

type Solver = Awaited<ReturnType<typeof loadConicSolver>>;

export const withFloor = (problem: MaxMinProblem, sirFloor: number): Sensed => {
  if (!problem.sensing) throw new Error('no targets');
  return { ...problem, sensing: { ...problem.sensing, sirFloor } };
};

/** The largest floor, from asking for too much. */
export function attainable(problem: MaxMinProblem, solver: Solver): number {
  const outcome = maxMinPower(withFloor(problem, 1e9), solver);
  if (outcome.outcome !== 'infeasible') throw new Error('a floor of 90 dB is attained');
  return outcome.attainableSir;
}

const tight = { gapTolerance: 1e-6, solverTolerance: 1e-9, solverIterations: 200_000, approximations: 200 };

/** Solves as usual and much tighter. @returns their relative difference, the constraints that the usual solution breaks, and figures to print. */
export function solvedTwice(problem: Sensed, solver: Solver) {
  const found = solved(maxMinPower(problem, solver));
  const reference = solved(maxMinPower(problem, solver, tight));
  const [value, tighter] = [found.minSinr ?? 0, reference.minSinr ?? 0];
  const broken = [
    ...problem.powerBudget.flatMap((budget, m) => (spent(problem, found.powers, m) <= budget ? [] : [`budget ${m}`])),
    ...[...found.powers.users.to1DArray(), ...found.powers.beams].flatMap((power) =>
      power >= 0 ? [] : [`power ${power}`],
    ),
    ...sirOf(problem, found.powers).flatMap((sir, l) => (sir >= problem.sensing.sirFloor ? [] : [`SIR of ${l}`])),
    ...(value === Math.min(...sinrOf(problem, found.powers)) ? [] : ['value']),
  ];
  return { difference: Math.abs(value / tighter - 1), broken, figures: { value, tighter, ...found.report } };
}

function spent({ sensing }: Sensed, { users, beams }: MaxMinSolution['powers'], m: number): number {
  const onUsers = users.getColumnVector(m).sum();
  return sensing.beams.reduce((sum, { accessPoint }, b) => sum + (accessPoint === m ? beams[b] : 0), onUsers);
}
