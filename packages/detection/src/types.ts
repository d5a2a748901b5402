import type { AccessPointPower, Deployment, Inspection, SlotPlan, TargetEstimate } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { TransmitBlock, UserSymbols } from '@vedetta/signal';

/** One clutter source of Ψ: power · (S R_txᵀ Sᴴ) ⊗ R_rx. */
export interface ClutterTerm {
  /** ς κ², linear. */
  readonly power: number;
  /** S, τ × N. */
  readonly signal: ComplexMatrix;
  /** R_tx, N × N. */
  readonly transmitCorrelation: ComplexMatrix;
  /** R_rx, N × N. */
  readonly receiveCorrelation: ComplexMatrix;
}

export interface StructuredCovariance {
  readonly noiseVariance: number;
  readonly terms: readonly ClutterTerm[];
}

export type Covariance = StructuredCovariance | { readonly dense: ComplexMatrix };

/** One computation: does y hold an echo from the span of D? */
export interface GlrtCase {
  /** D, Nτ × T, rows time-major. */
  readonly echo: ComplexMatrix;
  /** y, Nτ × 1. */
  readonly observation: ComplexMatrix;
  readonly covariance: Covariance;
}

/**
 * What a slot's receivers know besides blocks, needed where some transmit APs are known by long-term statistics alone: the powers of all APs
 * on air, a function of public knowledge, and the symbols of the UEs that known APs serve.
 */
export interface SlotSituation {
  readonly power: readonly AccessPointPower[];
  readonly symbols: readonly UserSymbols[];
}

/** All that a receive AP knows in a slot before it listens. Nothing here depends on the targets. */
export interface ReceiverKnowledge {
  readonly accessPoint: number;
  readonly deployment: Deployment;
  readonly plan: SlotPlan;
  /** The known transmitted signals, ascending AP id, only APs on air with power. */
  readonly blocks: readonly TransmitBlock[];
  /** Needed where a clutter set has a long-term rest. */
  readonly situation?: SlotSituation;
}

/** An inspection as a receiver tests it. */
export interface TestedInspection extends Inspection {
  /**
   * Other targets that are followed: what they echo, as their estimates predict it, is projected out of the test (`joint-glrt`, (39)). None:
   * `glrt`. Left out: what the network's detector asks for, with `joint-glrt` all its other targets.
   */
  readonly beside?: readonly TargetEstimate[];
}

/** What its antennas received, LoS AP–AP part removed (25): y, Nτ_s × 1, time-major. */
export interface ReceivedBlock {
  readonly accessPoint: number;
  readonly slot: number;
  readonly observation: ComplexMatrix;
  /**
   * What rounding on the way added to each sample of y: its variance, Nτ_s in W, as the units of the samples' blocks tell it. Null or left
   * out: the samples were not rounded.
   */
  readonly rounding?: Float64Array | null;
}

/** What a receive AP sends: T_m ≥ 0 and its rank r_m. */
export interface LocalStatistic {
  readonly statistic: number;
  readonly rank: number;
}

/**
 * What y says about an inspection, for any amplitude of the echoes: z = CᴴDᴴΨ⁻¹y and gram = CᴴDᴴΨ⁻¹DC in the r directions kept, r ≤ min(τ_s, T).
 * Where the echo columns are well apart C only scales them, so z and gram are the paper's, in the coordinates of the transmit APs;
 * otherwise C orthonormalises them and gram is nearly I.
 */
export interface SufficientStatistic {
  readonly rank: number;
  /** z, r. */
  readonly zRe: Float64Array;
  readonly zIm: Float64Array;
  /** Lower triangle of gram, r² reals, row by row: for row i real and imaginary part of columns 0 … i − 1, then the real diagonal. */
  readonly gram: Float64Array;
}

/** A local statistic with its sender. */
export interface Report extends LocalStatistic {
  readonly accessPoint: number;
}

export type Outcome = 'targetPresent' | 'targetAbsent' | 'unobserved';

/** The CPU's decision on one inspection, (35) with the exact Gamma threshold. */
export interface Fusion {
  readonly outcome: Outcome;
  /** Σ T_m over the reports that arrived, in ascending AP id. */
  readonly statistic: number;
  /** Σ r_m. */
  readonly rank: number;
  /** ln δ for P_FA and Σ r; null when Σ r = 0. */
  readonly threshold: number | null;
  /** P(Gamma(Σ r, 1) > statistic); null when Σ r = 0. */
  readonly pValue: number | null;
}
