import { bracketFree, leader } from './bisect.ts';
import { candidateShares } from './candidates.ts';
import type { ConicSolver } from './conic-solver.ts';
import type { MaxMinProblem } from './problem.ts';
import { type Search, trackFrom } from './search.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { type MaxMinSolution, solutionOf } from './solution.ts';
import { reachable, variablesOf, withoutBeams } from './variables.ts';

/** The global optimum of (49) without C3: beams silent, so that each trial γ is one cone program with nothing to approximate. */
export function freeOptimum(
  problem: MaxMinProblem,
  solver: ConicSolver,
  settings: SearchSettings,
  tally: SearchTally,
): MaxMinSolution {
  const variables = withoutBeams(variablesOf(problem));
  const wanted = reachable(variables);
  const search: Search = { problem, variables, wanted, constraints: [], interior: null, solver, settings, tally };
  const start = leader(candidateShares(problem, variables).map((shares) => trackFrom(search, shares)));
  if (wanted.length === 0) return solutionOf(search, { lower: 0, upper: 0, abandoned: null, best: start });
  return solutionOf(search, bracketFree(search, start, singleUserBound(search)));
}

/** min over k of (Σ a √P)²/(σ² + fixed): every AP sends all it has to k alone, which nothing else disturbs. */
function singleUserBound({ problem, variables, wanted }: Search): number {
  const { list, budgets, ofUser } = variables;
  const bounds = wanted.map((k) => {
    const { signal, fixedInterference } = problem.users[k];
    const amplitude = ofUser[k].reduce((sum, v) => sum + signal[list[v].accessPoint] * Math.sqrt(budgets[v]), 0);
    return amplitude ** 2 / (problem.noiseVariance + fixedInterference);
  });
  return Math.min(...bounds);
}
