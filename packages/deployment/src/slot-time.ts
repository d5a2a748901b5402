import type { Network } from '@vedetta/scenario';
import { DeploymentError } from './errors.ts';

const MOST_SLOTS = 2 ** 32;

/**
 * Emulated time at which a slot starts, ms since slot 0.
 *
 * @throws {DeploymentError} SLOT_OUT_OF_RANGE
 */
export function slotTimeMs(network: Network, slot: number): number {
  requireSlot(slot);
  return slot * network.timing.slotPeriodMs;
}

/** @throws {DeploymentError} SLOT_OUT_OF_RANGE */
export function requireSlot(slot: number): void {
  if (!(Number.isInteger(slot) && slot >= 0 && slot < MOST_SLOTS)) {
    throw new DeploymentError('SLOT_OUT_OF_RANGE', `slot ${slot} is not a whole number from 0 to 2³² − 1`, { slot });
  }
}
