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

/** Everything at one AP that does not change from draw to draw. */
interface DrawnAccessPoint {
  readonly accessPoint: number;
  /** [k] C_{k,m}^{1/2}. */
  readonly roots: readonly ComplexMatrix[];
  readonly pilots: readonly {
    readonly pilot: number;
    readonly sharing: readonly number[];
    readonly beams: readonly { readonly user: number; readonly amplitude: number; readonly estimator: MmseEstimator }[];
  }[];
  readonly sensing: readonly { readonly index: number; readonly power: number; readonly root: ComplexMatrix }[];
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
  const noiseAmplitude = Math.sqrt(situation.noiseVariance);
  const drawn = (situation.correlation[0] ?? [])
    .map((_, m) => drawnAccessPoint(situation, m))
    .filter(({ pilots, sensing }) => pilots.length + sensing.length > 0);
  const gains = createComplexMatrix(users, users);
  const sensing = new Float64Array(users);

  return (index) => {
    gains.re.fill(0);
    gains.im.fill(0);
    sensing.fill(0);
    for (const { accessPoint, roots, pilots, sensing: beams } of drawn) {
      const white = createComplexMatrix(roots[0].rows, 1);
      const channels = roots.map((root, k) => {
        fillComplexNormal(keys.channel, index, k, accessPoint, white);
        const channel = createComplexMatrix(white.rows, 1);
        gemm('NN', root, white, channel); // (1)
        return channel;
      });
      for (const { pilot, sharing, beams } of pilots) {
        const observation = createComplexMatrix(white.rows, 1);
        fillComplexNormal(keys.pilotNoise, index, accessPoint, pilot, observation);
        for (let n = 0; n < white.rows; n++) {
          observation.re[n] *= noiseAmplitude;
          observation.im[n] *= noiseAmplitude;
        }
        for (const k of sharing) addPilot(observation, channels[k], situation.pilotPower[k], situation.pilotLength);
        for (const { user, amplitude, estimator } of beams) {
          const estimate = estimateChannel(estimator, observation);
          const beam = communicationBeam(estimate, estimator.tracePhi, estimate);
          for (const [k, channel] of channels.entries()) {
            const { re, im } = innerProduct(channel, beam); // (15)
            gains.re[k * users + user] += amplitude * re;
            gains.im[k * users + user] += amplitude * im;
          }
        }
      }
      for (const { index: beam, power, root } of beams) {
        fillComplexNormal(keys.sensingBeam, index, beam, 0, white);
        const direction = createComplexMatrix(white.rows, 1);
        gemm('NN', root, white, direction);
        for (const [k, channel] of channels.entries()) {
          const { re, im } = innerProduct(channel, direction); // (15)
          sensing[k] += power * (re * re + im * im);
        }
      }
    }
    return { gains, sensing };
  };
}

function drawnAccessPoint(situation: SinrSituation, accessPoint: number): DrawnAccessPoint {
  const { correlation, pilotIndex, power, sensing } = situation;
  const heard = [...power.keys()]
    .filter((user) => power[user][accessPoint] > 0)
    .map((user) => ({ user, ...pilotEstimator(situation, user, accessPoint) }))
    .filter(({ estimator }) => estimator.tracePhi > 0);
  const used = [...new Set(heard.map(({ user }) => pilotIndex[user]))];
  return {
    accessPoint,
    roots: correlation.map((row) => scaledRoot(row[accessPoint], 1)),
    pilots: used.map((pilot) => {
      const own = heard.filter(({ user }) => pilotIndex[user] === pilot);
      const beams = own.map(({ user, estimator }) => ({
        user,
        amplitude: Math.sqrt(power[user][accessPoint]),
        estimator,
      }));
      return { pilot, sharing: own[0].sharing, beams };
    }),
    sensing: sensing
      .map((beam, index) => ({ ...beam, index }))
      .filter((beam) => beam.accessPoint === accessPoint && beam.power > 0)
      .map(({ index, power: mu, beamCovariance }) => ({ index, power: mu, root: scaledRoot(beamCovariance, 1) })),
  };
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
