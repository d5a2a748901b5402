import { Matrix } from 'ml-matrix';
import { PowerError } from './errors.ts';
import { relativeWeights } from './relative-weights.ts';

export interface FractionalPowerInput {
  /** ρ_{k,m}, linear, M × K. Read only where m serves k. */
  readonly userGain: Matrix;
  /** λ_{l,m}, linear, M × L. Read only where m senses l. */
  readonly targetGain: Matrix;
  /** [m] P_m, W. */
  readonly powerBudget: readonly number[];
  /** [m] → K_m. */
  readonly usersOf: readonly (readonly number[])[];
  /** [m] → L_m (regions, in detection). */
  readonly targetsOf: readonly (readonly number[])[];
  /** κ_c. */
  readonly kappaCommunication: number;
  /** κ_s. */
  readonly kappaSensing: number;
}

export interface FractionalPower {
  /** η_{k,m}, W, M × K; 0 where m does not serve k. */
  readonly userPower: Matrix;
  /** μ_{l,m}, W, M × L; 0 where m does not sense l. */
  readonly targetPower: Matrix;
}

/**
 * Generalised fractional power control.
 *
 *   η_{k,m} = p_m c_m ρ_{k,m}^{κ_c}      μ_{l,m} = p_m s_m λ_{l,m}^{κ_s}                        (57)
 *   c_m = 1 / max_{k ∈ K_m} ρ_{k,m}^{κ_c}      s_m = 1 / max_{l ∈ L_m} λ_{l,m}^{κ_s}            (58)
 *   p_m = P_m / (c_m Σ_{K_m} ρ_{k,m}^{κ_c} + s_m Σ_{L_m} λ_{l,m}^{κ_s})                         (59)
 *
 * The maxima run over the AP's own users and targets. An empty set contributes nothing; an AP with neither is silent.
 *
 * @returns powers in W whose sum over an AP is P_m within round-off
 * @throws {PowerError} for a gain, a budget or an exponent that is not finite, a negative one of the first two, or a user or target without a gain
 */
export function fractionalPower(input: FractionalPowerInput): FractionalPower {
  const { userGain, targetGain, kappaCommunication, kappaSensing } = input;
  requireFinite('kappaCommunication', kappaCommunication);
  requireFinite('kappaSensing', kappaSensing);
  const userPower = Matrix.zeros(userGain.rows, userGain.columns);
  const targetPower = Matrix.zeros(targetGain.rows, targetGain.columns);
  for (const [m, budget] of input.powerBudget.entries()) {
    requireNonNegative(`powerBudget[${m}]`, budget);
    const users = input.usersOf[m] ?? [];
    const targets = input.targetsOf[m] ?? [];
    const split = splitBudget(
      budget,
      users.map((k) => gainOf('userGain', userGain, m, k)),
      targets.map((l) => gainOf('targetGain', targetGain, m, l)),
      kappaCommunication,
      kappaSensing,
    );
    for (const [i, k] of users.entries()) userPower.set(m, k, split.users[i]);
    for (const [i, l] of targets.entries()) targetPower.set(m, l, split.targets[i]);
  }
  return { userPower, targetPower };
}

/**
 * (57)–(59) for one AP.
 *
 * @param userGains  ρ_{k,m} over K_m, linear
 * @param targetGains  λ_{l,m} over L_m, linear
 * @returns η_{k,m} and μ_{l,m} in the order of the gains, W
 */
export function splitBudget(
  budget: number,
  userGains: readonly number[],
  targetGains: readonly number[],
  kappaCommunication: number,
  kappaSensing: number,
): { users: number[]; targets: number[] } {
  const users = relativeWeights(userGains, kappaCommunication); // c_m ρ^κc (58)
  const targets = relativeWeights(targetGains, kappaSensing); // s_m λ^κs (58)
  let total = 0;
  for (const weight of users) total += weight;
  for (const weight of targets) total += weight;
  const scale = budget / total; // p_m (59)
  return { users: users.map((weight) => scale * weight), targets: targets.map((weight) => scale * weight) }; // (57)
}

function requireFinite(path: string, value: number): void {
  if (!Number.isFinite(value)) throw new PowerError(path, `${value} is not a finite number`);
}

function requireNonNegative(path: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new PowerError(path, `${value} is not a finite number of at least 0`);
  }
}

function gainOf(name: string, gain: Matrix, m: number, i: number): number {
  const path = `${name}[${m}][${i}]`;
  if (!(m < gain.rows && i >= 0 && i < gain.columns)) throw new PowerError(path, 'is missing');
  const value = gain.get(m, i);
  requireNonNegative(path, value);
  return value;
}
