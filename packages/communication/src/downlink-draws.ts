import {
  type ComplexMatrix,
  createComplexMatrix,
  drawKey,
  fillComplexNormal,
  gemm,
  scaledRoot,
} from '@vedetta/numerics';
import { addPilot, communicationBeam, estimateChannel, type MmseEstimator } from '@vedetta/signal';
import { pilotEstimator } from './beam-statistics.ts';
import type { SinrSituation } from './types.ts';

/** What the UEs receive in one draw. */
export interface DownlinkDraw {
  /** [k][j] g_{k,j} = Σ_m √η_{j,m} h_{k,m}ᴴ w_{j,m}, √W, K × K: what UE k receives of the stream of UE j. */
  readonly gains: ComplexMatrix;
  /** [k] Σ μ |h_{k,m}ᴴ w₀|², W. */
  readonly sensing: Float64Array;
}

/** One AP: what does not change from draw to draw, and memory for what does. */
interface DrawnAccessPoint {
  readonly accessPoint: number;
  /** [k] C_{k,m}^{1/2}. */
  readonly roots: readonly ComplexMatrix[];
  readonly pilots: readonly {
    readonly pilot: number;
    readonly sharing: readonly number[];
    readonly streams: readonly {
      readonly user: number;
      readonly amplitude: number;
      readonly estimator: MmseEstimator;
    }[];
  }[];
  readonly sensing: readonly { readonly number: number; readonly power: number; readonly root: ComplexMatrix }[];
  /** Memory of one draw: [k] h_{k,m}, and vectors. */
  readonly channels: readonly ComplexMatrix[];
  readonly white: ComplexMatrix;
  readonly observation: ComplexMatrix;
  readonly beam: ComplexMatrix;
}

/**
 * Draws of the downlink (15): channels (1), pilots (8), estimates (6), beams (13), each beam heard by each UE. A sensing beam is drawn as
 * CN(0, W), one of the many that have the covariance W. Draws have names: any one can be made again.
 *
 * @param situation  taken as checked
 * @returns a function that makes draw number `index`, in memory that the next call overwrites
 */
export function downlinkDraws(situation: SinrSituation, seed: number): (index: number) => DownlinkDraw {
  const users = situation.correlation.length;
  const keys = {
    channel: drawKey(seed, 'communication/channel'),
    pilotNoise: drawKey(seed, 'communication/pilot-noise'),
    sensingBeam: drawKey(seed, 'communication/sensing-beam'),
  };
  const drawn = (situation.correlation[0] ?? [])
    .map((_, m) => drawnAccessPoint(situation, m))
    .filter(({ pilots, sensing }) => pilots.length + sensing.length > 0);
  const gains = createComplexMatrix(users, users);
  const sensing = new Float64Array(users);

  function drawChannels(index: number, { accessPoint, roots, white, channels }: DrawnAccessPoint): void {
    for (const [k, root] of roots.entries()) {
      fillComplexNormal(keys.channel, index, k, accessPoint, white);
      gemm('NN', root, white, channels[k]); // (1)
    }
  }

  function hearUserBeams(index: number, { accessPoint, pilots, channels, observation, beam }: DrawnAccessPoint): void {
    for (const { pilot, sharing, streams } of pilots) {
      fillComplexNormal(keys.pilotNoise, index, accessPoint, pilot, observation);
      scale(observation, Math.sqrt(situation.noiseVariance));
      for (const k of sharing) addPilot(observation, channels[k], situation.pilotPower[k], situation.pilotLength);
      for (const { user, amplitude, estimator } of streams) {
        estimateChannel(estimator, observation, beam);
        communicationBeam(beam, estimator.tracePhi, beam);
        for (const [k, channel] of channels.entries()) {
          const { re, im } = innerProduct(channel, beam); // (15)
          gains.re[k * users + user] += amplitude * re;
          gains.im[k * users + user] += amplitude * im;
        }
      }
    }
  }

  function hearSensingBeams(index: number, { sensing: beams, channels, white, beam }: DrawnAccessPoint): void {
    for (const { number, power, root } of beams) {
      fillComplexNormal(keys.sensingBeam, index, number, 0, white);
      gemm('NN', root, white, beam);
      for (const [k, channel] of channels.entries()) {
        const { re, im } = innerProduct(channel, beam); // (15)
        sensing[k] += power * (re * re + im * im);
      }
    }
  }

  return (index) => {
    gains.re.fill(0);
    gains.im.fill(0);
    sensing.fill(0);
    for (const accessPoint of drawn) {
      drawChannels(index, accessPoint);
      hearUserBeams(index, accessPoint);
      hearSensingBeams(index, accessPoint);
    }
    return { gains, sensing };
  };
}

function drawnAccessPoint(situation: SinrSituation, accessPoint: number): DrawnAccessPoint {
  const { correlation, pilotIndex, power, sensing } = situation;
  const heard = power
    .getColumn(accessPoint)
    .flatMap((eta, user) => (eta > 0 ? [user] : []))
    .map((user) => ({ user, ...pilotEstimator(situation, user, accessPoint) }))
    .filter(({ estimator }) => estimator.tracePhi > 0);
  const vector = (): ComplexMatrix => createComplexMatrix(correlation[0][accessPoint].rows, 1);
  return {
    accessPoint,
    roots: correlation.map((row) => scaledRoot(row[accessPoint], 1)),
    pilots: [...new Set(heard.map(({ user }) => pilotIndex[user]))].map((pilot) => {
      const own = heard.filter(({ user }) => pilotIndex[user] === pilot);
      const amplitudeOf = (user: number) => Math.sqrt(power.get(user, accessPoint));
      const streams = own.map(({ user, estimator }) => ({ user, amplitude: amplitudeOf(user), estimator }));
      return { pilot, sharing: own[0].sharing, streams };
    }),
    sensing: sensing
      .map((beam, number) => ({ ...beam, number }))
      .filter((beam) => beam.accessPoint === accessPoint && beam.power > 0)
      .map(({ number, power: mu, beamCovariance }) => ({ number, power: mu, root: scaledRoot(beamCovariance, 1) })),
    channels: correlation.map(vector),
    white: vector(),
    observation: vector(),
    beam: vector(),
  };
}

function scale(a: ComplexMatrix, factor: number): void {
  for (let e = 0; e < a.rows * a.columns; e++) {
    a.re[e] *= factor;
    a.im[e] *= factor;
  }
}

/** aᴴ b. */
function innerProduct(a: ComplexMatrix, b: ComplexMatrix): { re: number; im: number } {
  let re = 0;
  let im = 0;
  for (let n = 0; n < a.rows; n++) {
    re += a.re[n] * b.re[n] + a.im[n] * b.im[n];
    im += a.re[n] * b.im[n] - a.im[n] * b.re[n];
  }
  return { re, im };
}
