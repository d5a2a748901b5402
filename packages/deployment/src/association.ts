import type { Network } from '@vedetta/scenario';

export interface UserAssociation {
  /** [k] → M_k, ascending. */
  readonly servedBy: readonly (readonly number[])[];
  /** [m] → K_m, ascending; empty for APs that serve nobody. */
  readonly usersOf: readonly (readonly number[])[];
}

/**
 * Which transmit APs serve which UE. User-centric modes (UTC, UC): the configured number of transmit APs with the largest ρ_{k,m};
 * otherwise (TC, CF) all of them. Equal gains go to the lower id.
 *
 * @param userGain  ρ_{k,m}, linear
 */
export function associateUsers(
  network: Network,
  transmit: readonly number[],
  accessPointCount: number,
  userCount: number,
  userGain: (accessPoint: number, user: number) => number,
): UserAssociation {
  const { association } = network.sensing;
  const everyAccessPoint = association === 'TC' || association === 'CF';
  const usersOf: number[][] = Array.from({ length: accessPointCount }, () => []);
  const servedBy: (readonly number[])[] = [];
  for (let user = 0; user < userCount; user++) {
    const serving = everyAccessPoint
      ? transmit
      : transmit
          .map((id) => ({ id, gain: userGain(id, user) }))
          .sort((a, b) => b.gain - a.gain || a.id - b.id)
          .slice(0, network.users.servingAccessPoints)
          .map((entry) => entry.id)
          .sort((a, b) => a - b);
    servedBy.push(serving);
    for (const accessPoint of serving) usersOf[accessPoint].push(user);
  }
  return { servedBy, usersOf };
}
