import { beamStatistics, hermitianTrace, trackBeamCovariance, trackingSituation } from '@vedetta/communication';
import type { AccessPointPower, Deployment, Inspection, SlotPlan } from '@vedetta/deployment';
import { maxMinProblem } from '@vedetta/evaluation';
import type { ComplexMatrix } from '@vedetta/numerics';
import { type EchoGains, type MaxMinPowers, type MaxMinProblem, type MaxMinSensing, sumOfEchoes } from '@vedetta/power';
import { angleErrorDeviation } from '@vedetta/signal';
import { Matrix } from 'ml-matrix';

/** The max-min problem (49) of a network that follows targets, and what its powers are in the network. */
export interface MaxMinNetwork {
  /** With a floor of 0, to be replaced. */
  readonly problem: MaxMinProblem & { readonly sensing: MaxMinSensing };
  allocationOf(powers: MaxMinPowers): AccessPointPower[];
}

const deviation = { azimuth: angleErrorDeviation, elevation: angleErrorDeviation };

/**
 * Coefficients of (23) and (48) in expectation over symbols, channel estimates and angle errors. m counts transmit APs; beams are those that
 * fractional power control has too. σ_α² is the same for all targets, so that it cancels in (48).
 */
export function maxMinNetwork(deployment: Deployment, plan: SlotPlan): MaxMinNetwork {
  const { transmitAccessPoints, users, servedBy, network } = deployment;
  const { inspections } = plan;
  const indexOf = (accessPoint: number) => transmitAccessPoints.indexOf(accessPoint);
  const nothing = transmitAccessPoints.map((accessPoint) => ({ accessPoint, users: [], inspections: [] }));
  const downlink = trackingSituation(deployment, plan, nothing);
  const servingAccessPoints = users.map(({ id }) => servedBy[id].map(indexOf));
  const powerBudget = transmitAccessPoints.map(() => network.accessPoints.powerW);
  const beams = inspections.flatMap((inspection) =>
    inspection.transmit.map((accessPoint) => ({
      inspection,
      accessPoint,
      covariance: trackBeamCovariance(deployment, accessPoint, inspection.position, deviation), // (21)
    })),
  );
  const userBeams = servingAccessPoints.map((serving, k) => serving.map((m) => beamStatistics(downlink, k, m)));

  /** Echo energy of a target at the receive APs of another or its own, per watt, over N τ_s σ_α²: the F of (48). */
  function echoGains(target: Inspection, receive: readonly number[]): EchoGains {
    const perWatt = (accessPoint: number, covariance: ComplexMatrix): number => {
      const energy = quadraticForm(deployment.steering(accessPoint, target.position), covariance);
      return receive.reduce((sum, rx) => sum + deployment.echoGain(target.position, accessPoint, rx) * energy, 0); // (48)
    };
    const toUsers = Matrix.zeros(users.length, transmitAccessPoints.length);
    for (const [k, own] of userBeams.entries())
      for (const beam of own)
        if (beam) toUsers.set(k, beam.accessPoint, perWatt(transmitAccessPoints[beam.accessPoint], beam.covariance));
    return {
      users: toUsers,
      beams: beams.map(({ accessPoint, covariance }) => perWatt(accessPoint, covariance)),
    };
  }

  const free = maxMinProblem({ downlink, servingAccessPoints, powerBudget, sensingSir: null });
  return {
    problem: {
      ...free,
      sensing: {
        sirFloor: 0,
        beams: beams.map(({ accessPoint, covariance }) => ({
          accessPoint: indexOf(accessPoint),
          interference: downlink.correlation.map((row) =>
            Math.max(0, hermitianTrace(row[indexOf(accessPoint)], covariance)),
          ),
        })),
        targets: inspections.map((target) => {
          const own = echoGains(target, target.receive);
          const others = inspections.filter((other) => other !== target);
          return {
            own,
            others: sumOfEchoes(
              others.map((other) => echoGains(other, target.receive)),
              own,
            ),
          };
        }),
      },
    },
    allocationOf: (powers) =>
      transmitAccessPoints.map((accessPoint, m) => ({
        accessPoint,
        users: deployment.usersOf[accessPoint].map((user) => ({ user, power: powers.users.get(user, m) })),
        inspections: beams.flatMap((beam, b) =>
          beam.accessPoint === accessPoint ? [{ inspection: beam.inspection.index, power: powers.beams[b] }] : [],
        ),
      })),
  };
}

/** aᴴ C a of a Hermitian C, never below 0. */
function quadraticForm(a: ComplexMatrix, { rows, re, im }: ComplexMatrix): number {
  let sum = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      const cross = a.re[i] * a.re[j] + a.im[i] * a.im[j];
      const turn = a.im[i] * a.re[j] - a.re[i] * a.im[j];
      sum += cross * re[i * rows + j] + turn * im[i * rows + j];
    }
  return Math.max(0, sum);
}
