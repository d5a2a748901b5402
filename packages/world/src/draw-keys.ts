import { type DrawKey, drawKey } from '@vedetta/numerics';

/**
 * The names of all that is drawn in a run. With the run's seed, a key and an address of three numbers fix a draw, whoever makes it and when.
 */
export interface AirKeys {
  /** (slot, user, transmit AP) → h_{k,m} of (1). */
  readonly userChannel: DrawKey;
  /** (slot, transmit AP, pilot) → ω of (8). */
  readonly pilotNoise: DrawKey;
  /** (slot, user, 0) → x_k[t] of (9), one stream per UE whichever APs send it. */
  readonly userSymbols: DrawKey;
  /** (slot, transmit AP, region) → x_{i,m}[t] of (10). */
  readonly sensingSymbols: DrawKey;
  /** (slot, target, receive AP) → α_{l,m} of (5), over all transmit APs of the deployment. */
  readonly reflectivity: DrawKey;
  /** (slot, transmit AP, receive AP) → Ḡ_{m,m'} of (2). */
  readonly clutter: DrawKey;
  /** (slot, receive AP, 0) → z_m[t] of (24). */
  readonly receiverNoise: DrawKey;
}

export function airKeys(seed: number): AirKeys {
  return {
    userChannel: drawKey(seed, 'air/user-channel'),
    pilotNoise: drawKey(seed, 'air/pilot-noise'),
    userSymbols: drawKey(seed, 'air/user-symbols'),
    sensingSymbols: drawKey(seed, 'air/sensing-symbols'),
    reflectivity: drawKey(seed, 'air/reflectivity'),
    clutter: drawKey(seed, 'air/clutter'),
    receiverNoise: drawKey(seed, 'air/receiver-noise'),
  };
}
