import { type BrokenRule, inNetwork } from './broken-rule.ts';
import type { Network } from './types.ts';

/** Most coefficients of (23), UEs² · transmit APs: what max-min power control holds in memory and works on, again and again. */
const MOST_COEFFICIENTS = 2 ** 20;

/** Max-min power control is a benchmark of small networks: the paper's own word is “non-scalable”. */
export function* powerRules({ power, users, accessPoints }: Network): Generator<BrokenRule> {
  if (typeof power.policy !== 'object') return;
  const coefficients = users.count ** 2 * accessPoints.count;
  if (coefficients > MOST_COEFFICIENTS)
    yield {
      paths: inNetwork('power.policy', 'users.count', 'accessPoints.count'),
      message: `must be 'uniform' or 'fractional' for so many users and APs: max-min power control takes users² · APs up to ${MOST_COEFFICIENTS}, got ${coefficients}`,
    };
}
