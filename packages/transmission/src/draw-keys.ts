import { type DrawKey, drawKey } from '@vedetta/numerics';

/**
 * The names of what is drawn on the transmit side of a run. With the run's seed, a key and an address of three numbers fix a draw,
 * whoever makes it and when.
 */
export interface TransmissionKeys {
  /** (slot, user, transmit AP) → h_{k,m} of (1). */
  readonly userChannel: DrawKey;
  /** (slot, transmit AP, pilot) → ω of (8). */
  readonly pilotNoise: DrawKey;
  /** (slot, user, 0) → x_k[t] of (9), one stream per UE whichever APs send it. */
  readonly userSymbols: DrawKey;
  /** (slot, transmit AP, region) → x_{i,m}[t] of (10). */
  readonly sensingSymbols: DrawKey;
}

export function transmissionKeys(seed: number): TransmissionKeys {
  return {
    userChannel: drawKey(seed, 'air/user-channel'),
    pilotNoise: drawKey(seed, 'air/pilot-noise'),
    userSymbols: drawKey(seed, 'air/user-symbols'),
    sensingSymbols: drawKey(seed, 'air/sensing-symbols'),
  };
}
