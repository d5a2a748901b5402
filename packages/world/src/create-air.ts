import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { World } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { createTransmitSide, type TransmitSide } from '@vedetta/transmission';
import { airKeys } from './draw-keys.ts';
import { createReceiveSide, type ReceivedParts } from './receive-side.ts';

/** The emulated radio of one run. Every draw has a name: any process gets the same, in any order of calls. */
export interface Air extends TransmitSide {
  /**
   * What one receive AP gets (25), the line-of-sight AP–AP part removed.
   *
   * @param blocks  of all APs on air; the order does not matter
   * @returns y, N τ_s × 1, time-major, √W; new memory at each call
   * @throws {AirError} if the receiver does not receive, or the blocks are not those of transmit APs, once each, τ_s × N
   */
  receive(onAir: OnAirSlot, blocks: readonly TransmitBlock[], receiver: number): ComplexMatrix;
  /** The same apart, with the truth about the echoes: y = (echo + clutter) + noise, bit for bit. */
  receiveParts(onAir: OnAirSlot, blocks: readonly TransmitBlock[], receiver: number): ReceivedParts;
}

/**
 * Opens the air between the APs of a deployment for one run.
 *
 * @param seed  the run's seed; a whole number, 0 to 2⁵³ − 1
 */
export function createAir(deployment: Deployment, world: World, seed: number): Air {
  const keys = airKeys(seed);
  const receiveParts = createReceiveSide(deployment, world, keys);
  return {
    ...createTransmitSide(deployment, seed),
    receiveParts,
    receive: (onAir, blocks, receiver) => sumParts(receiveParts(onAir, blocks, receiver)),
  };
}

/** y = (echo + clutter) + noise. */
export function sumParts({ echo, clutter, noise }: ReceivedParts): ComplexMatrix {
  const sum = createComplexMatrix(noise.rows, 1);
  for (let e = 0; e < noise.re.length; e++) {
    sum.re[e] = echo.re[e] + clutter.re[e] + noise.re[e]; // (25)
    sum.im[e] = echo.im[e] + clutter.im[e] + noise.im[e];
  }
  return sum;
}
