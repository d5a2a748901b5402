import type { AccessPointPower, ClutterLink, Deployment, Inspection, SlotPlan } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, identityMatrix, trace } from '@vedetta/numerics';
import { sensingBeam } from '@vedetta/signal';
import type { ClutterPartition } from '../clutter-sets.ts';
import { estimatorOf } from './transmitters.ts';

/** Power times a correlation of trace N. */
export interface RestPart {
  /** W per antenna. */
  readonly power: number;
  readonly receiveCorrelation: ComplexMatrix;
}

/** What stands in Ψ̂ for transmit APs whose signals are not known: Σ_k x_k x_kᴴ ⊗ R_k + I ⊗ R_u (model.md §4). */
export interface LongTermRest {
  /** R_k of UEs whose symbols are known, ascending. */
  readonly streams: readonly ({ readonly user: number } & RestPart)[];
  /** R_u. */
  readonly white: RestPart;
}

/**
 * Long-term statistics of the clutter of unknown transmit APs: the mean of Σ ςκ² (S R_txᵀ Sᴴ) ⊗ R_rx over channel estimates and unknown
 * symbols, given the symbols x_k that known APs send too. Public knowledge alone: places, gains, pilots, powers, inspected positions.
 *
 *   R_k = Σ_m ςκ² η_{k,m} tr(R_tx Φ_{k,m})/tr Φ_{k,m} R_rx        R_u = Σ_m ςκ² [Σ_{k unknown} η tr(R_tx Φ)/tr Φ + Σ_i μ w₀ᴴR_tx w₀] R_rx
 *
 * Cross terms between UEs that share a pilot are left out; the calibration knows them.
 *
 * @param white  one white noise of the mean power of everything instead: R_u = p I, no streams (`whiteRest`).
 */
export function longTermRest(
  deployment: Deployment,
  receiver: number,
  plan: SlotPlan,
  power: readonly AccessPointPower[],
  partition: ClutterPartition,
  white: boolean,
): LongTermRest {
  const antennas = deployment.network.accessPoints.antennaCount;
  const rest = new Set(partition.rest);
  const known = new Set([...partition.exact, ...partition.interpolated]);
  const shared = new Set<number>();
  if (!white)
    for (const { accessPoint, users } of power)
      if (known.has(accessPoint)) for (const entry of users) if (entry.power > 0) shared.add(entry.user);
  const unknown = createComplexMatrix(antennas, antennas);
  const streams = new Map<number, ComplexMatrix>();
  for (const split of power) {
    if (!rest.has(split.accessPoint)) continue;
    const link = deployment.clutterLink(receiver, split.accessPoint);
    const noise = scatteredPower(deployment, link, plan, split, (user, scattered) => {
      if (!shared.has(user)) return false;
      addScaled(streamOf(streams, user, antennas), link.receiveCorrelation, scattered);
      return true;
    });
    addScaled(unknown, link.receiveCorrelation, noise);
  }
  const total = partOf(unknown);
  return {
    streams: [...streams]
      .sort(([a], [b]) => a - b)
      .map(([user, covariance]) => ({ user, ...partOf(covariance) }))
      .filter((stream) => stream.power > 0),
    white: white ? { power: total.power, receiveCorrelation: identityMatrix(antennas) } : total,
  };
}

/**
 * Mean power per antenna of the clutter of one transmit AP, W.
 *
 * @param elsewhere  is given each UE's part; what it takes is left out of the sum.
 */
export function scatteredPower(
  deployment: Deployment,
  link: ClutterLink,
  plan: SlotPlan,
  split: AccessPointPower,
  elsewhere: (user: number, power: number) => boolean = () => false,
): number {
  let sum = 0;
  for (const { user, power: eta } of split.users) {
    if (eta === 0) continue;
    const scattered = link.power * eta * userSpread(deployment, split.accessPoint, user, link.transmitCorrelation);
    if (!elsewhere(user, scattered)) sum += scattered;
  }
  for (const { inspection, power: mu } of split.inspections) {
    const planned = plannedOf(plan, inspection);
    if (!planned || mu === 0) continue;
    const steering = deployment.steering(split.accessPoint, planned.position, planned.angleError);
    sum += link.power * mu * beamSpread(steering, link.transmitCorrelation);
  }
  return sum;
}

/** The inspection of this index. */
export function plannedOf({ inspections }: SlotPlan, index: number): Inspection | undefined {
  const likely = inspections[index];
  return likely?.index === index ? likely : inspections.find((entry) => entry.index === index);
}

/** tr(R_tx Φ)/tr Φ: mean of wᴴR_tx w over the beams (13). */
function userSpread(deployment: Deployment, accessPoint: number, user: number, correlation: ComplexMatrix): number {
  const estimator = estimatorOf(deployment, accessPoint, user);
  if (!estimator || !(estimator.tracePhi > 0)) return 0;
  const { estimateCovariance: phi, tracePhi } = estimator;
  let sum = 0;
  for (let i = 0; i < phi.rows; i++)
    for (let j = 0; j < phi.rows; j++) {
      const [a, b] = [i * phi.rows + j, j * phi.rows + i];
      sum += correlation.re[a] * phi.re[b] - correlation.im[a] * phi.im[b];
    }
  return sum / tracePhi;
}

/** w₀ᴴ R_tx w₀ of a sensing beam (14). */
function beamSpread(steering: ComplexMatrix, correlation: ComplexMatrix): number {
  const beam = sensingBeam(steering);
  let sum = 0;
  for (let i = 0; i < beam.rows; i++)
    for (let j = 0; j < beam.rows; j++) {
      const at = i * beam.rows + j;
      const re = beam.re[i] * beam.re[j] + beam.im[i] * beam.im[j];
      const im = beam.re[i] * beam.im[j] - beam.im[i] * beam.re[j];
      sum += re * correlation.re[at] - im * correlation.im[at];
    }
  return sum;
}

function streamOf(streams: Map<number, ComplexMatrix>, user: number, antennas: number): ComplexMatrix {
  const known = streams.get(user);
  if (known) return known;
  const made = createComplexMatrix(antennas, antennas);
  streams.set(user, made);
  return made;
}

function addScaled(to: ComplexMatrix, from: ComplexMatrix, factor: number): void {
  for (let e = 0; e < to.re.length; e++) {
    to.re[e] += factor * from.re[e];
    to.im[e] += factor * from.im[e];
  }
}

function partOf(covariance: ComplexMatrix): RestPart {
  const power = trace(covariance).re / covariance.rows;
  if (!(power > 0)) return { power: 0, receiveCorrelation: identityMatrix(covariance.rows) };
  return {
    power,
    receiveCorrelation: {
      ...covariance,
      re: covariance.re.map((x) => x / power),
      im: covariance.im.map((x) => x / power),
    },
  };
}
