import { Matrix } from 'ml-matrix';
import type { EchoGains, MaxMinProblem, MaxMinTarget } from './problem.ts';
import { entryOf, type Variables } from './variables.ts';

/**
 * C3 of all targets as H p ≥ 0 over shares p: own echoes − γ̄₀ · echoes of the others.
 *
 * @returns H, L × V; no rows without targets or for a floor of 0
 */
export function sirConstraints({ sensing }: MaxMinProblem, variables: Variables): Matrix {
  if (!sensing || sensing.sirFloor === 0) return noConstraints(variables);
  const { own, others } = echoesPerShare(sensing.targets, variables);
  return own.sub(others.mul(sensing.sirFloor));
}

export function noConstraints({ list }: Variables): Matrix {
  return Matrix.zeros(0, list.length);
}

/** Echo energies per unit of share, of each target and of all others at its receive APs, each L × V: numerators and denominators of (48). */
export function echoesPerShare(
  targets: readonly MaxMinTarget[],
  variables: Variables,
): { readonly own: Matrix; readonly others: Matrix } {
  const perShare = (gains: readonly EchoGains[]) => {
    const out = noConstraints(variables);
    for (const of of gains) out.addRow(variables.list.map((variable) => entryOf(variable, of)));
    return out.mulRowVector(variables.budgets);
  };
  return { own: perShare(targets.map(({ own }) => own)), others: perShare(targets.map(({ others }) => others)) };
}

/** H p: one number a row. */
export function timesShares(h: Matrix, shares: Float64Array): number[] {
  return h.mmul(Matrix.columnVector(shares)).to1DArray();
}
