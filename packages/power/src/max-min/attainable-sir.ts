import { Matrix } from 'ml-matrix';
import { affine, type ConicProgram } from './conic-program.ts';
import type { ConicSolver } from './conic-solver.ts';
import type { MaxMinSensing } from './problem.ts';
import type { SearchSettings, SearchTally } from './settings.ts';
import { solveCounted } from './settings.ts';
import { echoesPerShare, timesShares } from './sir-constraints.ts';
import type { Variables } from './variables.ts';

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
  const { own, others } = echoesPerShare(sensing.targets, variables); // A and B
  const ratio = (shares: Float64Array) => {
    const heard = timesShares(others, shares);
    return Math.min(...timesShares(own, shares).map((echo, l) => quotient(echo, heard[l])));
  };
  const enough = Math.max(UNBOUNDED, 2 * sensing.sirFloor);
  let shares = evenShares(variables);
  let sir = ratio(shares);
  for (let step = 0; step < STEPS && sir > 0 && sir < enough; step++) {
    const margins = Matrix.sub(own, Matrix.mul(others, sir)); // A − λ B
    const heard = timesShares(others, shares);
    const units = timesShares(own, shares).map((echo, l) => Math.max(heard[l] * sir, 1e-9 * echo));
    const scales = columnScales(margins, units, shares);
    const program = marginProgram(margins.mulRowVector(scales).divColumnVector(units));
    const { x, status } = solveCounted(solver, program, unlimited, tally);
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
function columnScales(margins: Matrix, units: readonly number[], shares: Float64Array): Float64Array {
  const largest = Matrix.abs(margins).divColumnVector(units).max('column');
  const scales = Float64Array.from(largest, (value) => (value > 0 ? 1 / value : 0));
  const total = scales.reduce((sum, scale, v) => sum + (scale > 0 ? shares[v] / scale : 0), 0);
  return scales.map((scale) => scale * total);
}

/** max t subject to G x ≥ t, x ≥ 0, Σ x ≤ 1; G is L × V. */
function marginProgram(g: Matrix): ConicProgram {
  const count = g.columns;
  const margins = g
    .to2DArray()
    .map((row) => affine(0, [...row.map((value, v) => [v, value] as const), [count, -1] as const]));
  const each = Array.from({ length: count }, (_, v) => v);
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
export function interiorShares(variables: Variables, constraints: Matrix, strict: Float64Array): Float64Array {
  const even = evenShares(variables);
  const margins = timesShares(constraints, even);
  let part = 0.5;
  for (const [l, there] of timesShares(constraints, strict).entries()) {
    const loss = there - margins[l];
    if (loss > 0) part = Math.min(part, there / 2 / loss);
  }
  return even.map((share, v) => (1 - part) * strict[v] + part * share);
}
