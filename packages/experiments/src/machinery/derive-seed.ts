import { createHash } from 'node:crypto';

/**
 * A seed for one of several runs whose draws must not be the same, a whole number below 2⁴⁸. Runs of one seed draw the same noise for the same AP
 * and slot: fine to compare two receivers on the same samples, wrong to add their counts up as if they were independent.
 */
export function deriveSeed(seed: number, ...names: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...names]))
    .digest();
  return digest.readUIntBE(0, 6);
}
