import { type Certified, certify } from './certify.ts';
import type { ConicSolver, ConicState } from './conic-solver.ts';
import type { MaxMinProblem } from './problem.ts';
import { disturbanceOf, sinrOf } from './ratios.ts';
import { type SearchSettings, type SearchTally, solveCounted } from './settings.ts';
import { type SirConstraint, slackProgram } from './subproblem.ts';
import { echoPerShare, type Variables } from './variables.ts';

/**
 * Part of an interior point in the point that C3 is linearised at: at a power of exactly 0 its tangent is flat and would keep it there. The part
 * costs as much of C3, so it shrinks once the track stands still.
 */
const LARGEST_LIFT = 1e-3;
const LEAST_LIFT = 1e-6;

/** A sequence of approximations, continued from one γ to the next. */
export interface Track {
  point: Certified;
  /** min SINR of `point` over the wanted UEs, recomputed by (23). */
  value: number;
  lift: number;
  warm?: ConicState;
}

/** What stays the same over all trials of one problem. */
export interface Search {
  readonly problem: MaxMinProblem;
  readonly variables: Variables;
  readonly wanted: readonly number[];
  readonly constraints: readonly SirConstraint[];
  /** Fulfils every constraint strictly, no power 0; null without constraints. */
  readonly interior: Float64Array | null;
  readonly solver: ConicSolver;
  readonly settings: SearchSettings;
  readonly tally: SearchTally;
}

/** C3 of every target as Σ h p ≥ 0; none for a floor of 0. */
export function sirConstraints(problem: MaxMinProblem, variables: Variables): SirConstraint[] {
  const { sensing } = problem;
  if (!sensing || sensing.sirFloor === 0) return [];
  return sensing.targets.map(({ own, others }) => {
    const against = echoPerShare(variables, others);
    return echoPerShare(variables, own).map((gain, v) => gain - sensing.sirFloor * against[v]);
  });
}

export function trackFrom(search: Search, shares: Float64Array): Track {
  const point = certify(search.problem, search.variables, search.constraints, shares, search.interior);
  return { point, value: minSinrOf(search, point), lift: LARGEST_LIFT };
}

function minSinrOf({ problem, wanted }: Search, point: Certified): number {
  const sinr = sinrOf(problem, point.powers);
  return Math.min(...wanted.map((k) => sinr[k]));
}

/**
 * The inner loop of Algorithm 1: steps of successive approximation at a fixed γ, from where the track stands, until its point has it or the steps
 * gain nothing any more. Without C3 one step decides.
 *
 * @returns whether the track's point, certified, has min SINR ≥ γ
 */
export function pursue(search: Search, track: Track, gamma: number): boolean {
  const { settings, tally, constraints } = search;
  for (let step = 0; step < settings.approximations && track.value < gamma; step++) {
    const before = track.value;
    if (!approximate(search, track, gamma)) return false;
    tally.approximations++;
    if (constraints.length === 0) break;
    if (track.value > before * (1 + settings.gapTolerance / 20)) continue;
    if (track.lift <= LEAST_LIFT) break;
    track.lift /= 10;
  }
  return track.value >= gamma;
}

/** One step: solve (54) around the track's point, certify, keep what is better. @returns false when the solver has no point */
function approximate(search: Search, track: Track, gamma: number): boolean {
  const { problem, variables, wanted, constraints, interior, solver, settings, tally } = search;
  const here = track.point.shares;
  const shares = interior ? here.map((share, v) => (1 - track.lift) * share + track.lift * interior[v]) : here;
  const disturbance = problem.users.map((_, k) => Math.sqrt(disturbanceOf(problem, k, track.point.powers)));
  const program = slackProgram(problem, variables, wanted, constraints, gamma, { shares, disturbance });
  const solution = solveCounted(solver, program, settings, tally, track.warm);
  if (solution.status === 'failed') return false;
  track.warm = solution.state;
  const raw = Float64Array.from(variables.list, (_, v) => Math.max(0, solution.x[v]) ** 2);
  const point = certify(problem, variables, constraints, raw, interior);
  const value = minSinrOf(search, point);
  if (value > track.value) {
    track.point = point;
    track.value = value;
  }
  return true;
}
