import { dot } from './certify.ts';
import { affine, type ConicProgram } from './conic-program.ts';
import type { ConicSolver } from './conic-solver.ts';
import type { MaxMinSensing } from './problem.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { solveCounted } from './settings.ts';
import type { SirConstraint } from './subproblem.ts';
import { echoPerShare, type Variables } from './variables.ts';

/** A ratio that has climbed beyond this, and well beyond the floor, counts as one that nothing bounds. */
const UNBOUNDED = 1e12;
const STEPS = 30;

export interface AttainableSir {
  /** The largest SIR (48) that all targets can have at once; infinite when nothing bounds it, 0 when some target cannot echo at all. */
  readonly sir: number;
  /** Shares of the budgets that give it. */
  readonly shares: Float64Array;
}

/**
 * How far γ̄₀ can be raised in (49) when no UE asks for anything: max over powers of min over targets of A/B, both linear in the powers.
 * Ratios of linear forms: Dinkelbach's iteration, each step a linear program max t, A_l − λ B_l ≥ t n_l, where n_l is B_l of the step before.
 */
export function attainableSir(
  sensing: MaxMinSensing,
  variables: Variables,
  solver: ConicSolver,
  settings: SearchSettings,
  tally: SearchTally,
): AttainableSir {
  const unlimited = { ...settings, totalIterations: Number.POSITIVE_INFINITY }; // bounded by STEPS; a floor refused for want of iterations would be a wrong answer
  const own = sensing.targets.map((target) => echoPerShare(variables, target.own));
  const others = sensing.targets.map((target) => echoPerShare(variables, target.others));
  const ratio = (shares: Float64Array) =>
    Math.min(...own.map((a, l) => quotient(dot(a, shares), dot(others[l], shares))));
  const enough = Math.max(UNBOUNDED, 2 * sensing.sirFloor);
  let shares = evenShares(variables);
  let sir = ratio(shares);
  for (let step = 0; step < STEPS && sir > 0 && sir < enough; step++) {
    const constraints = own.map((a, l) => a.map((value, v) => value - sir * others[l][v]));
    const units = own.map((a, l) => Math.max(dot(others[l], shares) * sir, 1e-9 * dot(a, shares)));
    const scales = columnScales(constraints, units, shares);
    const { x, status } = solveCounted(solver, marginProgram(constraints, units, scales), unlimited, tally);
    if (status === 'failed') break;
    const next = fullestAtOne(
      variables,
      scales.map((scale, v) => scale * Math.max(0, x[v])),
    );
    const reached = ratio(next);
    if (!(reached > sir)) break;
    const gained = reached / sir - 1;
    shares = next;
    sir = reached;
    if (gained < settings.gapTolerance / 10) break;
  }
  return { sir: sir < enough ? sir : Number.POSITIVE_INFINITY, shares };
}

function quotient(own: number, others: number): number {
  return own > 0 ? own / others : 0;
}

/** Units of the powers in which every column is of order 1 and the powers before add up to 1: budgets do not matter to a ratio. */
function columnScales(constraints: readonly SirConstraint[], units: number[], shares: Float64Array): Float64Array {
  const scales = shares.map((_, v) => {
    const largest = Math.max(...constraints.map((h, l) => Math.abs(h[v]) / units[l]));
    return largest > 0 ? 1 / largest : 0;
  });
  const total = scales.reduce((sum, scale, v) => sum + (scale > 0 ? shares[v] / scale : 0), 0);
  return scales.map((scale) => scale * total);
}

/** max t subject to Σ h p ≥ t · unit over p = scale · x, x ≥ 0, Σ x ≤ 1. */
function marginProgram(
  constraints: readonly SirConstraint[],
  units: readonly number[],
  scales: Float64Array,
): ConicProgram {
  const count = scales.length;
  const margins = constraints.map((h, l) =>
    affine(0, [...Array.from(h, (value, v) => [v, (value * scales[v]) / units[l]] as const), [count, -1] as const]),
  );
  const each = Array.from(scales, (_, v) => v);
  const total = affine(
    1,
    each.map((v) => [v, -1] as const),
  );
  return {
    variableCount: count + 1,
    objective: [...new Array<number>(count).fill(0), 1],
    nonNegative: [...each.map((v) => affine(0, [[v, 1]])), total, ...margins],
    cones: [],
  };
}

function fullestAtOne(variables: Variables, shares: Float64Array): Float64Array {
  const totals = variables.ofAccessPoint.map((members) => members.reduce((sum, v) => sum + shares[v], 0));
  const fullest = Math.max(...totals);
  return fullest > 0 ? shares.map((share) => share / fullest) : shares;
}

/** Every AP's budget split evenly over its powers. */
export function evenShares(variables: Variables): Float64Array {
  const shares = new Float64Array(variables.list.length);
  for (const members of variables.ofAccessPoint) for (const v of members) shares[v] = 1 / members.length;
  return shares;
}

/** A point well inside: half the margin of `strict` in every constraint, and no power 0 unless that costs more. */
export function interiorShares(
  variables: Variables,
  constraints: readonly SirConstraint[],
  strict: Float64Array,
): Float64Array {
  const even = evenShares(variables);
  let part = 0.5;
  for (const h of constraints) {
    const there = dot(h, strict);
    const loss = there - dot(h, even);
    if (loss > 0) part = Math.min(part, there / 2 / loss);
  }
  return even.map((share, v) => (1 - part) * strict[v] + part * share);
}
