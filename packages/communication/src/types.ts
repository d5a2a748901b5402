import type { ComplexMatrix } from '@vedetta/numerics';
import type { Matrix } from 'ml-matrix';

/** What is known of the UEs' channels and pilots in the long term. k counts UEs, m transmit APs. */
export interface ChannelStatistics {
  /** [k][m] C_{k,m}, N × N, Hermitian positive semidefinite, gain included. */
  readonly correlation: readonly (readonly ComplexMatrix[])[];
  /** [k] index of the pilot sequence. UEs of one index disturb each other's estimates, others do not. */
  readonly pilotIndex: readonly number[];
  /** [k] η̄, W. */
  readonly pilotPower: readonly number[];
  /** τ_p. */
  readonly pilotLength: number;
  /** σ², W, at the antennas of APs as of UEs. */
  readonly noiseVariance: number;
}

/** A sensing beam of one AP, as the UEs see it: its symbols are independent of all others. */
export interface SensingInterference {
  /** m. */
  readonly accessPoint: number;
  /** μ, W. */
  readonly power: number;
  /** W = E[w₀ w₀ᴴ] of (20) or (21), N × N, trace 1. */
  readonly beamCovariance: ComplexMatrix;
}

/** Channels, and what the APs send over them. */
export interface SinrSituation extends ChannelStatistics {
  /** η_{k,m}, W, K × M; 0 where m does not serve k. */
  readonly power: Matrix;
  readonly sensing: readonly SensingInterference[];
}

/** The downlink of one UE: SINR (23) and its terms, W. The denominator is interference + contamination + sensing + σ². */
export interface SinrTerms {
  /** γ, linear. */
  readonly sinr: number;
  /** Numerator of (23): the squared mean of the effective channel. */
  readonly signal: number;
  /** Non-coherent interference: first sum of the denominator, over all streams, the UE's own among them. */
  readonly interference: number;
  /** Coherent interference of UEs on the same pilot: second sum. */
  readonly contamination: number;
  /** Sensing beams: third sum. */
  readonly sensing: number;
}

/** A mean over draws, with its standard error (one σ). */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

export type EstimatedSinrTerms = { readonly [Term in keyof SinrTerms]: Estimate };
