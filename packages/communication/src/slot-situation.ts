import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { angleErrorDeviation } from '@vedetta/signal';
import { Matrix } from 'ml-matrix';
import { CommunicationError } from './errors.ts';
import { addScaled } from './hermitian-trace.ts';
import { scanBeamCovariance, trackBeamCovariance } from './sensing-beam-covariance.ts';
import type { SensingInterference, SinrSituation } from './types.ts';

/**
 * What the UEs of a network face while it scans: the powers of one slot's allocation, and each sensing beam with its long-term covariance
 * (20), as the rate bound takes it, not with the direction it has in this very slot.
 *
 * @param plan  which region each inspection of the allocation is in
 * @param power  what `allocatePower` gives, one entry per transmit AP on air
 * @returns a situation whose m counts the entries of `power`, and whose k are the network's UEs
 * @throws {CommunicationError} if a beam's inspection is not in the plan
 */
export function detectionSituation(
  deployment: Deployment,
  plan: SlotPlan,
  power: readonly AccessPointPower[],
): SinrSituation {
  const regionOf = new Map(plan.inspections.map(({ index, region }) => [index, region]));
  return allocatedSituation(deployment, power, (accessPoint, inspection) => {
    const region = regionOf.get(inspection) ?? refuseBeam(accessPoint, inspection);
    return scanBeamCovariance(deployment, accessPoint, region);
  });
}

/**
 * What the UEs of a network face while it follows targets: as `detectionSituation`, each sensing beam with its covariance (21) over the angle
 * error of its target, not with the error it has in this very slot.
 *
 * @param plan  of `planTracking`: the positions around which the beams err
 * @param deviation  σ_ε of both angles (12), rad
 * @throws {CommunicationError} if a beam's inspection is not in the plan, or for a negative deviation
 */
export function trackingSituation(
  deployment: Deployment,
  plan: SlotPlan,
  power: readonly AccessPointPower[],
  deviation: number = angleErrorDeviation,
): SinrSituation {
  const positionOf = new Map(plan.inspections.map(({ index, position }) => [index, position]));
  return allocatedSituation(deployment, power, (accessPoint, inspection) => {
    const position = positionOf.get(inspection) ?? refuseBeam(accessPoint, inspection);
    return trackBeamCovariance(deployment, accessPoint, position, { azimuth: deviation, elevation: deviation });
  });
}

/**
 * As `detectionSituation`, for any phase: the covariance W of each sensing beam comes from the caller, by (20) or (21).
 *
 * @param beamCovariance  (AP id, index of the inspection) → W, N × N, trace 1
 */
export function allocatedSituation(
  deployment: Deployment,
  power: readonly AccessPointPower[],
  beamCovariance: (accessPoint: number, inspection: number) => ComplexMatrix,
): SinrSituation {
  const { users, pilotIndex, noiseVariance } = deployment;
  const { pilotLength, pilotPowerMw } = deployment.network.users;
  const sensing = power.flatMap(({ accessPoint, inspections }, m): SensingInterference[] =>
    inspections
      .filter((beam) => beam.power > 0)
      .map((beam) => ({
        accessPoint: m,
        power: beam.power,
        beamCovariance: beamCovariance(accessPoint, beam.inspection),
      })),
  );
  const userPower = Matrix.zeros(users.length, power.length);
  for (const [m, entry] of power.entries())
    for (const stream of entry.users) userPower.set(stream.user, m, stream.power);
  return {
    correlation: users.map(({ id }) => power.map(({ accessPoint }) => channelCorrelation(deployment, accessPoint, id))),
    pilotIndex,
    pilotPower: users.map(() => pilotPowerMw / 1000),
    pilotLength,
    noiseVariance,
    power: userPower,
    sensing,
  };
}

function refuseBeam(accessPoint: number, inspection: number): never {
  throw new CommunicationError(
    'power',
    `AP ${accessPoint} has a beam for inspection ${inspection}, which is not planned`,
  );
}

/** C_{k,m} of (1): ρ times the correlation of trace N. */
function channelCorrelation(deployment: Deployment, accessPoint: number, user: number): ComplexMatrix {
  const correlation = deployment.userCorrelation(accessPoint, user);
  const out = createComplexMatrix(correlation.rows, correlation.columns);
  addScaled(out, deployment.userGain(accessPoint, user), correlation);
  return out;
}
