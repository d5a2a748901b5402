import { type DrawKey, drawKey, fillUniform } from '@vedetta/numerics';
import type { LinkConfig } from '@vedetta/scenario';

/** Emulated loss of messages: a named draw each, so that it is the same whenever and wherever it is asked. */
export interface Losses {
  isReportLost(slot: number, inspection: number, accessPoint: number): boolean;
  isCommandLost(slot: number, accessPoint: number): boolean;
  /** Up, from a transmit AP. */
  isReferenceLost(slot: number, accessPoint: number): boolean;
  /** Down, to a receive AP. */
  isReferenceDownLost(slot: number, accessPoint: number): boolean;
}

/** @param linkOf  the link of an access point as it is now. */
export function createLosses(seed: number, linkOf: (accessPoint: number) => LinkConfig): Losses {
  const reports = drawKey(seed, 'report-loss');
  const commands = drawKey(seed, 'command-loss');
  const references = drawKey(seed, 'reference-loss');
  const referencesDown = drawKey(seed, 'reference-down-loss');
  return {
    isReferenceLost: (slot, accessPoint) =>
      happens(references, slot, 0, accessPoint, linkOf(accessPoint).up.lossProbability),
    isReferenceDownLost: (slot, accessPoint) =>
      happens(referencesDown, slot, 0, accessPoint, linkOf(accessPoint).down.lossProbability),
    isReportLost: (slot, inspection, accessPoint) =>
      happens(reports, slot, inspection, accessPoint, linkOf(accessPoint).up.lossProbability),
    isCommandLost: (slot, accessPoint) =>
      happens(commands, slot, 0, accessPoint, linkOf(accessPoint).down.lossProbability),
  };
}

const uniform = new Float64Array(1);

function happens(key: DrawKey, slot: number, inspection: number, accessPoint: number, probability: number): boolean {
  if (probability === 0) return false;
  fillUniform(key, slot, inspection, accessPoint, uniform);
  return uniform[0] < probability;
}
