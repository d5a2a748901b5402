import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { SignalError } from './errors.ts';

/**
 * Response of a uniform linear array, a[n] = exp(j 2π d n ν), n = 0 … N − 1; ‖a‖² = N, not unit norm (model.md §1).
 *
 * @param antennaCount  N
 * @param spacing  d, wavelengths
 * @param directionCosine  ν = sin φ cos θ
 * @param out  N × 1, overwritten; a new vector when left out
 * @returns a, N × 1
 * @throws {SignalError} if `out` has another length or N is not a whole number above 0
 */
export function steeringVector(
  antennaCount: number,
  spacing: number,
  directionCosine: number,
  out: ComplexMatrix = newVector(antennaCount),
): ComplexMatrix {
  requireLength('out', out, antennaCount);
  const step = 2 * Math.PI * spacing * directionCosine;
  out.re[0] = 1;
  out.im[0] = 0;
  for (let n = 1; n < antennaCount; n++) {
    out.re[n] = Math.cos(step * n);
    out.im[n] = Math.sin(step * n);
  }
  return out;
}

/**
 * Sensing beam w₀ = a/√N (14): unit norm, as (9) asks, pointed at the inspected position.
 *
 * @param steering  a, N × 1, ‖a‖² = N. Not modified, unless it is `out` as well
 * @param out  N × 1, overwritten; a new vector when left out
 * @returns w₀, N × 1
 * @throws {SignalError} if `out` has another length
 */
export function sensingBeam(steering: ComplexMatrix, out: ComplexMatrix = newVector(steering.rows)): ComplexMatrix {
  requireLength('out', out, steering.rows);
  const scale = 1 / Math.sqrt(steering.rows);
  for (let n = 0; n < steering.rows; n++) {
    out.re[n] = steering.re[n] * scale; // (14)
    out.im[n] = steering.im[n] * scale;
  }
  return out;
}

function newVector(length: number): ComplexMatrix {
  if (!Number.isSafeInteger(length) || length < 1) {
    throw new SignalError('antennaCount', `must be a whole number of at least 1, got ${length}`);
  }
  return createComplexMatrix(length, 1);
}

/** A column of `length` rows, else refused. */
export function requireLength(name: string, vector: ComplexMatrix, length: number): void {
  if (vector.rows !== length || vector.columns !== 1) {
    throw new SignalError(name, `must be ${length} × 1, is ${vector.rows} × ${vector.columns}`);
  }
}
