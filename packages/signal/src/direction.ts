import type { Point } from '@vedetta/scenario';

/** Angles in the frame of an array: local y along it, local z up; radians. */
export interface Direction {
  /** φ, −π to π, from local x towards the array's axis. */
  readonly azimuth: number;
  /** θ, −π/2 to π/2, above the horizontal. */
  readonly elevation: number;
}

/**
 * Direction cosine along an array, ν = u·(p − q)/‖p − q‖ = sin φ cos θ (model.md §1).
 *
 * @param axis  u, unit vector along the array, horizontal
 * @param from  q, position of the array, m
 * @param to  p, m
 * @returns −1 to 1; 0 (broadside) for p = q, which has no direction
 */
export function directionCosine(axis: Point, from: Point, to: Point): number {
  const x = to[0] - from[0];
  const y = to[1] - from[1];
  const z = to[2] - from[2];
  const length = Math.sqrt(x * x + y * y + z * z);
  if (length === 0) return 0;
  return Math.max(-1, Math.min(1, (axis[0] * x + axis[1] * y + axis[2] * z) / length));
}

/**
 * Azimuth and elevation of a point in the frame of an array: right-handed, local y along the axis u, local z up, so
 * that sin φ cos θ is the direction cosine and both φ = 0 and φ = π are broadside.
 *
 * @param axis  u, unit vector along the array, horizontal
 * @param from  q, position of the array, m
 * @param to  p, m
 * @returns radians; zeros for p = q
 */
export function azimuthElevation(axis: Point, from: Point, to: Point): Direction {
  const x = to[0] - from[0];
  const y = to[1] - from[1];
  const z = to[2] - from[2];
  const along = axis[0] * x + axis[1] * y;
  const across = axis[1] * x - axis[0] * y; // local x = u × e_z
  return { azimuth: Math.atan2(along, across), elevation: Math.atan2(z, Math.hypot(along, across)) };
}
