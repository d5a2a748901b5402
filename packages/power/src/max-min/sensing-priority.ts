import { type AttainableSir, attainableSir } from './attainable-sir.ts';
import { holds } from './certify.ts';
import { checkProblem } from './check-problem.ts';
import { climb } from './climb.ts';
import type { ConicSolver } from './conic-solver.ts';
import { floorSearch } from './floor-search.ts';
import { freeOptimum } from './free-optimum.ts';
import { maxMinPower } from './max-min-power.ts';
import { type Sensed, withFloor } from './problem.ts';
import { pursue, trackFrom } from './search.ts';
import { defaultSettings, newTally, type SearchSettings, type SearchTally } from './settings.ts';
import { type MaxMinSolution, solutionOf } from './solution.ts';
import { sharesOf, variablesOf } from './variables.ts';

export type SensingPriorityOutcome =
  /**
   * The floor was raised until nothing could be found any more; `sirFloor` is the last one that held, `abandoned` the least that was given up, which
   * proves nothing. Without an SINR to keep that is the largest SIR that all targets can have, to the solver's tolerance.
   */
  | {
      readonly outcome: 'raised';
      readonly sirFloor: number;
      readonly abandoned: number;
      readonly solution: MaxMinSolution;
    }
  /** Nothing bounds the SIR (one target, or targets that do not hear one another): powers without a floor, or under one of 0 dB where those leave a target dark. */
  | { readonly outcome: 'unbounded'; readonly solution: MaxMinSolution }
  /** No powers give every UE the SINR asked for, or some target cannot echo at all. */
  | { readonly outcome: 'infeasible'; readonly attainableSinr: number | null; readonly attainableSir: number };

const MOST_RAISES = 60;

/**
 * Max-min power control, sensing-prioritised: γ̄₀ of (49) is raised until the problem is infeasible. The floor that `problem` states is ignored.
 *
 * Without an SINR to keep, the largest floor comes from linear programs alone, and (49) is solved `gapTolerance` below it (`climb`). With one, the floor is bisected:
 * a floor holds when Algorithm 1 at γ = `minSinr` finds powers, so what is found is certified and what is given up is not proved.
 *
 * @param minSinr  SINR that every UE keeps, linear; 0 asks for nothing
 */
export function sensingPriorityPower(
  problem: Sensed,
  solver: ConicSolver,
  minSinr = 0,
  settings: Partial<SearchSettings> = {},
): SensingPriorityOutcome {
  checkProblem(problem);
  const full = { ...defaultSettings, ...settings };
  const tally = newTally();
  const variables = variablesOf(problem);
  const attainable = attainableSir(problem.sensing, variables, solver, full, tally);
  const free = freeOptimum(problem, solver, full, tally);
  if (attainable.sir === 0 || (free.minSinr ?? Number.POSITIVE_INFINITY) < minSinr)
    return { outcome: 'infeasible', attainableSinr: free.minSinr, attainableSir: attainable.sir };
  if (attainable.sir === Number.POSITIVE_INFINITY)
    return { outcome: 'unbounded', solution: lit(free, problem, solver, full) };
  if (minSinr > 0 && free.minSinr !== null) return raise(problem, solver, minSinr, full, tally, attainable, free);
  return { outcome: 'raised', abandoned: attainable.sir, ...climb(problem, solver, full, tally, attainable, free) };
}

/** Powers that serve UEs alone leave targets dark where nobody is served: then those under a floor of 0 dB, which lights them all. */
function lit(free: MaxMinSolution, problem: Sensed, solver: ConicSolver, settings: SearchSettings): MaxMinSolution {
  if (free.sir.every((sir) => sir > 0)) return free;
  const solution = maxMinPower(withFloor(problem, 1), solver, settings);
  return solution.outcome === 'infeasible' ? free : solution;
}

function raise(
  problem: Sensed,
  solver: ConicSolver,
  minSinr: number,
  settings: SearchSettings,
  tally: SearchTally,
  attainable: AttainableSir,
  free: MaxMinSolution,
): SensingPriorityOutcome {
  const variables = variablesOf(problem);
  let lower = Math.min(...free.sir);
  let upper = attainable.sir;
  let shares = sharesOf(variables, free.powers);
  let solution = free;
  for (let n = 0; n < MOST_RAISES && upper > lower * (1 + settings.gapTolerance); n++) {
    const floor = Math.sqrt(Math.max(lower, 1e-6 * attainable.sir) * upper);
    const asked = withFloor(problem, floor);
    const search = floorSearch(asked, variables, attainable, solver, settings, tally);
    tally.bisections++;
    const found = [shares, search.interior]
      .map((start) => trackFrom(search, start))
      .find((track) => holds(asked, track.point.powers) && pursue(search, track, minSinr));
    if (found) {
      shares = found.point.shares;
      solution = solutionOf(search, { lower: found.value, upper: free.report.upper, abandoned: null, best: found });
      lower = Math.max(floor, Math.min(...solution.sir));
    } else upper = floor;
  }
  return { outcome: 'raised', sirFloor: lower, abandoned: upper, solution };
}
