import { type DrawKey, fillNormal } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { azimuthElevation, type Direction, directionCosine } from './direction.ts';
import { SignalError } from './errors.ts';

/** σ_ε of the paper's experiments, rad. */
export const angleErrorDeviation = 1e-2;

/**
 * Where an AP believes a followed target to be: its own azimuth and elevation of the target, both in error,
 *
 *   [φ_{m,p̂} θ_{m,p̂}] = [φ_{m,p} θ_{m,p}] + ε_l                                                  (12)
 *
 * One ε_l serves all APs, each in the frame of its own array. The estimates of several APs therefore meet in no single point: p̂_l is
 * a set of directions, and what needs a distance (association, gains) takes that of the position the error was added to.
 *
 * @param axis  u, unit vector along the array, horizontal
 * @param from  q, position of the array, m
 * @param to  p_l, m
 * @param error  ε_l, rad
 * @returns radians, not folded back into the ranges of `azimuthElevation`
 */
export function estimatedDirection(axis: Point, from: Point, to: Point, error: Direction): Direction {
  const { azimuth, elevation } = azimuthElevation(axis, from, to);
  return { azimuth: azimuth + error.azimuth, elevation: elevation + error.elevation }; // (12)
}

/**
 * Direction cosine sin φ cos θ along an array towards a position, or towards its estimate (12) where there is an error.
 *
 * @param error  ε_l, rad; left out: the position is known, and the result is `directionCosine` to the bit
 */
export function estimatedDirectionCosine(axis: Point, from: Point, to: Point, error?: Direction): number {
  if (error === undefined) return directionCosine(axis, from, to);
  const { azimuth, elevation } = estimatedDirection(axis, from, to, error);
  return Math.sin(azimuth) * Math.cos(elevation);
}

/**
 * Draws the angle error ε ~ N(0, σ_ε² I₂) of one target (12).
 *
 * @param key  names what the draw is for
 * @param draw,target  whole numbers; the same pair gives the same error, to every AP
 * @param deviation  σ_ε, rad, at least 0
 * @throws {SignalError} for a deviation that is negative or not finite
 */
export function drawAngleError(
  key: DrawKey,
  draw: number,
  target: number,
  deviation: number = angleErrorDeviation,
): Direction {
  if (!(deviation >= 0 && deviation < Infinity))
    throw new SignalError('deviation', `must be finite and at least 0, is ${deviation}`);
  const [azimuth, elevation] = normalPair(key, draw, target);
  return { azimuth: deviation * azimuth, elevation: deviation * elevation };
}

function normalPair(key: DrawKey, draw: number, target: number): Float64Array {
  const pair = new Float64Array(2);
  fillNormal(key, draw, target, 0, pair);
  return pair;
}
