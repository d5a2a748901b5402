import type { AbstractMatrix, Matrix } from 'ml-matrix';

/** What reaches one UE, in the closed form (23). All coefficients are per watt of transmit power; a(k, m) and c(k, j, m) per √W. */
export interface MaxMinUser {
  /** M_k. */
  readonly servingAccessPoints: readonly number[];
  /** [m] a = √tr Φ_{k,m} ≥ 0; read where m serves k. */
  readonly signal: readonly number[];
  /** b = tr(C_{k,m} Φ_{j,m}) / tr Φ_{j,m} ≥ 0 over UEs j, k included, and APs m, K × M; read where m serves j. */
  readonly interference: AbstractMatrix;
  /**
   * [j][m] c = √(η̄_k/η̄_j) tr(C_{k,m} Λ_{j,m}) / √tr Φ_{j,m}, complex; read where m serves j. null for a UE on another pilot and for k itself.
   */
  readonly contamination: readonly (ContaminationRow | null)[];
  /** Σ μ tr(C_{k,m} W) of sensing beams whose power is fixed, W. */
  readonly fixedInterference: number;
}

export interface ContaminationRow {
  readonly re: readonly number[];
  readonly im: readonly number[];
}

/** A sensing beam whose power is to be chosen. */
export interface MaxMinBeam {
  readonly accessPoint: number;
  /** [k] d = tr(C_{k,m} W), per watt. */
  readonly interference: readonly number[];
}

/** Echo energy per watt of each power, up to a factor that all targets share (N τ_s, say). */
export interface EchoGains {
  /** Of UE k's beam at AP m, ≥ 0, K × M; where m does not serve k it counts for nothing. */
  readonly users: Matrix;
  /** One per beam. */
  readonly beams: readonly number[];
}

/** One target in the SIR (48): its own echo at its receive APs, and the echoes of all others there. */
export interface MaxMinTarget {
  readonly own: EchoGains;
  readonly others: EchoGains;
}

export interface MaxMinSensing {
  /** γ̄₀, linear: every target's SIR (48) must reach it. 0 asks for nothing. */
  readonly sirFloor: number;
  readonly beams: readonly MaxMinBeam[];
  readonly targets: readonly MaxMinTarget[];
}

/** The max-min problem (49) by its coefficients. */
export interface MaxMinProblem {
  /** σ², W, above 0. */
  readonly noiseVariance: number;
  /** [m] P_m, W: for the UEs, and for the beams of `sensing`. */
  readonly powerBudget: readonly number[];
  readonly users: readonly MaxMinUser[];
  readonly sensing?: MaxMinSensing;
}

/** The same with targets. */
export type Sensed = MaxMinProblem & { readonly sensing: MaxMinSensing };

export function withFloor(problem: Sensed, sirFloor: number): Sensed {
  return { ...problem, sensing: { ...problem.sensing, sirFloor } };
}

/** Powers in W. */
export interface MaxMinPowers {
  /** η_{k,m}, K × M, 0 where m does not serve k. */
  readonly users: Matrix;
  /** [beam] μ, empty without `sensing`. */
  readonly beams: readonly number[];
}
