import { bracketFree, leader } from './bisect.ts';
import { candidateShares } from './candidates.ts';
import type { ConicSolver } from './conic-solver.ts';
import type { MaxMinProblem } from './problem.ts';
import { type Search, trackFrom } from './search.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { noConstraints } from './sir-constraints.ts';
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
  const constraints = noConstraints(variables);
  const search: Search = { problem, variables, wanted, constraints, interior: null, solver, settings, tally };
  const start = leader(candidateShares(problem, variables).map((shares) => trackFrom(search, shares)));
  if (wanted.length === 0) return solutionOf(search, { lower: 0, upper: 0, abandoned: null, best: start });
  return solutionOf(search, bracketFree(search, start, singleUserBound(search)));
}

/**
 * min over k of what it has when every AP may send all to k alone, which nothing else disturbs: (Σ a √P)²/σ², and by Cauchy and Schwarz with its own
 * b beside it, Σ a²/(b + σ²/(n P)) over its n APs, which large powers do not raise; σ² with the fixed interference.
 */
function singleUserBound({ problem, variables, wanted }: Search): number {
  const { list, budgets, ofUser } = variables;
  const bounds = wanted.map((k) => {
    const { signal, interference, fixedInterference } = problem.users[k];
    const noise = problem.noiseVariance + fixedInterference;
    let amplitude = 0;
    let parts = 0;
    for (const v of ofUser[k]) {
      const m = list[v].accessPoint;
      amplitude += signal[m] * Math.sqrt(budgets[v]);
      parts += signal[m] ** 2 / (interference.get(k, m) + noise / (ofUser[k].length * budgets[v]));
    }
    return Math.min(amplitude ** 2 / noise, parts * (1 + 1e-12));
  });
  return Math.min(...bounds);
}
