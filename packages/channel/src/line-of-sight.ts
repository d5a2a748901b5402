import { requireNonNegative } from './errors.ts';

/** Up to this distance, metres, there is always a line of sight. */
const certainDistance = 18;

/**
 * Probability of a line of sight, TR 36.814 table B.1.2.1-2, urban micro:
 *
 *   p(d) = min(18/d, 1)(1 − e^{−d/36}) + e^{−d/36}
 *
 * @param distance  d, m
 * @returns p, exactly 1 up to 18 m
 * @throws {PropagationError} for a negative or non-finite distance
 */
export function losProbability(distance: number): number {
  requireNonNegative('distance', distance);
  if (distance <= certainDistance) return 1;
  const decay = Math.exp(-distance / 36);
  return (certainDistance / distance) * (1 - decay) + decay;
}

/**
 * Rician factor of an AP–AP link, c = p/(1 − p) (4).
 *
 * @param distance  between the two APs, m
 * @returns linear; Infinity up to 18 m, where nothing is scattered
 * @throws {PropagationError} for a negative or non-finite distance
 */
export function ricianFactor(distance: number): number {
  const p = losProbability(distance);
  return p < 1 ? p / (1 - p) : Number.POSITIVE_INFINITY; // (4)
}
