import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import { type MmseEstimator, mmseEstimator } from '@vedetta/signal';

/** A UE an AP serves, with how the AP estimates it. */
export interface ServedUser {
  readonly user: number;
  readonly estimator: MmseEstimator;
  /** ΛL/√(τ_p η̄ tr Φ), N × N: the beam (13) is this times the white CN(0, I) of the pilot, L Lᴴ = Γ. null: no beam. */
  readonly beamRoot: ComplexMatrix | null;
}

/** The UEs an AP serves on one pilot: their estimates come from one observation. */
export interface ServedPilot {
  readonly pilot: number;
  readonly users: readonly ServedUser[];
}

const memory = new WeakMap<Deployment, Map<number, readonly ServedPilot[]>>();

/**
 * The channel estimators (6), (7) of one transmit AP from public knowledge: gains, correlations and pilots of the network.
 *
 * @returns pilots ascending, UEs ascending; memoised.
 */
export function servedPilots(deployment: Deployment, accessPoint: number): readonly ServedPilot[] {
  let known = memory.get(deployment);
  if (!known) {
    known = new Map();
    memory.set(deployment, known);
  }
  const found = known.get(accessPoint);
  if (found) return found;
  const served = deployment.usersOf[accessPoint];
  const pilots = [...new Set(served.map((user) => deployment.pilotIndex[user]))].sort((a, b) => a - b);
  const made = pilots.map((pilot) => servedPilot(deployment, accessPoint, pilot));
  known.set(accessPoint, made);
  return made;
}

export function estimatorOf(deployment: Deployment, accessPoint: number, user: number): MmseEstimator | null {
  for (const { users } of servedPilots(deployment, accessPoint))
    for (const served of users) if (served.user === user) return served.estimator;
  return null;
}

function servedPilot(deployment: Deployment, accessPoint: number, pilot: number): ServedPilot {
  const { pilotPowerMw, pilotLength } = deployment.network.users;
  const heard = deployment.users.map(({ id }) => id).filter((id) => deployment.pilotIndex[id] === pilot);
  const situation = {
    users: heard.map((id) => ({
      correlation: deployment.userCorrelation(accessPoint, id),
      gain: deployment.userGain(accessPoint, id),
      pilotPower: pilotPowerMw / 1000,
    })),
    pilotLength,
    noiseVariance: deployment.noiseVariance,
  };
  const served = deployment.usersOf[accessPoint];
  const users = heard.flatMap((user, i) =>
    served.includes(user) ? [servedUser(user, mmseEstimator(situation, i))] : [],
  );
  return { pilot, users };
}

function servedUser(user: number, estimator: MmseEstimator): ServedUser {
  const { estimationMatrix, observationFactor, pilotAmplitude, tracePhi } = estimator;
  if (!(tracePhi > 0)) return { user, estimator, beamRoot: null };
  const beamRoot = createComplexMatrix(observationFactor.rows, observationFactor.rows);
  gemm('NN', estimationMatrix, observationFactor, beamRoot, 1 / (pilotAmplitude * Math.sqrt(tracePhi)));
  return { user, estimator, beamRoot };
}
