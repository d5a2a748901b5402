import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { requireNonNegative, requirePositive } from './errors.ts';

/**
 * Covariance of a target's reflectivities over the transmit APs, α ~ CN(0, R) (Swerling I, model.md §4):
 *
 *   R[i, j] = σ_α² exp(−Δ²/2ψ²),  Δ = ‖e_i − e_j‖
 *
 * with e_i the unit vector from the target to transmit AP i. Δ is the chord, not the great-circle angle, so R is
 * positive semidefinite for every ψ: a Gaussian kernel in space.
 *
 * @param target  position of the target, m
 * @param transmit  positions of the T transmit APs, m, in the order of R
 * @param variance  σ_α², linear (m² under `radar-equation`)
 * @param correlationAngle  ψ, rad; a chord, so near π and beyond all reflectivities are nearly the same
 * @returns R, T × T, real, symmetric, σ_α² on the diagonal. An AP at the target's very place has no direction; it
 *          counts as one chord of length 1 away from the others, which keeps R positive semidefinite
 * @throws {PropagationError} for ψ ≤ 0 or a negative variance
 */
export function rcsCovariance(
  target: Point,
  transmit: readonly Point[],
  variance: number,
  correlationAngle: number,
): ComplexMatrix {
  requireNonNegative('variance', variance);
  requirePositive('correlationAngle', correlationAngle);
  const count = transmit.length;
  const out = createComplexMatrix(count, count);
  const directions = transmit.map((position) => unitVector(target, position));
  for (let i = 0; i < count; i++) {
    out.re[i * count + i] = variance;
    for (let j = 0; j < i; j++) {
      const x = directions[i][0] - directions[j][0];
      const y = directions[i][1] - directions[j][1];
      const z = directions[i][2] - directions[j][2];
      const chordSquared = x * x + y * y + z * z;
      const value = variance * Math.exp(-chordSquared / (2 * correlationAngle * correlationAngle));
      out.re[i * count + j] = value;
      out.re[j * count + i] = value;
    }
  }
  return out;
}

function unitVector(from: Point, to: Point): Point {
  const x = to[0] - from[0];
  const y = to[1] - from[1];
  const z = to[2] - from[2];
  const length = Math.sqrt(x * x + y * y + z * z) || 1;
  return [x / length, y / length, z / length];
}
