import type { Matrix } from 'ml-matrix';
import type { AttainableSir } from './attainable-sir.ts';
import { type Bracket, bisect, leader } from './bisect.ts';
import { blendNeeded, holds } from './certify.ts';
import type { ConicSolver } from './conic-solver.ts';
import { floorSearch } from './floor-search.ts';
import { type Sensed, withFloor } from './problem.ts';
import { type Track, trackFrom } from './search.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { sirConstraints } from './sir-constraints.ts';
import { type MaxMinSolution, solutionOf } from './solution.ts';
import { sharesOf, variablesOf } from './variables.ts';

/** The first floor lies this far below the attainable SIR, relative, and each next one nearer by this factor. */
const FIRST = 0.3;
const NEARER = Math.sqrt(0.1);
/** Brackets of all floors but the last are closed to this: their points are there to start from. */
const COARSE = 0.3;
/** Mixes hold a floor nearer by this part of its distance, so that rounding does not undo them. */
const HAIR = 1e-3;

/**
 * (49) at a floor `gapTolerance` below the largest that there is. Hardly any power is free there, and Algorithm 1 started from afar stays where
 * it is: a step changes an amplitude by no more than about the root of that distance. But C3 is linear in the powers, so that a mix of those that
 * have the largest SIR with a solution at a lower floor holds every floor between the two. So the floor climbs, and each search starts from the
 * best mix with a solution below, as much of it as the floor allows.
 *
 * @param attainable  finite, above 0
 * @param free  the optimum without a floor
 */
export function climb(
  problem: Sensed,
  solver: ConicSolver,
  settings: SearchSettings,
  tally: SearchTally,
  attainable: AttainableSir,
  free: MaxMinSolution,
): { readonly sirFloor: number; readonly solution: MaxMinSolution } {
  const variables = variablesOf(problem);
  const distances = distancesTo(settings.gapTolerance);
  const floorAt = (distance: number) => withFloor(problem, attainable.sir * (1 - distance));
  const end = tally.solverIterations + settings.totalIterations;
  const below = [sharesOf(variables, free.powers)];
  let solution = free;
  for (const [n, distance] of distances.entries()) {
    const asked = floorAt(distance);
    if (holds(asked, free.powers)) continue;
    const left = distances.length - n;
    const patience = {
      ...settings,
      gapTolerance: left === 1 ? settings.gapTolerance : Math.max(COARSE, settings.gapTolerance),
      totalIterations: tally.solverIterations + Math.ceil((end - tally.solverIterations) / left),
    };
    const search = floorSearch(asked, variables, attainable, solver, patience, tally);
    const inside = trackFrom(search, search.interior);
    const above = sirConstraints(floorAt(distance * (1 - HAIR)), variables);
    const mixes = below.map((shares) => trackFrom(search, mixed(above, shares, attainable.shares)));
    const bracket =
      search.wanted.length > 0 ? bisect(search, [leader(mixes), inside], free.report.upper) : nobody(inside);
    solution = solutionOf(search, bracket);
    below.push(bracket.best.point.shares);
  }
  return { sirFloor: attainable.sir * (1 - settings.gapTolerance), solution };
}

function nobody(best: Track): Bracket {
  return { lower: 0, upper: 0, abandoned: null, best };
}

/** As much of `shares` and as little of `top` as the constraints allow. */
function mixed(constraints: Matrix, shares: Float64Array, top: Float64Array): Float64Array {
  const part = blendNeeded(constraints, shares, top);
  return shares.map((share, v) => (1 - part) * share + part * top[v]);
}

/** From far to near; the last one is `nearest`. */
function distancesTo(nearest: number): number[] {
  const out = [];
  for (let distance = FIRST; distance > nearest * 1.5; distance *= NEARER) out.push(distance);
  return [...out, nearest];
}
