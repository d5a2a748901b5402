import { Matrix } from 'ml-matrix';
import { PowerError } from '../errors.ts';
import type { MaxMinPowers, MaxMinProblem } from './problem.ts';
import { sirOf } from './ratios.ts';
import { timesShares } from './sir-constraints.ts';
import { powersOf, type Variables } from './variables.ts';

/** Sums of a hundred powers agree to this in any order. */
const BUDGET_MARGIN = 2 ** -46;
const SIR_MARGIN = 1e-12;

/** A point that fulfils C1 to C3 in floating point, whatever a solver's tolerance was. */
export interface Certified {
  readonly shares: Float64Array;
  readonly powers: MaxMinPowers;
  /** Largest relative violation of C2 or C3 that had to be repaired. */
  readonly repaired: number;
}

/**
 * Repairs a solver's point so that C1 to C3 of (49) hold exactly as computed in floating point:
 * shares are brought into the budgets AP by AP, blended with a point that fulfils every C3 strictly until it holds (C3 is linear in the powers, so a
 * small part of it suffices), and all scaled together until the first AP is at its budget, which leaves every SIR alone and raises every SINR.
 *
 * @param raw  shares of the budgets, possibly slightly outside
 * @param constraints  H of C3, L × V
 * @param strict  shares with H p > 0, within the budgets; null without constraints
 */
export function certify(
  problem: MaxMinProblem,
  variables: Variables,
  constraints: Matrix,
  raw: Float64Array,
  strict: Float64Array | null,
): Certified {
  const shares = raw.map((share) => (share > 0 ? share : 0));
  let repaired = intoBudgets(variables, shares);
  if (strict) {
    repaired = Math.max(repaired, violation(constraints, shares));
    for (let part = blendNeeded(constraints, shares, strict); ; part = Math.min(1, 2 * part + 2 ** -50)) {
      const blended = shares.map((share, v) => (1 - part) * share + part * strict[v]);
      const powers = atBudget(problem, variables, blended);
      if (!(part < 1) || holds(problem, powers)) return { shares: blended, powers, repaired };
    }
  }
  return { powers: atBudget(problem, variables, shares), shares, repaired };
}

/** C3 as it stands, and with what another order of summation may cost. */
export function holds(problem: MaxMinProblem, powers: MaxMinPowers): boolean {
  const floor = problem.sensing?.sirFloor ?? 0;
  return floor === 0 || sirOf(problem, powers).every((sir) => sir >= floor * (1 + SIR_MARGIN));
}

/** @returns by how much the worst AP was over its budget, relative */
function intoBudgets(variables: Variables, shares: Float64Array): number {
  let over = 0;
  for (const members of variables.ofAccessPoint) {
    const total = members.reduce((sum, v) => sum + shares[v], 0);
    over = Math.max(over, total - 1);
    if (total > 1) for (const v of members) shares[v] /= total;
  }
  return over;
}

/** By how much H p ≥ 0 is violated, relative to |H| p; the largest of all rows. */
function violation(constraints: Matrix, shares: Float64Array): number {
  const magnitudes = timesShares(Matrix.abs(constraints), shares);
  return Math.max(0, ...timesShares(constraints, shares).map((here, l) => -here / (2 ** -1000 + magnitudes[l])));
}

/** The least part of `strict` with which every constraint holds. */
export function blendNeeded(constraints: Matrix, shares: Float64Array, strict: Float64Array): number {
  let part = 0;
  const there = timesShares(constraints, strict);
  for (const [l, here] of timesShares(constraints, shares).entries())
    if (here < 0) part = Math.max(part, -here / (there[l] - here));
  return Math.min(1, part * (1 + 1e-12));
}

/** Scales `shares` until the first AP is at its budget, and returns powers none of whose sums, as computed, is above it. */
function atBudget(problem: MaxMinProblem, variables: Variables, shares: Float64Array): MaxMinPowers {
  const totals = variables.ofAccessPoint.map((members) => members.reduce((sum, v) => sum + shares[v], 0));
  const fullest = Math.max(0, ...totals);
  const scale = fullest > 0 ? (1 - BUDGET_MARGIN) / fullest : 1;
  for (let shrink = 0; shrink <= 1; shrink = shrink === 0 ? 2 ** -52 : 2 * shrink) {
    for (let v = 0; v < shares.length; v++) shares[v] *= shrink === 0 ? scale : 1 - shrink;
    const powers = powersOf(problem, variables, shares);
    if (withinBudgets(problem, powers)) return powers;
  }
  throw new PowerError('powerBudget', 'shares of it are not finite');
}

/** C2 as it stands: UEs ascending, then beams ascending, summed in that order. */
export function withinBudgets(problem: MaxMinProblem, powers: MaxMinPowers): boolean {
  const spent = powers.users.sum('column');
  for (const [b, { accessPoint }] of (problem.sensing?.beams ?? []).entries()) spent[accessPoint] += powers.beams[b];
  return problem.powerBudget.every((budget, m) => spent[m] <= budget);
}
