import type { Deployment, Inspection } from '@vedetta/deployment';
import type { Point, SensingConfig } from '@vedetta/scenario';
import { nearestTransmitters } from './echo-model.ts';

/** How a receiver knows the transmit APs on air, by id, ascending (model.md §4, "What an AP knows"). */
export interface ClutterPartition {
  /** Those with a column of D. */
  readonly echo: readonly number[];
  /** Clutter known with its own R_rx; holds `echo`. */
  readonly exact: readonly number[];
  /** Clutter known by its signal, R_rx between two nodes. */
  readonly interpolated: readonly number[];
  /** Signals not known; long-term statistics, or noise, stand for them. */
  readonly rest: readonly number[];
}

/**
 * Who is known how at one receiver for one inspected position. Chosen without looking at the observation.
 *
 * @param onAir  transmit APs on air with power, ascending.
 */
export function partitionTransmitters(
  deployment: Deployment,
  receiver: number,
  position: Point,
  onAir: readonly number[],
): ClutterPartition {
  const { clutterSet, echoSet, detector } = deployment.network.sensing;
  const echo = nearestTransmitters(deployment, echoSet, position, onAir).map((i) => onAir[i]);
  if (detector === 'clutter-unaware') return { echo, exact: echo, interpolated: [], rest: [] };
  if (clutterSet === 'all') return { echo, exact: onAir, interpolated: [], rest: [] };
  if ('azimuthNodes' in clutterSet) {
    const { withinMetres } = clutterSet;
    const isNear = (id: number) => withinMetres === null || metresBetween(deployment, receiver, id) <= withinMetres;
    const others = onAir.filter((id) => !echo.includes(id));
    return { echo, exact: echo, interpolated: others.filter(isNear), rest: others.filter((id) => !isNear(id)) };
  }
  const count = 'strongest' in clutterSet ? clutterSet.strongest : clutterSet.whiteRest;
  const strongest = strongestTransmitters(deployment, receiver, onAir, count);
  const exact = onAir.filter((id) => echo.includes(id) || strongest.includes(id));
  return { echo, exact, interpolated: [], rest: onAir.filter((id) => !exact.includes(id)) };
}

/**
 * Whether a network's receivers know the signals of all transmit APs, in every slot: what it takes to take the echoes of other targets out of a
 * test. A property of the network, so that no slot in which few are on air does what the next one refuses.
 */
export function knowsAllSignals({ network, transmitAccessPoints }: Deployment): boolean {
  const { clutterSet, echoSet, detector } = network.sensing;
  if (detector === 'clutter-unaware') return echoSet === 'all' || echoSet.nearest >= transmitAccessPoints.length;
  return clutterSet === 'all' || ('azimuthNodes' in clutterSet && clutterSet.withinMetres === null);
}

/**
 * The transmit APs whose transmitted signals a receiver needs for its inspections of a slot: those with a column of D and those whose clutter
 * it knows by symbols. It uses no block of another one. Where some of the rest is served by long-term statistics it also needs the symbols
 * of the UEs that these APs serve.
 *
 * @param inspections  of one slot, those the receiver reports.
 * @param onAir  transmit APs on air with power, ascending.
 * @returns ids, ascending.
 */
export function neededReferences(
  deployment: Deployment,
  receiver: number,
  inspections: readonly Inspection[],
  onAir: readonly number[],
): readonly number[] {
  const needed = new Set<number>();
  for (const { position } of inspections) {
    const { exact, interpolated } = partitionTransmitters(deployment, receiver, position, onAir);
    for (const id of [...exact, ...interpolated]) needed.add(id);
  }
  return [...needed].sort((a, b) => a - b);
}

/**
 * What may be said about the false-alarm probability of a network's decisions in a sky without targets, or, with `joint-glrt`, without others
 * than those that are followed, are where they are believed to be and are looked at in their true direction (`angleErrorDeg` 0):
 * `everyRealisation`, never above nominal given the signals on air; `longRun`, nominal on the average over signals; `none`, no claim. Where samples are
 * forwarded rounded, it is meant as far as rounding is noise of the power its blocks tell (docs/decisions/0018).
 */
export type FalseAlarmClaim = 'everyRealisation' | 'longRun' | 'none';

export function falseAlarmClaim({ detector, clutterSet }: SensingConfig): FalseAlarmClaim {
  if (detector === 'clutter-unaware') return 'none';
  if (clutterSet === 'all') return 'everyRealisation';
  if ('azimuthNodes' in clutterSet) return clutterSet.withinMetres === null ? 'everyRealisation' : 'longRun';
  return 'strongest' in clutterSet ? 'longRun' : 'none';
}

/** The n largest ςκ² at the receiver; ties: lower id. */
function strongestTransmitters(deployment: Deployment, receiver: number, onAir: readonly number[], count: number) {
  const power = new Map(onAir.map((id) => [id, deployment.clutterLink(receiver, id).power]));
  return [...onAir].sort((a, b) => power.get(b)! - power.get(a)! || a - b).slice(0, count);
}

function metresBetween(deployment: Deployment, a: number, b: number): number {
  const [from, to] = [deployment.accessPoints[a].position, deployment.accessPoints[b].position];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}
