import { CommunicationError } from './errors.ts';
import type { ChannelStatistics, SinrSituation } from './types.ts';

/**
 * Sizes, indexes and ranges of channel statistics. That correlations are Hermitian and positive semidefinite is the caller's word.
 *
 * @throws {CommunicationError} at the first thing that cannot be
 */
export function checkChannels(channels: ChannelStatistics): void {
  const { correlation, pilotIndex, pilotPower, pilotLength, noiseVariance } = channels;
  const users = correlation.length;
  const accessPoints = correlation[0]?.length ?? 0;
  requireCount('pilotIndex', pilotIndex.length, users);
  requireCount('pilotPower', pilotPower.length, users);
  if (!(Number.isSafeInteger(pilotLength) && pilotLength >= 1))
    throw new CommunicationError('pilotLength', `must be a whole number of at least 1, is ${pilotLength}`);
  if (!(noiseVariance > 0 && noiseVariance < Infinity))
    throw new CommunicationError('noiseVariance', `must be a finite number above 0, is ${noiseVariance}`);
  for (let k = 0; k < users; k++) {
    requireCount(`correlation[${k}]`, correlation[k].length, accessPoints);
    requireNonNegative(`pilotPower[${k}]`, pilotPower[k]);
    requireIndex(`pilotIndex[${k}]`, pilotIndex[k], pilotLength);
    for (let m = 0; m < accessPoints; m++) {
      const { rows, columns } = correlation[k][m];
      const n = correlation[0][m].rows;
      if (rows !== n || columns !== n)
        throw new CommunicationError(`correlation[${k}][${m}]`, `must be ${n} × ${n}, is ${rows} × ${columns}`);
    }
  }
}

/** @throws {CommunicationError} at the first thing that cannot be */
export function checkSituation(situation: SinrSituation): void {
  checkChannels(situation);
  const { correlation, power, sensing } = situation;
  const accessPoints = correlation[0]?.length ?? 0;
  requireCount('power', power.rows, correlation.length);
  for (let k = 0; k < power.rows; k++) {
    requireCount(`power[${k}]`, power.columns, accessPoints);
    for (let m = 0; m < accessPoints; m++) requireNonNegative(`power[${k}][${m}]`, power.get(k, m));
  }
  if (correlation.length === 0) return; // nobody to disturb, and no size to hold beams against
  for (const [i, { accessPoint, power: mu, beamCovariance }] of sensing.entries()) {
    requireIndex(`sensing[${i}].accessPoint`, accessPoint, accessPoints);
    requireNonNegative(`sensing[${i}].power`, mu);
    const n = correlation[0][accessPoint].rows;
    const { rows, columns } = beamCovariance;
    if (rows !== n || columns !== n)
      throw new CommunicationError(`sensing[${i}].beamCovariance`, `must be ${n} × ${n}, is ${rows} × ${columns}`);
  }
}

function requireCount(path: string, length: number, count: number): void {
  if (length !== count) throw new CommunicationError(path, `must have ${count} entries, has ${length}`);
}

export function requireNonNegative(path: string, value: number): void {
  if (!(value >= 0 && value < Infinity))
    throw new CommunicationError(path, `must be a finite number of at least 0, is ${value}`);
}

/** Whole, 0 ≤ value < count. */
export function requireIndex(path: string, value: number, count: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0 && value < count))
    throw new CommunicationError(path, `must be a whole number from 0 to ${count - 1}, is ${value}`);
}
