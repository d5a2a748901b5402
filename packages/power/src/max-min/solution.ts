import type { Bracket } from './bisect.ts';
import type { MaxMinPowers } from './problem.ts';
import { sinrOf, sirOf } from './ratios.ts';
import type { Search } from './search.ts';
import type { SearchTally } from './settings.ts';

export interface MaxMinReport extends SearchTally {
  /** Ends of the bracket of γ over the UEs that can be reached, linear. */
  readonly lower: number;
  readonly upper: number;
  /** upper/lower − 1. */
  readonly gap: number;
  /** Largest relative violation of a budget or a floor by the solver's point before it was repaired; after that none is violated. */
  readonly feasibilityGap: number;
}

export interface MaxMinSolution {
  /**
   * `solved`; `unserved` when some UE has no AP with budget that hears it, so that the value is 0 and the powers are those of the max-min over the
   * others; `no-users` when there is nobody to maximise for.
   */
  readonly outcome: 'solved' | 'unserved' | 'no-users';
  /** min over k of (23) with these powers, linear; null for `no-users`. */
  readonly minSinr: number | null;
  /** [k] (23) with these powers, linear. */
  readonly sinr: readonly number[];
  /** Per target (48) with these powers, linear. */
  readonly sir: readonly number[];
  readonly unserved: readonly number[];
  readonly powers: MaxMinPowers;
  /** Whether no other powers can do better than `report.upper`: true unless C3 binds, where Algorithm 1 finds a local optimum. */
  readonly global: boolean;
  readonly report: MaxMinReport;
}

/** No powers give every target the SIR floor: a `infeasible` outcome. */
export interface MaxMinInfeasible {
  readonly outcome: 'infeasible';
  /** The largest floor that could be asked for. */
  readonly attainableSir: number;
  readonly report: SearchTally;
}

export type MaxMinOutcome = MaxMinSolution | MaxMinInfeasible;

/** What a bracket's best point amounts to; ratios recomputed from its powers. */
export function solutionOf(search: Search, { lower, upper, best }: Bracket, global: boolean): MaxMinSolution {
  const { problem, wanted, tally } = search;
  const { powers, repaired } = best.point;
  const sinr = sinrOf(problem, powers);
  const unserved = sinr.flatMap((_, k) => (wanted.includes(k) ? [] : [k]));
  return {
    outcome: sinr.length === 0 ? 'no-users' : unserved.length > 0 ? 'unserved' : 'solved',
    minSinr: sinr.length === 0 ? null : Math.min(...sinr),
    sinr,
    sir: sirOf(problem, powers),
    unserved,
    powers,
    global,
    report: { ...tally, lower, upper, gap: lower > 0 ? upper / lower - 1 : 0, feasibilityGap: repaired },
  };
}
