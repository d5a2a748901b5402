import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { SignalError } from './errors.ts';

/** A UE that sends the pilot in question, seen from one AP. */
export interface PilotUser {
  /** Spatial correlation, N × N, Hermitian. Only gain · correlation = C of (1) matters. */
  readonly correlation: ComplexMatrix;
  /** ρ, linear; 1 when `correlation` is C itself. */
  readonly gain: number;
  /** η̄, W. */
  readonly pilotPower: number;
}

/** What one AP hears on one pilot. */
export interface PilotSituation {
  /** All UEs on this pilot, ascending id. */
  readonly users: readonly PilotUser[];
  /** τ_p. */
  readonly pilotLength: number;
  /** σ², W. */
  readonly noiseVariance: number;
}

/**
 * Covariance of the despread pilot observation (7), with I of size N:
 *
 *   Γ = Σ_j τ_p η̄_j C_j + σ² I,   j over the UEs on the pilot
 *
 * @returns Γ, N × N, Hermitian, W
 * @throws {SignalError} if no UE is on the pilot, a correlation is not N × N, or a number is out of range
 */
export function pilotObservationCovariance(situation: PilotSituation): ComplexMatrix {
  const n = checkSituation(situation);
  const out = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++) out.re[i * n + i] = situation.noiseVariance;
  for (const user of situation.users) {
    const scale = situation.pilotLength * user.pilotPower * user.gain;
    for (let e = 0; e < n * n; e++) {
      out.re[e] += scale * user.correlation.re[e]; // (7)
      out.im[e] += scale * user.correlation.im[e];
    }
  }
  return out;
}

/** @returns N */
function checkSituation({ users, pilotLength, noiseVariance }: PilotSituation): number {
  if (users.length === 0) throw new SignalError('users', 'must not be empty');
  if (!(pilotLength >= 1)) throw new SignalError('pilotLength', `must be at least 1, got ${pilotLength}`);
  if (!(noiseVariance > 0)) throw new SignalError('noiseVariance', `must be above 0, got ${noiseVariance}`);
  const n = users[0].correlation.rows;
  for (const [index, { correlation, gain, pilotPower }] of users.entries()) {
    if (correlation.rows !== n || correlation.columns !== n) {
      const shape = `${correlation.rows} × ${correlation.columns}`;
      throw new SignalError(`users[${index}].correlation`, `must be ${n} × ${n}, is ${shape}`);
    }
    if (!(gain >= 0)) throw new SignalError(`users[${index}].gain`, `must not be negative, got ${gain}`);
    if (!(pilotPower >= 0))
      throw new SignalError(`users[${index}].pilotPower`, `must not be negative, got ${pilotPower}`);
  }
  return n;
}
