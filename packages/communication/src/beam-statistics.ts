import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { type MmseEstimator, mmseEstimator } from '@vedetta/signal';
import { requireIndex } from './check-situation.ts';
import { addScaled, traceWithHermitian } from './hermitian-trace.ts';
import type { ChannelStatistics } from './types.ts';

/** What the beam w_{j,m} of (13) does in the mean, whatever power it carries. */
export interface BeamStatistics {
  /** j. */
  readonly user: number;
  /** m. */
  readonly accessPoint: number;
  /** √tr Φ_{j,m} = E[h_{j,m}ᴴ w_{j,m}], real. */
  readonly meanGain: number;
  /** E[w wᴴ] = Φ_{j,m}/tr Φ_{j,m}, N × N, trace 1. */
  readonly covariance: ComplexMatrix;
  /** The other UEs on the pilot of j, ascending, with E[h_{k,m}ᴴ w_{j,m}]: what pilot contamination sends them coherently. */
  readonly contaminated: readonly { readonly user: number; readonly re: number; readonly im: number }[];
}

/**
 * Mean gain, covariance and pilot contamination of one communication beam by maximum ratio, w_j = ĥ_j/√tr Φ_j.
 *
 *   E[h_kᴴ w_j] = √(η̄_k/η̄_j) tr(Λ_j C_k)/√tr Φ_j      for k on the pilot of j, 0 for others; √tr Φ_j for k = j
 *
 * The paper's (23) has no √(η̄_k/η̄_j), which is right for equal pilot powers alone. With three and more UEs on a pilot the mean is
 * complex in general, so the sums over APs have to be made before the absolute value.
 *
 * @param channels  taken as checked
 * @returns null for a UE that the AP does not hear at all (tr Φ = 0): it has no beam there
 * @throws {CommunicationError} for an index out of range
 * @throws {NotPositiveDefiniteError} if the noise is lost in the rounding of what else is heard
 */
export function beamStatistics(channels: ChannelStatistics, user: number, accessPoint: number): BeamStatistics | null {
  requireIndex('user', user, channels.correlation.length);
  requireIndex('accessPoint', accessPoint, channels.correlation[user].length);
  const { sharing, estimator } = pilotEstimator(channels, user, accessPoint);
  const { estimateCovariance, estimationMatrix, tracePhi } = estimator;
  if (tracePhi === 0) return null;
  const meanGain = Math.sqrt(tracePhi);
  const covariance = createComplexMatrix(estimateCovariance.rows, estimateCovariance.columns);
  addScaled(covariance, 1 / tracePhi, estimateCovariance);
  const contaminated = sharing
    .filter((other) => other !== user)
    .map((other) => {
      const { re, im } = traceWithHermitian(estimationMatrix, channels.correlation[other][accessPoint]);
      const scale = Math.sqrt(channels.pilotPower[other] / channels.pilotPower[user]) / meanGain;
      return { user: other, re: scale * re, im: scale * im };
    });
  return { user, accessPoint, meanGain, covariance, contaminated };
}

/** The MMSE estimator (6) of a UE at an AP, and the UEs on its pilot, ascending. */
export function pilotEstimator(
  channels: ChannelStatistics,
  user: number,
  accessPoint: number,
): { readonly sharing: readonly number[]; readonly estimator: MmseEstimator } {
  const { correlation, pilotIndex, pilotPower, pilotLength, noiseVariance } = channels;
  const sharing = [...pilotIndex.keys()].filter((other) => pilotIndex[other] === pilotIndex[user]);
  const users = sharing.map((other) => ({
    correlation: correlation[other][accessPoint],
    gain: 1,
    pilotPower: pilotPower[other],
  }));
  return { sharing, estimator: mmseEstimator({ users, pilotLength, noiseVariance }, sharing.indexOf(user)) };
}
