import { CommunicationError } from './errors.ts';

/** What of a coherence block carries data. */
export interface BlockSplit {
  /** τ_c, samples. */
  readonly coherenceSamples: number;
  /** τ_p, samples. */
  readonly pilotLength: number;
}

/**
 * Spectral efficiency of a UE: the rate of (17) per hertz, with all that the pilots leave for the downlink, τ_d = τ_c − τ_p.
 *
 *   R/B = τ_d/τ_c · log₂(1 + γ)                                                                 (17)
 *
 * @param sinr  γ, linear
 * @returns bit/s/Hz; 0 where the pilots fill the block
 * @throws {CommunicationError} for a negative SINR, or pilots longer than the block
 */
export function spectralEfficiency(sinr: number, { coherenceSamples, pilotLength }: BlockSplit): number {
  if (!(sinr >= 0)) throw new CommunicationError('sinr', `must be at least 0, is ${sinr}`);
  if (!(coherenceSamples >= 1 && coherenceSamples < Infinity))
    throw new CommunicationError('coherenceSamples', `must be at least 1, is ${coherenceSamples}`);
  if (!(pilotLength >= 0 && pilotLength <= coherenceSamples))
    throw new CommunicationError(
      'pilotLength',
      `must be 0 to coherenceSamples, ${coherenceSamples}, is ${pilotLength}`,
    );
  if (pilotLength === coherenceSamples) return 0; // also for an infinite SINR
  const share = (coherenceSamples - pilotLength) / coherenceSamples; // (17)
  return (share * Math.log1p(sinr)) / Math.LN2; // (17)
}

/**
 * Data rate of a UE (17).
 *
 * @param sinr  γ, linear
 * @param bandwidth  B, Hz
 * @returns bit/s
 * @throws {CommunicationError} as `spectralEfficiency`, or for a negative bandwidth
 */
export function dataRate(sinr: number, block: BlockSplit, bandwidth: number): number {
  if (!(bandwidth >= 0)) throw new CommunicationError('bandwidth', `must be at least 0, is ${bandwidth}`);
  return bandwidth * spectralEfficiency(sinr, block); // (17)
}
