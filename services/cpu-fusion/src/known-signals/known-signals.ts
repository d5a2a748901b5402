import type { Deployment, SlotPlan } from '@vedetta/deployment';
import { allocatePower } from '@vedetta/power';
import type { TransmitBlock } from '@vedetta/signal';
import { createTransmitSide } from '@vedetta/transmission';

/** The transmitted signals of a slot, which receivers know by the paper's assumption (references `assumed`): made again from names. */
export type KnownSignals = (plan: SlotPlan, onAir: readonly number[]) => TransmitBlock[];

/** @param seed  the run's seed. */
export function assumedSignals(deployment: Deployment, seed: number): KnownSignals {
  const { transmitBlocks } = createTransmitSide(deployment, seed);
  return (plan, onAir) => transmitBlocks({ plan, onAir, power: allocatePower(deployment, plan, onAir) });
}
