import { type DrawKey, drawKey } from '@vedetta/numerics';

/**
 * The names of what the world draws in a run. With the run's seed, a key and an address of three numbers fix a draw, whoever makes it and when.
 */
export interface AirKeys {
  /** (slot, target, receive AP) → α_{l,m} of (5), over all transmit APs of the deployment. */
  readonly reflectivity: DrawKey;
  /** (slot, transmit AP, receive AP) → Ḡ_{m,m'} of (2). */
  readonly clutter: DrawKey;
  /** (slot, receive AP, 0) → z_m[t] of (24). */
  readonly receiverNoise: DrawKey;
}

export function airKeys(seed: number): AirKeys {
  return {
    reflectivity: drawKey(seed, 'air/reflectivity'),
    clutter: drawKey(seed, 'air/clutter'),
    receiverNoise: drawKey(seed, 'air/receiver-noise'),
  };
}
