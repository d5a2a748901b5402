import {
  type ComplexMatrix,
  choleskyInPlace,
  createComplexMatrix,
  herk,
  mirrorLower,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
  trace,
} from '@vedetta/numerics';
import { SignalError } from './errors.ts';
import { type PilotSituation, pilotObservationCovariance } from './pilot-covariance.ts';
import { requireLength } from './steering.ts';

/** MMSE estimation of one UE's channel at one AP: long-term quantities, the same for all slots. */
export interface MmseEstimator {
  /** Λ = τ_p η̄ C Γ⁻¹ (6), N × N. */
  readonly estimationMatrix: ComplexMatrix;
  /** Φ = ΛC = E[ĥ ĥᴴ], N × N, exactly Hermitian. */
  readonly estimateCovariance: ComplexMatrix;
  /** tr Φ = E‖ĥ‖², above 0 unless the UE is not heard at all. */
  readonly tracePhi: number;
  /** Lower Cholesky factor of Γ: the observation itself is φ = factor · CN(0, I). */
  readonly observationFactor: ComplexMatrix;
  /** √(τ_p η̄). */
  readonly pilotAmplitude: number;
}

/**
 * MMSE estimator of (6)–(8) for one UE of a pilot at one AP.
 *
 *   φ = Σ_j √(τ_p η̄_j) h_j + ω     Γ = E[φ φᴴ]     Λ = τ_p η̄_k C_k Γ⁻¹     Φ = Λ C_k
 *
 * Φ comes as τ_p η̄ (L⁻¹C)ᴴ(L⁻¹C) with L Lᴴ = Γ, so it is Hermitian and positive semidefinite in floating point too.
 *
 * @param situation  what the AP hears on the pilot
 * @param user  index k in `situation.users`
 * @throws {SignalError} for an index out of range or as `pilotObservationCovariance`
 */
export function mmseEstimator(situation: PilotSituation, user: number): MmseEstimator {
  const wanted = situation.users[user];
  if (wanted === undefined) throw new SignalError('user', `must be an index into users, got ${user}`);
  const observationFactor = pilotObservationCovariance(situation);
  choleskyInPlace(observationFactor);
  const n = observationFactor.rows;
  const trainingEnergy = situation.pilotLength * wanted.pilotPower;

  const solved = createComplexMatrix(n, n);
  for (let e = 0; e < n * n; e++) {
    solved.re[e] = wanted.gain * wanted.correlation.re[e];
    solved.im[e] = wanted.gain * wanted.correlation.im[e];
  }
  solveLowerInPlace(observationFactor, solved); // L⁻¹ C
  const estimateCovariance = createComplexMatrix(n, n);
  herk('H', solved, estimateCovariance, trainingEnergy); // Φ = τη̄ Cᴴ Γ⁻¹ C
  mirrorLower(estimateCovariance);

  solveLowerHermitianInPlace(observationFactor, solved); // Γ⁻¹ C
  const estimationMatrix = scaledConjugateTranspose(solved, trainingEnergy); // (6): Λ = τη̄ C Γ⁻¹
  return {
    estimationMatrix,
    estimateCovariance,
    tracePhi: trace(estimateCovariance).re,
    observationFactor,
    pilotAmplitude: Math.sqrt(trainingEnergy),
  };
}

/**
 * Channel estimate ĥ = Λ φ/√(τ_p η̄) (6).
 *
 * @param observation  φ, N × 1, √W. Not modified
 * @param out  N × 1, overwritten, not the observation; a new vector when left out
 * @returns ĥ ~ CN(0, Φ), N × 1
 * @throws {SignalError} if sizes disagree
 */
export function estimateChannel(
  estimator: MmseEstimator,
  observation: ComplexMatrix,
  out: ComplexMatrix = createComplexMatrix(observation.rows, 1),
): ComplexMatrix {
  const { estimationMatrix, pilotAmplitude } = estimator;
  const n = estimationMatrix.rows;
  requireLength('observation', observation, n);
  requireLength('out', out, n);
  if (out === observation) throw new SignalError('out', 'must not be the observation itself');
  const scale = pilotAmplitude > 0 ? 1 / pilotAmplitude : 0;
  for (let i = 0; i < n; i++) {
    let re = 0;
    let im = 0;
    for (let j = 0; j < n; j++) {
      const aRe = estimationMatrix.re[i * n + j];
      const aIm = estimationMatrix.im[i * n + j];
      re += aRe * observation.re[j] - aIm * observation.im[j];
      im += aRe * observation.im[j] + aIm * observation.re[j];
    }
    out.re[i] = scale * re; // (6)
    out.im[i] = scale * im;
  }
  return out;
}

/**
 * Communication beam by maximum ratio, w = ĥ/√tr Φ (13): unit *mean* power, E‖w‖² = 1, not unit norm.
 *
 * @param estimate  ĥ, N × 1. Not modified, unless it is `out` as well
 * @param tracePhi  tr Φ of the estimator, above 0
 * @param out  N × 1, overwritten; a new vector when left out
 * @returns w, N × 1
 * @throws {SignalError} if tr Φ is not positive (a UE that is not heard has no beam) or `out` has another size
 */
export function communicationBeam(
  estimate: ComplexMatrix,
  tracePhi: number,
  out: ComplexMatrix = createComplexMatrix(estimate.rows, 1),
): ComplexMatrix {
  if (!(tracePhi > 0)) throw new SignalError('tracePhi', `must be above 0, got ${tracePhi}`);
  requireLength('out', out, estimate.rows);
  const scale = 1 / Math.sqrt(tracePhi);
  for (let n = 0; n < estimate.rows; n++) {
    out.re[n] = scale * estimate.re[n]; // (13)
    out.im[n] = scale * estimate.im[n];
  }
  return out;
}

function scaledConjugateTranspose(a: ComplexMatrix, scale: number): ComplexMatrix {
  const out = createComplexMatrix(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) {
      out.re[j * a.rows + i] = scale * a.re[i * a.columns + j];
      out.im[j * a.rows + i] = -scale * a.im[i * a.columns + j];
    }
  }
  return out;
}
