import type { Deployment, SlotPlan } from '@vedetta/deployment';
import { allocatePower } from '@vedetta/power';
import { createTransmitSide } from '@vedetta/transmission';
import type { Signals } from '../central-receiver.ts';

/** The transmitted signals of a slot, which receivers know by the paper's assumption (references `assumed`): made again from names. */
export type KnownSignals = (plan: SlotPlan, onAir: readonly number[]) => Signals;

/** @param seed  the run's seed. */
export function assumedSignals(deployment: Deployment, seed: number): KnownSignals {
  const { transmitBlocks, userSymbols } = createTransmitSide(deployment, seed);
  return (plan, onAir) => {
    const slot = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
    return { blocks: transmitBlocks(slot), situation: { power: slot.power, symbols: userSymbols(slot) } };
  };
}
