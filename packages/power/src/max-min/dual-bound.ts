import type { SlackProgram } from './subproblem.ts';
import type { Variables } from './variables.ts';

/** Sums of this many rounded terms are not trusted closer to 0. */
const ROUNDING = 1e-13;

/**
 * A γ that no powers exceed, proved by a dual solution of `slackProgram` without C3, however inexact it is. Any multipliers (λ_k, u_k) with
 * ‖u_k‖ ≤ λ_k and Σ λ_k = 1 bound the slack by weak duality, and what z is left to choose is maximised AP by AP in closed form:
 *
 *   s ≤ Σ_k u_k·constants_k + Σ_m ‖(q_m)⁺‖,   q = Σ_k (λ_k a/√γ + u_k·rows_k)     over z ≥ 0, ‖z_m‖ ≤ 1
 *
 * The right side falls in γ, so that one solution serves for every γ.
 *
 * @param dual  multipliers of the program's rows, in their order; need not be feasible
 * @param low  a γ that powers reach
 * @param high  a bound already known
 * @returns at most `high`
 */
export function dualBound(
  { program, users, columnScales, gamma }: SlackProgram,
  variables: Variables,
  dual: readonly number[],
  low: number,
  high: number,
): number {
  const count = variables.list.length;
  const own = new Float64Array(count);
  const against = new Float64Array(count);
  let constant = 0;
  let size = 0;
  let total = 0;
  let at = program.nonNegative.length;
  for (const rows of users) {
    const weight = Math.max(0, dual[at]);
    let norm = 0;
    for (let i = 1; i < rows.length; i++) norm = Math.hypot(norm, dual[at + i]);
    const shrink = norm > weight ? weight / norm : 1;
    total += weight;
    for (const [i, row] of rows.entries()) {
      const y = i === 0 ? weight : shrink * dual[at + i];
      constant += i === 0 ? 0 : y * row.constant;
      size += Math.abs(y * row.constant);
      for (const [j, v] of row.variables.entries())
        if (v < count) (i === 0 ? own : against)[v] += y * row.coefficients[j] * columnScales[v];
    }
    at += rows.length;
  }
  if (!(total > 0)) return high;
  const slackIsNegative = (trial: number) => {
    const factor = Math.sqrt(gamma / trial);
    let bound = constant;
    let magnitude = size;
    for (const members of variables.ofAccessPoint) {
      let norm = 0;
      for (const v of members) norm = Math.hypot(norm, Math.max(0, own[v] * factor + against[v]));
      bound += norm;
      for (const v of members) magnitude += Math.abs(own[v] * factor) + Math.abs(against[v]);
    }
    return bound < -ROUNDING * magnitude;
  };
  if (!slackIsNegative(high)) return high;
  let above = high;
  let below = low;
  while (above > below * (1 + 1e-9)) {
    const middle = Math.sqrt(below) * Math.sqrt(above);
    if (!(middle > below && middle < above)) break;
    if (slackIsNegative(middle)) above = middle;
    else below = middle;
  }
  return above;
}
