import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, fillComplexNormal, gemm, scaledRoot } from '@vedetta/numerics';
import { addPilot, communicationBeam, estimateChannel, type MmseEstimator, mmseEstimator } from '@vedetta/signal';
import type { TransmissionKeys } from './draw-keys.ts';

interface PilotUser {
  readonly user: number;
  /** Only for UEs this AP serves. */
  readonly estimator: MmseEstimator | null;
}

interface HeardPilot {
  readonly pilot: number;
  /** All UEs of the network on this pilot, ascending. */
  readonly users: readonly PilotUser[];
  /**
   * C_{k,m}^{1/2} of these users, one N × N matrix after the other: nearly all pairs of UE and AP share a pilot in a large network, and
   * half a million small arrays would take several times the memory of their numbers.
   */
  readonly channelRoots: { readonly re: Float64Array; readonly im: Float64Array };
}

/** One transmit AP's channel estimation: long-term matrices, made once. */
export interface Transmitter {
  readonly accessPoint: number;
  readonly pilots: readonly HeardPilot[];
}

/**
 * Prepares the estimators (6), (7) of the UEs an AP serves and the roots of all channels it hears on their pilots.
 */
export function createTransmitter(deployment: Deployment, accessPoint: number): Transmitter {
  const { users: config } = deployment.network;
  const served = deployment.usersOf[accessPoint];
  const pilots = [...new Set(served.map((user) => deployment.pilotIndex[user]))].sort((a, b) => a - b);
  return {
    accessPoint,
    pilots: pilots.map((pilot): HeardPilot => {
      const ids = deployment.users.map((user) => user.id).filter((id) => deployment.pilotIndex[id] === pilot);
      const situation = {
        users: ids.map((id) => ({
          correlation: deployment.userCorrelation(accessPoint, id),
          gain: deployment.userGain(accessPoint, id),
          pilotPower: config.pilotPowerMw / 1000,
        })),
        pilotLength: config.pilotLength,
        noiseVariance: deployment.noiseVariance,
      };
      return {
        pilot,
        users: ids.map((user, i) => ({
          user,
          estimator: served.includes(user) ? mmseEstimator(situation, i) : null,
        })),
        channelRoots: packed(situation.users.map(({ correlation, gain }) => scaledRoot(correlation, gain))),
      };
    }),
  };
}

function packed(matrices: readonly ComplexMatrix[]): HeardPilot['channelRoots'] {
  const elements = matrices[0].re.length;
  const re = new Float64Array(matrices.length * elements);
  const im = new Float64Array(matrices.length * elements);
  for (const [i, matrix] of matrices.entries()) {
    re.set(matrix.re, i * elements);
    im.set(matrix.im, i * elements);
  }
  return { re, im };
}

/** matrix ← the one at `index` of those packed. */
function unpack({ re, im }: HeardPilot['channelRoots'], index: number, matrix: ComplexMatrix): void {
  const from = index * matrix.re.length;
  for (let e = 0; e < matrix.re.length; e++) {
    matrix.re[e] = re[from + e];
    matrix.im[e] = im[from + e];
  }
}

/** Memory for one pilot observation; reused from slot to slot. */
export interface PilotScratch {
  readonly channelRoot: ComplexMatrix;
  readonly white: ComplexMatrix;
  readonly channel: ComplexMatrix;
  readonly observation: ComplexMatrix;
  readonly estimate: ComplexMatrix;
}

export function createPilotScratch(antennaCount: number): PilotScratch {
  const vector = (): ComplexMatrix => createComplexMatrix(antennaCount, 1);
  const channelRoot = createComplexMatrix(antennaCount, antennaCount);
  return { channelRoot, white: vector(), channel: vector(), observation: vector(), estimate: vector() };
}

/**
 * Communication beams of one AP in one slot: draws the channels (1) and the pilot noise, observes (8), estimates (6), and points (13).
 *
 * @param beams  [k] → memory for w_{k,m}, N × 1, overwritten for every UE the AP serves; zero for one it cannot hear at all
 */
export function generateBeams(
  deployment: Deployment,
  keys: TransmissionKeys,
  transmitter: Transmitter,
  slot: number,
  scratch: PilotScratch,
  beams: readonly ComplexMatrix[],
): void {
  const { pilotPowerMw, pilotLength } = deployment.network.users;
  const pilotPower = pilotPowerMw / 1000;
  const noiseAmplitude = Math.sqrt(deployment.noiseVariance);
  const { channelRoot, white, channel, observation, estimate } = scratch;
  const { accessPoint, pilots } = transmitter;
  for (const { pilot, users, channelRoots } of pilots) {
    fillComplexNormal(keys.pilotNoise, slot, accessPoint, pilot, observation);
    for (let n = 0; n < observation.rows; n++) {
      observation.re[n] *= noiseAmplitude;
      observation.im[n] *= noiseAmplitude;
    }
    for (const [i, { user }] of users.entries()) {
      unpack(channelRoots, i, channelRoot);
      fillComplexNormal(keys.userChannel, slot, user, accessPoint, white);
      gemm('NN', channelRoot, white, channel); // (1)
      addPilot(observation, channel, pilotPower, pilotLength); // (8)
    }
    for (const { user, estimator } of users) {
      if (estimator === null) continue;
      if (estimator.tracePhi > 0) {
        estimateChannel(estimator, observation, estimate); // (6)
        communicationBeam(estimate, estimator.tracePhi, beams[user]); // (13)
      } else {
        beams[user].re.fill(0);
        beams[user].im.fill(0);
      }
    }
  }
}
