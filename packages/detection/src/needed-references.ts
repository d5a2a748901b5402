import type { Deployment, Inspection } from '@vedetta/deployment';

/**
 * Transmit APs whose signals a receiver needs to know for these inspections. With `clutterSet: all` those are all on air, whatever
 * the echo set.
 *
 * @returns ids, ascending.
 */
export function neededReferences(
  _deployment: Deployment,
  _receiver: number,
  _inspections: readonly Inspection[],
  onAir: readonly number[],
): readonly number[] {
  return onAir;
}
