import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { SignalError } from './errors.ts';

/**
 * Pilot sequence π of one index: a column of the unitary DFT matrix, so sequences are orthonormal and of constant
 * modulus. π_jᴴπ_k is 1 for the same index and 0 otherwise, which is all that (7) and (8) need.
 *
 * @param pilotLength  τ_p
 * @param pilotIndex  0 ≤ index < τ_p
 * @returns π, τ_p × 1, unit norm
 * @throws {SignalError} for an index out of range
 */
export function pilotSequence(pilotLength: number, pilotIndex: number): ComplexMatrix {
  if (!Number.isSafeInteger(pilotIndex) || pilotIndex < 0 || !(pilotIndex < pilotLength)) {
    throw new SignalError('pilotIndex', `must be 0 to ${pilotLength - 1}, got ${pilotIndex}`);
  }
  const out = createComplexMatrix(pilotLength, 1);
  const modulus = 1 / Math.sqrt(pilotLength);
  for (let t = 0; t < pilotLength; t++) {
    const angle = (2 * Math.PI * ((t * pilotIndex) % pilotLength)) / pilotLength;
    out.re[t] = modulus * Math.cos(angle);
    out.im[t] = modulus * Math.sin(angle);
  }
  return out;
}

/**
 * One UE's part in the despread pilot observation (8), added to what is there:
 *
 *   φ ← φ + √(τ_p η̄_j) h_j        for a UE on the same pilot; one on another pilot adds nothing
 *
 * Start from the despread noise ω ~ CN(0, σ² I) and add the UEs of the pilot in ascending id.
 *
 * @param observation  φ, N × 1, √W. Changed
 * @param channel  h_j, N × 1. Not modified
 * @param pilotPower  η̄_j, W
 * @param pilotLength  τ_p
 * @throws {SignalError} if the sizes differ
 */
export function addPilot(
  observation: ComplexMatrix,
  channel: ComplexMatrix,
  pilotPower: number,
  pilotLength: number,
): void {
  if (observation.rows !== channel.rows || observation.columns !== 1 || channel.columns !== 1) {
    throw new SignalError('channel', `must be ${observation.rows} × 1, is ${channel.rows} × ${channel.columns}`);
  }
  const amplitude = Math.sqrt(pilotLength * pilotPower);
  for (let n = 0; n < channel.rows; n++) {
    observation.re[n] += amplitude * channel.re[n]; // (8)
    observation.im[n] += amplitude * channel.im[n];
  }
}
