import { dot } from './certify.ts';
import { affine, type ConicProgram } from './conic-program.ts';
import type { ConicSolver } from './conic-solver.ts';
import type { MaxMinSensing } from './problem.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { solveCounted } from './settings.ts';
import type { SirConstraint } from './subproblem.ts';
import { echoPerShare, type Variables } from './variables.ts';

/** Beyond this ratio the echoes of the others count as none. */
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
  const own = sensing.targets.map((target) => echoPerShare(variables, target.own));
  const others = sensing.targets.map((target) => echoPerShare(variables, target.others));
  const ratio = (shares: Float64Array) =>
    Math.min(...own.map((a, l) => quotient(dot(a, shares), dot(others[l], shares))));
  let shares = evenShares(variables);
  let sir = ratio(shares);
  for (let step = 0; step < STEPS && sir > 0 && sir < UNBOUNDED; step++) {
    const constraints = own.map((a, l) => a.map((value, v) => value - sir * others[l][v]));
    const units = own.map((a, l) => Math.max(dot(others[l], shares) * sir, 1e-9 * dot(a, shares)));
    const { x, status } = solveCounted(solver, marginProgram(variables, constraints, units), settings, tally);
    if (status === 'failed') break;
    const next = Float64Array.from(variables.list, (_, v) => Math.max(0, x[v]));
    const reached = ratio(next);
    if (!(reached > sir)) break;
    const gained = reached / sir - 1;
    shares = next;
    sir = reached;
    if (gained < settings.gapTolerance / 10) break;
  }
  return { sir: sir < UNBOUNDED ? sir : Number.POSITIVE_INFINITY, shares };
}

function quotient(own: number, others: number): number {
  return own > 0 ? own / others : 0;
}

/** max t subject to Σ h p ≥ t · unit and the budgets, over shares p ≥ 0. */
function marginProgram(variables: Variables, constraints: readonly SirConstraint[], units: number[]): ConicProgram {
  const count = variables.list.length;
  const margins = constraints.map((h, l) =>
    affine(0, [...Array.from(h, (value, v) => [v, value / units[l]] as const), [count, -1] as const]),
  );
  const budgets = variables.ofAccessPoint
    .filter((members) => members.length > 0)
    .map((members) =>
      affine(
        1,
        members.map((v) => [v, -1] as const),
      ),
    );
  const positive = variables.list.map((_, v) => affine(0, [[v, 1]]));
  return {
    variableCount: count + 1,
    objective: [...new Array<number>(count).fill(0), 1],
    nonNegative: [...positive, ...budgets, ...margins],
    cones: [],
  };
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
