import { drawKey, permutation } from '@vedetta/numerics';
import type { Network } from '@vedetta/scenario';

/**
 * Pilot sequence of every UE, 0 … τ_p − 1.
 *
 * `random`: the τ_p sequences are dealt in a drawn order, again and again; no sequence is used a second time before all are in use.
 * `greedy`: UE by UE, the sequence on which the UEs placed so far disturb the APs serving this one least, Σ_{m ∈ M_k} Σ_j ρ_{j,m};
 * an unused sequence disturbs nobody. Equal sums go to the lower index.
 */
export function assignPilots(
  network: Network,
  servedBy: readonly (readonly number[])[],
  userGain: (accessPoint: number, user: number) => number,
): number[] {
  const { pilotAssignment, pilotLength } = network.users;
  if (pilotAssignment === 'greedy') return greedyPilots(servedBy, pilotLength, userGain);
  const key = drawKey(network.layoutSeed, 'layout/pilot');
  let dealt = new Uint32Array(0);
  return servedBy.map((_, user) => {
    const place = user % pilotLength;
    if (place === 0) dealt = Uint32Array.from(permutation(key, Math.floor(user / pilotLength), 0, 0, pilotLength));
    return dealt[place];
  });
}

function greedyPilots(
  servedBy: readonly (readonly number[])[],
  pilotLength: number,
  userGain: (accessPoint: number, user: number) => number,
): number[] {
  const pilots: number[] = [];
  const disturbance = new Float64Array(pilotLength);
  for (const [user, serving] of servedBy.entries()) {
    disturbance.fill(0);
    for (let other = 0; other < user; other++) {
      for (const accessPoint of serving) disturbance[pilots[other]] += userGain(accessPoint, other);
    }
    let best = 0;
    for (let pilot = 1; pilot < pilotLength; pilot++) if (disturbance[pilot] < disturbance[best]) best = pilot;
    pilots.push(best);
  }
  return pilots;
}
