import { PropagationError, requireNonNegative, requirePositive } from './errors.ts';
import { speedOfLight } from './units.ts';

/** Nearer than this, metres, the path loss stays what it is here. */
export const distanceFloor = 10;

/** Height that TR 36.814 takes for the surroundings of an antenna, metres: h' = h − 1. */
const environmentHeight = 1;

/**
 * Breakpoint of the urban-micro line-of-sight path loss, d_bp = 4 h'₁ h'₂ f / c, h' = h − 1 m (TR 36.814, B.1.2.1).
 *
 * @param frequencyGhz  carrier, GHz
 * @param heightA  height of one end, m
 * @param heightB  height of the other end, m; the order does not matter
 * @returns metres
 * @throws {PropagationError} for a height of 1 m or less, or a frequency that is not positive
 */
export function breakpointDistance(frequencyGhz: number, heightA: number, heightB: number): number {
  requirePositive('frequencyGhz', frequencyGhz);
  return (
    (4 * effectiveHeight('heightA', heightA) * effectiveHeight('heightB', heightB) * frequencyGhz * 1e9) / speedOfLight
  );
}

/**
 * Line-of-sight path loss, TR 36.814 urban micro, model.md §2:
 *
 *   PL = 22 log₁₀ d + 28 + 20 log₁₀ f                                   d < d_bp
 *   PL = 40 log₁₀ d + 7.8 − 18 log₁₀ h'₁ − 18 log₁₀ h'₂ + 2 log₁₀ f     beyond
 *
 * The two meet at d_bp but for a step of 0.05 dB, which is the report's.
 *
 * @param frequencyGhz  carrier f, GHz
 * @param distance  3-D distance d, m; floored at 10 m
 * @returns dB, positive for a loss
 * @throws {PropagationError} for a height of 1 m or less, a frequency that is not positive, a distance that is negative
 */
export function losPathLossDb(frequencyGhz: number, distance: number, heightA: number, heightB: number): number {
  const breakpoint = breakpointDistance(frequencyGhz, heightA, heightB);
  const d = flooredDistance(distance);
  if (d < breakpoint) return 22 * Math.log10(d) + 28 + 20 * Math.log10(frequencyGhz);
  const heights = Math.log10(heightA - environmentHeight) + Math.log10(heightB - environmentHeight);
  return 40 * Math.log10(d) + 7.8 - 18 * heights + 2 * Math.log10(frequencyGhz);
}

/**
 * Path loss without line of sight, TR 36.814 urban micro: PL = 36.7 log₁₀ d + 22.7 + 26 log₁₀ f.
 *
 * @param frequencyGhz  carrier f, GHz
 * @param distance  3-D distance d, m; floored at 10 m
 * @returns dB, positive for a loss
 * @throws {PropagationError} for a frequency that is not positive or a distance that is negative
 */
export function nlosPathLossDb(frequencyGhz: number, distance: number): number {
  requirePositive('frequencyGhz', frequencyGhz);
  return 36.7 * Math.log10(flooredDistance(distance)) + 22.7 + 26 * Math.log10(frequencyGhz);
}

function flooredDistance(distance: number): number {
  requireNonNegative('distance', distance);
  return Math.max(distance, distanceFloor);
}

function effectiveHeight(name: string, height: number): number {
  if (!(height > environmentHeight && height < Number.POSITIVE_INFINITY)) {
    throw new PropagationError(name, height, 'must be above 1 m for the line-of-sight path loss');
  }
  return height - environmentHeight;
}
