import {
  clutterPower,
  dbToLinear,
  distance,
  losPathLossDb,
  losProbability,
  nlosPathLossDb,
  ricianFactor,
  shadowFadingDeviationDb,
} from '@vedetta/channel';
import { type ComplexMatrix, type DrawKey, drawKey, fillNormal, fillUniform } from '@vedetta/numerics';
import type { Network } from '@vedetta/scenario';
import { correlationToward } from './array-view.ts';
import { BoundedMemo, linkMemoMebibytes, matrixMemoCapacity } from './bounded-memo.ts';
import type { AccessPoint, ClutterLink } from './types.ts';

/**
 * Statistics of the AP–AP links (2) with the line-of-sight part removed (25), each computed when first asked for and kept up to a bound; so are
 * the correlations of a link, which take a thousand times as long as its power and are not needed to say who is strongest.
 *
 * The gain b takes the configured path loss; with `mixed` the link is in line of sight with the probability of model.md §2, drawn by name.
 * Shadowing is 3 dB in and 4 dB without line of sight. A link draws under the ids of its two APs in ascending order: b is the same both ways.
 */
export function createClutterLinks(
  network: Network,
  accessPoints: readonly AccessPoint[],
): (receive: number, transmit: number) => ClutterLink {
  const gain = createLinkGain(network);
  const count = accessPoints.length;
  const capacity = matrixMemoCapacity(network.accessPoints.antennaCount, 2, linkMemoMebibytes);
  const links = new BoundedMemo(capacity, (link): ClutterLink => {
    const receiver = accessPoints[Math.floor(link / count)];
    const transmitter = accessPoints[link % count];
    const b = gain(receiver, transmitter);
    const c = ricianFactor(distance(receiver.position, transmitter.position)); // (4)
    let transmitCorrelation: ComplexMatrix | null = null;
    let receiveCorrelation: ComplexMatrix | null = null;
    return {
      receive: receiver.id,
      transmit: transmitter.id,
      gain: b,
      ricianFactor: c,
      power: clutterPower(network.propagation, b, c), // (25)
      get transmitCorrelation() {
        transmitCorrelation ??= correlationToward(network, transmitter, receiver.position);
        return transmitCorrelation;
      },
      get receiveCorrelation() {
        receiveCorrelation ??= correlationToward(network, receiver, transmitter.position);
        return receiveCorrelation;
      },
    };
  });
  return (receive, transmit) => links.get(receive * count + transmit);
}

function createLinkGain(network: Network): (a: AccessPoint, b: AccessPoint) => number {
  const { carrierGhz, apToApPathLoss, shadowFading } = network.propagation;
  const stateKey = drawKey(network.layoutSeed, 'layout/access-point-line-of-sight');
  const shadowingKey = drawKey(network.layoutSeed, 'layout/access-point-shadowing');
  return (a, b) => {
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    const metres = distance(first.position, second.position);
    const state =
      apToApPathLoss === 'mixed'
        ? drawLineOfSight(stateKey, first.id, second.id, losProbability(metres))
        : apToApPathLoss;
    const lossDb =
      state === 'los'
        ? losPathLossDb(carrierGhz, metres, first.position[2], second.position[2])
        : nlosPathLossDb(carrierGhz, metres);
    const shadowingDb = shadowFading
      ? shadowFadingDeviationDb[state] * drawNormal(shadowingKey, first.id, second.id)
      : 0;
    return dbToLinear(shadowingDb - lossDb);
  };
}

function drawLineOfSight(key: DrawKey, first: number, second: number, probability: number): 'los' | 'nlos' {
  const uniform = new Float64Array(1);
  fillUniform(key, first, second, 0, uniform);
  return uniform[0] < probability ? 'los' : 'nlos';
}

function drawNormal(key: DrawKey, first: number, second: number): number {
  const normal = new Float64Array(1);
  fillNormal(key, first, second, 0, normal);
  return normal[0];
}
