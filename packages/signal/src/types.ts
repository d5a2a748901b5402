import type { ComplexMatrix } from '@vedetta/numerics';

/** What one transmit AP emits in one coherence block (9). */
export interface TransmitBlock {
  readonly accessPoint: number;
  /** S_m, τ_s × N, row t = s_m[t]ᵀ, √W. */
  readonly samples: ComplexMatrix;
}
