import type { Bracket } from './bisect.ts';
import type { MaxMinPowers } from './problem.ts';
import { sinrOf, sirOf } from './ratios.ts';
import type { Search } from './search.ts';
import type { SearchTally } from './settings.ts';

export interface MaxMinReport extends SearchTally {
  /** min SINR over the UEs that can be reached, linear, and what is proved to be the most that any powers within the budgets give them. */
  readonly lower: number;
  readonly upper: number;
  /** Under a floor that binds, the least γ that every successive approximation gave up: no proof. Else null. */
  readonly abandoned: number | null;
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
  /**
   * Whether this is proved to be the optimum to `gapTolerance`. Not where C3 binds and Algorithm 1 ends in a local optimum, nor where the solver or
   * its iterations gave out first.
   */
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
export function solutionOf(search: Search, { lower, upper, abandoned, best }: Bracket): MaxMinSolution {
  const { problem, wanted, settings, tally } = search;
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
    global: upper <= lower * (1 + settings.gapTolerance),
    report: { ...tally, lower, upper, abandoned, gap: lower > 0 ? upper / lower - 1 : 0, feasibilityGap: repaired },
  };
}
