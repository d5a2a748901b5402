import {
  detectionSituation,
  hermitianTrace,
  scanBeamCovariance,
  trackBeamCovariance,
  trackingSituation,
} from '@vedetta/communication';
import type { Deployment, Inspection, PlannedPower, SlotPlan } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import { type EchoGains, type MaxMinPowers, type Sensed, sumOfEchoes } from '@vedetta/power';
import { Matrix } from 'ml-matrix';
import { downlinkProblem, userBeams } from './downlink-problem.ts';
import { echoEnergies, type SentStream } from './echo-energies.ts';

/** The max-min problem (49) of a network, and what its powers are in the network. */
export interface NetworkProblem {
  /** With a floor of 0, to be replaced. */
  readonly problem: Sensed;
  powerOf(powers: MaxMinPowers): PlannedPower[];
}

/**
 * Coefficients of (23) and (48) in expectation over symbols, channel estimates, angle errors or, while regions are scanned, range cells. m counts
 * transmit APs; beams are those that fractional power control has too. σ_α² is the same for all targets, so that it cancels in (48).
 *
 * @param plan  whatever its slot: which regions or targets are inspected together
 * @param angleDeviation  σ_ε of both angles (12), rad, while targets are followed
 */
export function networkProblem(deployment: Deployment, plan: SlotPlan, angleDeviation: number): NetworkProblem {
  const { transmitAccessPoints, users, servedBy, usersOf, network } = deployment;
  const indexOf = (accessPoint: number) => transmitAccessPoints.indexOf(accessPoint);
  const downlink = withoutPowers(deployment, plan);
  const serving = users.map(({ id }) => servedBy[id].map(indexOf));
  const budget = transmitAccessPoints.map(() => network.accessPoints.powerW);
  const toUsers = userBeams(downlink, serving, budget.length);
  const beams = network.power.sensingBeams ? sensingBeams(deployment, plan, angleDeviation) : [];
  const sentToUsers = toUsers.flatMap((row, k) =>
    row.flatMap((beam, m) =>
      beam ? [{ user: k, m, accessPoint: transmitAccessPoints[m], covariance: beam.covariance }] : [],
    ),
  );
  const streams: SentStream[] = [...sentToUsers, ...beams];

  /** Of one target at every set of receive APs. */
  function echoGains(target: Inspection): EchoGains[] {
    const sets = plan.inspections.map(({ receive }) => receive);
    const energies = echoEnergies(deployment, target, streams, sets);
    return sets.map((_, set) => {
      const toUser = Matrix.zeros(users.length, budget.length);
      for (const [s, { user, m }] of sentToUsers.entries()) toUser.set(user, m, energies.get(set, s));
      return { users: toUser, beams: beams.map((_, b) => energies.get(set, sentToUsers.length + b)) };
    });
  }

  const echoing = everythingThatEchoes(deployment, plan);
  const echoes = echoing.map(echoGains);
  const targets = plan.inspections.map(({ region }, l) => {
    const own = echoes[echoing.findIndex((target) => target.region === region)][l];
    const others = echoes.flatMap((of, other) => (echoing[other].region === region ? [] : [of[l]]));
    return { own, others: sumOfEchoes(others, own) };
  });
  return {
    problem: {
      ...downlinkProblem(downlink, serving, budget, toUsers),
      sensing: {
        sirFloor: 0,
        beams: beams.map(({ accessPoint, covariance }) => ({
          accessPoint: indexOf(accessPoint),
          interference: downlink.correlation.map((row) =>
            Math.max(0, hermitianTrace(row[indexOf(accessPoint)], covariance)),
          ),
        })),
        targets,
      },
    },
    powerOf: (powers) =>
      transmitAccessPoints.map((accessPoint, m) => ({
        accessPoint,
        users: usersOf[accessPoint].map((user) => ({ user, power: powers.users.get(user, m) })),
        beams: beams.flatMap((beam, b) =>
          beam.accessPoint === accessPoint ? [{ region: beam.region, power: powers.beams[b] }] : [],
        ),
      })),
  };
}

/** Followed targets echo whether the slot inspects them or not; regions count where they are inspected, as if one stood in each. */
function everythingThatEchoes({ targets }: Deployment, { inspections }: SlotPlan): readonly Inspection[] {
  if (!targets) return inspections;
  return targets.map((target, index) => ({ ...target, index, phase: 'tracking', region: target.id, cell: 0 }));
}

function withoutPowers(deployment: Deployment, plan: SlotPlan) {
  const nothing = deployment.transmitAccessPoints.map((accessPoint) => ({ accessPoint, users: [], inspections: [] }));
  const situation = deployment.targets ? trackingSituation : detectionSituation;
  return situation(deployment, plan, nothing);
}

interface SensingBeam extends SentStream {
  /** Of the inspection: region, or target in its place. */
  readonly region: number;
}

/** Inspection by inspection, ascending AP. */
function sensingBeams(deployment: Deployment, { inspections }: SlotPlan, deviation: number): SensingBeam[] {
  const covarianceOf = ({ phase, region, position }: Inspection, accessPoint: number): ComplexMatrix =>
    phase === 'tracking'
      ? trackBeamCovariance(deployment, accessPoint, position, { azimuth: deviation, elevation: deviation }) // (21)
      : scanBeamCovariance(deployment, accessPoint, region); // (20)
  return inspections.flatMap((inspection) =>
    inspection.transmit.map((accessPoint) => ({
      region: inspection.region,
      accessPoint,
      covariance: covarianceOf(inspection, accessPoint),
    })),
  );
}
