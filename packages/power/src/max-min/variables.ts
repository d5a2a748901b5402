import { Matrix } from 'ml-matrix';
import type { EchoGains, MaxMinPowers, MaxMinProblem } from './problem.ts';

/** One power to choose: of a UE at an AP that serves it, or of a sensing beam. */
export type PowerVariable =
  | { readonly kind: 'user'; readonly user: number; readonly accessPoint: number }
  | { readonly kind: 'beam'; readonly beam: number; readonly accessPoint: number };

/**
 * The powers that matter, in the order of the vector b of (52): the UEs' first, then the beams'. A solver sees shares p = power / P_m ∈ [0, 1]
 * and amplitudes z = √p. An AP without budget and an AP that hears nothing of a UE get no variable.
 */
export interface Variables {
  readonly list: readonly PowerVariable[];
  /** P_m per variable, W. */
  readonly budgets: Float64Array;
  /** [m] indexes of the variables that share P_m. */
  readonly ofAccessPoint: readonly (readonly number[])[];
  /** [k] indexes of the variables of UE k. */
  readonly ofUser: readonly (readonly number[])[];
  readonly beams: readonly number[];
}

export function variablesOf(problem: MaxMinProblem): Variables {
  const { powerBudget, users, sensing } = problem;
  const list: PowerVariable[] = [];
  for (const [k, user] of users.entries())
    for (const m of user.servingAccessPoints)
      if (powerBudget[m] > 0 && user.signal[m] > 0) list.push({ kind: 'user', user: k, accessPoint: m });
  for (const [b, { accessPoint }] of (sensing?.beams ?? []).entries())
    if (powerBudget[accessPoint] > 0) list.push({ kind: 'beam', beam: b, accessPoint });
  const indexes = list.map((_, v) => v);
  return {
    list,
    budgets: Float64Array.from(list, ({ accessPoint }) => powerBudget[accessPoint]),
    ofAccessPoint: powerBudget.map((_, m) => indexes.filter((v) => list[v].accessPoint === m)),
    ofUser: users.map((_, k) => indexes.filter((v) => userOf(list[v]) === k)),
    beams: indexes.filter((v) => list[v].kind === 'beam'),
  };
}

function userOf(variable: PowerVariable): number {
  return variable.kind === 'user' ? variable.user : -1;
}

/** Powers in W from shares of the budgets. */
export function powersOf(problem: MaxMinProblem, variables: Variables, shares: Float64Array): MaxMinPowers {
  const users = Matrix.zeros(problem.users.length, problem.powerBudget.length);
  const beams = (problem.sensing?.beams ?? []).map(() => 0);
  for (const [v, variable] of variables.list.entries()) {
    const power = shares[v] * variables.budgets[v];
    if (variable.kind === 'user') users.set(variable.user, variable.accessPoint, power);
    else beams[variable.beam] = power;
  }
  return { users, beams };
}

/** The same with the beams left out. */
export function withoutBeams(variables: Variables): Variables {
  const { list, budgets, ofAccessPoint, beams } = variables;
  const count = list.length - beams.length;
  return {
    ...variables,
    list: list.slice(0, count),
    budgets: budgets.slice(0, count),
    ofAccessPoint: ofAccessPoint.map((members) => members.filter((v) => v < count)),
    beams: [],
  };
}

/** UEs that some AP with budget hears. */
export function reachable(variables: Variables): number[] {
  return variables.ofUser.flatMap((members, k) => (members.length > 0 ? [k] : []));
}

/** The reverse of `powersOf`. */
export function sharesOf({ list, budgets }: Variables, powers: MaxMinPowers): Float64Array {
  return Float64Array.from(list, (variable, v) => entryOf(variable, powers) / budgets[v]);
}

/** What gains or powers have for one variable. */
export function entryOf(variable: PowerVariable, { users, beams }: EchoGains | MaxMinPowers): number {
  return variable.kind === 'user' ? users.get(variable.user, variable.accessPoint) : beams[variable.beam];
}
