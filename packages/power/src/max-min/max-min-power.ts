import { attainableSir } from './attainable-sir.ts';
import { bisect, leader } from './bisect.ts';
import { candidateShares } from './candidates.ts';
import { holds } from './certify.ts';
import { checkProblem } from './check-problem.ts';
import type { ConicSolver } from './conic-solver.ts';
import { floorSearch } from './floor-search.ts';
import { freeOptimum } from './free-optimum.ts';
import type { MaxMinProblem } from './problem.ts';
import { trackFrom } from './search.ts';
import { defaultSettings, newTally, type SearchSettings } from './settings.ts';
import { type MaxMinOutcome, solutionOf } from './solution.ts';
import { sharesOf, variablesOf } from './variables.ts';

/**
 * Max-min power control, communication-prioritised: the powers that maximise the smallest SINR (23) under the budgets and a floor on the
 * SIR (48) of every target, by Algorithm 1 with C3 of (54) corrected.
 *
 *   max min_k γ_k   s.t.   η, μ ≥ 0   Σ_k η_{k,m} + Σ_l μ_{l,m} ≤ P_m   γ̄_l ≥ γ̄₀                              (49)
 *
 * Without a floor each trial γ is one second-order cone program, so that bisection ends at the global optimum. With a floor the optimum without it
 * is the upper end of the bracket, and the right answer at once if it has the floor. Else two tracks of successive approximations, one from that
 * optimum pulled to where the floor holds, one from deep inside the floor, must both give up before γ is lowered.
 *
 * @returns powers that fulfil every constraint in floating point, and ratios recomputed from them
 * @throws {PowerError} for coefficients that cannot be
 */
export function maxMinPower(
  problem: MaxMinProblem,
  solver: ConicSolver,
  settings: Partial<SearchSettings> = {},
): MaxMinOutcome {
  checkProblem(problem);
  const given = { ...defaultSettings, ...settings };
  const tally = newTally();
  const floor = problem.sensing?.sirFloor ?? 0;
  if (!problem.sensing || floor === 0 || problem.sensing.targets.length === 0)
    return freeOptimum(problem, solver, given, tally);

  const variables = variablesOf(problem);
  const attainable = attainableSir(problem.sensing, variables, solver, given, tally);
  const full = { ...given, totalIterations: given.totalIterations + tally.solverIterations };
  if (!(attainable.sir > floor * (1 + 1e-9)))
    return { outcome: 'infeasible', attainableSir: attainable.sir, report: tally };
  const search = floorSearch(problem, variables, attainable, solver, full, tally);
  const inside = trackFrom(search, search.interior);
  if (!holds(problem, inside.point.powers))
    return { outcome: 'infeasible', attainableSir: attainable.sir, report: tally };
  if (search.wanted.length === 0) {
    return solutionOf(search, { lower: 0, upper: 0, abandoned: null, best: inside });
  }
  const free = freeOptimum(problem, solver, full, tally);
  if (holds(problem, free.powers)) return free;
  const fromOptimum = sharesOf(variables, free.powers);
  const tracks = [trackFrom(search, fromOptimum), inside];
  const simple = leader(candidateShares(problem, variables).map((shares) => trackFrom(search, shares)));
  if (simple.value > leader(tracks).value) tracks.push(simple);
  return solutionOf(search, bisect(search, tracks, free.report.upper));
}
