import type { Matrix } from 'ml-matrix';
import { type AffineRow, affine, type ConicProgram } from './conic-program.ts';
import type { MaxMinProblem } from './problem.ts';
import type { Variables } from './variables.ts';

/** Around what (54) is written down. */
export interface Expansion {
  /** Shares b² of the previous step; positive where C3 is to be linearised. */
  readonly shares: Float64Array;
  /** [k] square root of the denominator of (23) there, √W. */
  readonly disturbance: readonly number[];
}

/** What a step asks the cone solver, and how to read its answer. */
export interface SlackProgram {
  readonly program: ConicProgram;
  /** The cones C4, the first of `program.cones`; their rows are what `program` holds, over scaled columns. */
  readonly users: readonly (readonly AffineRow[])[];
  /** [v] c ≥ 1 with which the program has x = c z for z. */
  readonly columnScales: Float64Array;
  readonly gamma: number;
}

/** Columns whose largest coefficient is below this are left alone. */
const LARGE_COLUMN = 1024;

/**
 * Step u of Algorithm 1 at a fixed γ, as the cone program (54) with a slack s that is maximised instead of a bare feasibility problem:
 *
 *   C1  z ≥ 0      C2  ‖z over AP m‖ ≤ 1
 *   C4  Σ a z/√γ − s ≥ ‖ϱ_k‖, both in units of ‖ϱ_k‖ at the previous step
 *   C3  Σ_{h>0} h (2 z' z − z'²) ≥ Σ_{h<0} |h| z²,  z' the previous step
 *
 * γ can be had where s ≥ 0. C4 leaves ϖ_{k,k} out of ϱ_k and has 1/γ for 1 + 1/γ, which is the same set. C3 has the sign that (54) should have,
 * and cancels what the two sides share before the larger one is linearised: the surrogate stays below and is tighter.
 *
 * A link that disturbs far more than it serves has a coefficient that would hide all others behind the solver's tolerance: its column is scaled.
 *
 * @param wanted  the UEs whose SINR counts
 * @param constraints  H of C3, L × V: a row h per target
 * @returns a program in z, amplitudes over √P_m, up to column scales, and s, its last variable
 */
export function slackProgram(
  problem: MaxMinProblem,
  variables: Variables,
  wanted: readonly number[],
  constraints: Matrix,
  gamma: number,
  expansion: Expansion,
): SlackProgram {
  const count = variables.list.length;
  const objective = [...new Array<number>(count).fill(0), 1];
  const budgets = variables.ofAccessPoint
    .filter((members) => members.length > 0)
    .map((members) => [affine(1, []), ...members.map((v) => affine(0, [[v, 1]]))]);
  const asked = wanted.map((k) => sinrCone(problem, variables, k, gamma, expansion.disturbance[k]));
  const targets = constraints.to2DArray().flatMap((h) => sirCone(h, expansion.shares));
  const columnScales = scalesOf(asked, count);
  const scaled = (cone: readonly AffineRow[]) => cone.map((row) => overScales(row, columnScales));
  const users = asked.map(scaled);
  const program = {
    variableCount: count + 1,
    objective,
    nonNegative: variables.list.map((_, v) => affine(0, [[v, 1]])), // C1
    cones: [...users, ...budgets.map(scaled), ...targets.map(scaled)],
  };
  return { program, users, columnScales, gamma };
}

/** Powers of 2, so that scaling rounds nothing. */
function scalesOf(cones: readonly (readonly AffineRow[])[], count: number): Float64Array {
  const largest = new Float64Array(count);
  for (const { variables, coefficients } of cones.flat())
    for (const [i, v] of variables.entries())
      if (v < count) largest[v] = Math.max(largest[v], Math.abs(coefficients[i]));
  return largest.map((value) => (value < LARGE_COLUMN ? 1 : 2 ** Math.min(1000, Math.ceil(Math.log2(value)))));
}

function overScales({ constant, variables, coefficients }: AffineRow, scales: Float64Array): AffineRow {
  return { constant, variables, coefficients: coefficients.map((c, i) => c / (scales[variables[i]] ?? 1)) };
}

/** C4 of (50) for UE k, divided by `unit`. */
function sinrCone(problem: MaxMinProblem, variables: Variables, k: number, gamma: number, unit: number): AffineRow[] {
  const { list, budgets, ofUser } = variables;
  const user = problem.users[k];
  const amplitude = (v: number) => Math.sqrt(budgets[v]) / unit;
  const signal = ofUser[k].map(
    (v) => [v, (user.signal[list[v].accessPoint] * amplitude(v)) / Math.sqrt(gamma)] as const,
  );
  const rows = [affine(0, [...signal, [list.length, -1]])];
  for (const [j, row] of user.contamination.entries()) {
    if (!row) continue;
    for (const part of [row.re, row.im]) {
      const terms = ofUser[j].map((v) => [v, part[list[v].accessPoint] * amplitude(v)] as const); // (51)
      if (terms.some(([, coefficient]) => coefficient !== 0)) rows.push(affine(0, terms));
    }
  }
  for (const [v, variable] of list.entries()) {
    const perWatt =
      variable.kind === 'user'
        ? user.interference.get(variable.user, variable.accessPoint)
        : (problem.sensing?.beams[variable.beam].interference[k] ?? 0);
    if (perWatt > 0) rows.push(affine(0, [[v, Math.sqrt(perWatt) * amplitude(v)]]));
  }
  rows.push(affine(Math.sqrt(problem.noiseVariance + user.fixedInterference) / unit, []));
  return rows;
}

/** C3 of (54): the numerator by its tangent (52) at the previous step, as a rotated cone. Nothing where no power counts against the target. */
function sirCone(h: readonly number[], previous: Float64Array): AffineRow[][] {
  if (h.every((value) => value >= 0)) return [];
  let scale = 0;
  for (const [v, value] of h.entries()) scale += Math.abs(value) * previous[v];
  const tangent: [number, number][] = [];
  const against: AffineRow[] = [];
  let constant = 0;
  for (const [v, value] of h.entries()) {
    if (value > 0) {
      tangent.push([v, (2 * value * Math.sqrt(previous[v])) / scale]); // (53): the gradient of h z² is 2 h z
      constant -= (value * previous[v]) / scale; // (52)
    } else if (value < 0) against.push(affine(0, [[v, 2 * Math.sqrt(-value / scale)]]));
  }
  // Σ|h| z² ≤ L as ‖(2 √|h| z, L − 1)‖ ≤ L + 1
  return [[affine(constant + 1, tangent), affine(constant - 1, tangent), ...against]]; // (54)
}
