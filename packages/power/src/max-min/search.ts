import type { Matrix } from 'ml-matrix';
import { type Certified, certify } from './certify.ts';
import type { ConicSolution, ConicSolver, ConicState } from './conic-solver.ts';
import type { MaxMinProblem } from './problem.ts';
import { disturbanceOf, sinrOf } from './ratios.ts';
import { exhausted, type SearchSettings, type SearchTally, solveCounted } from './settings.ts';
import { type SlackProgram, slackProgram } from './subproblem.ts';
import type { Variables } from './variables.ts';

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
  warm?: { readonly state: ConicState; readonly columnScales: Float64Array } | undefined;
}

/** What stays the same over all trials of one problem. */
export interface Search {
  readonly problem: MaxMinProblem;
  readonly variables: Variables;
  readonly wanted: readonly number[];
  /** H of C3, L × V. */
  readonly constraints: Matrix;
  /** Fulfils every constraint strictly, no power 0; null without constraints. */
  readonly interior: Float64Array | null;
  readonly solver: ConicSolver;
  readonly settings: SearchSettings;
  readonly tally: SearchTally;
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
 * The inner loop of Algorithm 1 under C3: steps of successive approximation at a fixed γ, from where the track stands, until its point has it or
 * the steps gain nothing any more. A solver that stops short is asked again without its warm start before that counts.
 *
 * @returns whether the track's point, certified, has min SINR ≥ γ
 */
export function pursue(search: Search, track: Track, gamma: number): boolean {
  const { settings, tally } = search;
  for (let step = 0; step < settings.approximations && track.value < gamma; step++) {
    if (exhausted(settings, tally)) return false;
    const before = track.value;
    const warm = track.warm !== undefined;
    const { solution } = approximate(search, track, gamma);
    tally.approximations++;
    if (track.value > before * (1 + settings.gapTolerance / 20)) continue;
    if (solution.status !== 'solved') {
      track.warm = undefined;
      if (warm) continue;
      if (solution.status === 'failed') return false;
    }
    if (track.lift <= LEAST_LIFT) break;
    track.lift /= 10;
  }
  return track.value >= gamma;
}

/** One step: solve (54) around the track's point, certify, keep what is better. */
export function approximate(
  search: Search,
  track: Track,
  gamma: number,
): { readonly asked: SlackProgram; readonly solution: ConicSolution } {
  const { problem, variables, wanted, constraints, interior, solver, settings, tally } = search;
  const here = track.point.shares;
  const shares = interior ? here.map((share, v) => (1 - track.lift) * share + track.lift * interior[v]) : here;
  const disturbance = problem.users.map((_, k) => Math.sqrt(disturbanceOf(problem, k, track.point.powers)));
  const asked = slackProgram(problem, variables, wanted, constraints, gamma, { shares, disturbance });
  const { columnScales } = asked;
  const start = track.warm && rescaled(track.warm.state, track.warm.columnScales, columnScales);
  const solution = solveCounted(solver, asked.program, settings, tally, start);
  track.warm = undefined;
  if (solution.status === 'failed') return { asked, solution };
  track.warm = { state: solution.state, columnScales };
  const raw = Float64Array.from(variables.list, (_, v) => (Math.max(0, solution.x[v]) / columnScales[v]) ** 2);
  const point = certify(problem, variables, constraints, raw, interior);
  const value = minSinrOf(search, point);
  if (value > track.value) {
    track.point = point;
    track.value = value;
  }
  return { asked, solution };
}

/** The same z over other column scales. */
function rescaled({ solution }: ConicState, from: Float64Array, to: Float64Array): ConicState {
  return { solution: { ...solution, x: solution.x.map((x, v) => (v < to.length ? (x / from[v]) * to[v] : x)) } };
}
