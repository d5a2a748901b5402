import { DomainError } from './errors.ts';
import { philoxBlock } from './philox.ts';

/** The key of one family of draws: two 32-bit words, as signed integers. */
export interface DrawKey {
  readonly k0: number;
  readonly k1: number;
}

/**
 * The key for one purpose under one seed. Different purposes or seeds give unrelated streams.
 *
 * The UTF-8 bytes of the purpose, its length first, are chained through Philox4x32-10 keyed by the seed (cipher block chaining);
 * the last block's first two words are the key.
 *
 * @param seed     integer from 0 to 2⁵³ − 1.
 * @param purpose  what the draws are for, such as 'rcs' or 'receiver-noise'.
 * @throws {DomainError} for any other seed.
 */
export function drawKey(seed: number, purpose: string): DrawKey {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new DomainError('drawKey', 'seed', seed, 'an integer from 0 to 2^53 − 1');
  const low = seed | 0;
  const high = Math.floor(seed / 2 ** 32) | 0;
  const bytes = new TextEncoder().encode(purpose);
  const state = new Uint32Array(4);
  philoxBlock(bytes.length, 0, 0, 0, low, high, state);
  for (let i = 0; i < bytes.length; i += 16) {
    for (let j = i; j < Math.min(i + 16, bytes.length); j++) state[(j >> 2) & 3] ^= bytes[j] << (8 * (j & 3));
    philoxBlock(state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0, low, high, state);
  }
  return { k0: state[0] | 0, k1: state[1] | 0 };
}
