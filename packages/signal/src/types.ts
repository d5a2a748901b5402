import type { ComplexMatrix } from '@vedetta/numerics';

/** What one transmit AP emits in one coherence block (9). */
export interface TransmitBlock {
  readonly accessPoint: number;
  /** S_m, τ_s × N, row t = s_m[t]ᵀ, √W. */
  readonly samples: ComplexMatrix;
}

/** The symbols of one UE's stream in one coherence block; all APs that serve it send the same. */
export interface UserSymbols {
  readonly user: number;
  /** x_k[t], τ_s × 1, unit energy. */
  readonly symbols: ComplexMatrix;
}
