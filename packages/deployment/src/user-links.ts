import { apUserGain, shadowFadingDeviationDb } from '@vedetta/channel';
import { type ComplexMatrix, drawKey, fillNormal } from '@vedetta/numerics';
import type { Network } from '@vedetta/scenario';
import { Matrix } from 'ml-matrix';
import { correlationToward } from './array-view.ts';
import { BoundedMemo, matrixMemoCapacity } from './bounded-memo.ts';
import type { AccessPoint, UserEquipment } from './types.ts';

export interface UserLinks {
  /** ρ_{k,m}, linear. */
  gain(accessPoint: number, user: number): number;
  /** C_{k,m} / ρ_{k,m}, N × N, trace N. */
  correlation(accessPoint: number, user: number): ComplexMatrix;
}

/**
 * Statistics of the Rayleigh channels (1) between APs and UEs: no line of sight, log-normal shadowing of 4 dB drawn by
 * name for each pair. Both are computed when first asked for; gains are kept for good, correlations up to a bound.
 */
export function createUserLinks(
  network: Network,
  accessPoints: readonly AccessPoint[],
  users: readonly UserEquipment[],
): UserLinks {
  const key = drawKey(network.layoutSeed, 'layout/user-shadowing');
  const normal = new Float64Array(1);
  const gains = Matrix.zeros(accessPoints.length, users.length).fill(Number.NaN); // ρ, M × K
  const correlations = new BoundedMemo(matrixMemoCapacity(network.accessPoints.antennaCount, 1), (link) => {
    const accessPoint = accessPoints[Math.floor(link / users.length)];
    return correlationToward(network, accessPoint, users[link % users.length].position);
  });

  function gain(accessPoint: number, user: number): number {
    const known = gains.get(accessPoint, user);
    if (!Number.isNaN(known)) return known;
    let shadowingDb = 0;
    if (network.propagation.shadowFading) {
      fillNormal(key, accessPoint, user, 0, normal);
      shadowingDb = shadowFadingDeviationDb.nlos * normal[0];
    }
    const from = accessPoints[accessPoint].position;
    const rho = apUserGain(network.propagation, from, users[user].position, shadowingDb);
    gains.set(accessPoint, user, rho);
    return rho;
  }

  return { gain, correlation: (accessPoint, user) => correlations.get(accessPoint * users.length + user) };
}
