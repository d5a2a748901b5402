import { type AttainableSir, interiorShares } from './attainable-sir.ts';
import type { ConicSolver } from './conic-solver.ts';
import type { MaxMinProblem } from './problem.ts';
import type { Search } from './search.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { sirConstraints } from './sir-constraints.ts';
import { reachable, type Variables } from './variables.ts';

/** A search under the floor of `problem`, which lies below what is attainable. */
export function floorSearch(
  problem: MaxMinProblem,
  variables: Variables,
  attainable: AttainableSir,
  solver: ConicSolver,
  settings: SearchSettings,
  tally: SearchTally,
): Search & { readonly interior: Float64Array } {
  const constraints = sirConstraints(problem, variables);
  const interior = interiorShares(variables, constraints, attainable.shares);
  return { problem, variables, wanted: reachable(variables), constraints, interior, solver, settings, tally };
}
