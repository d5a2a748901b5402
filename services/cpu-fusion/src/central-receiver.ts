import { setImmediate } from 'node:timers/promises';
import type { Deployment, SlotPlan } from '@vedetta/deployment';
import { createReceiverBank } from '@vedetta/detection';
import type { TransmitBlock } from '@vedetta/signal';
import type { SlotWindow } from './slot-window.ts';

/** The transmitted signals that one receiver knows in a slot; null: not all that it needs. */
export type ReceiverSignals = (receiver: number) => readonly TransmitBlock[] | null;

/** The GLRT where the split is `raw`: the same receivers as at the APs, at the CPU. */
export interface CentralReceiver {
  /** Turns the samples of a closed window into local statistics, one AP per turn of the event loop; slots one after the other. */
  evaluate(window: SlotWindow, plan: SlotPlan, signals: () => ReceiverSignals): Promise<void>;
}

export function createCentralReceiver(deployment: Deployment): CentralReceiver {
  const bank = createReceiverBank(deployment);
  let last: Promise<void> = Promise.resolve();

  async function evaluate(window: SlotWindow, plan: SlotPlan, signalsOf: ReceiverSignals): Promise<void> {
    let prepared: readonly TransmitBlock[] | null = null;
    for (const { inspection, accessPoint, observation } of window.samples()) {
      const blocks = signalsOf(accessPoint);
      if (blocks === null) window.dismiss(inspection, accessPoint);
      else {
        if (blocks !== prepared) bank.beginSlot(plan, blocks);
        prepared = blocks;
        const received = { accessPoint, slot: plan.slot, observation };
        window.settle(inspection, accessPoint, bank.localStatistic(plan.inspections[inspection], received));
      }
      await setImmediate();
    }
  }

  return {
    evaluate(window, plan, signals) {
      last = last.then(() => evaluate(window, plan, signals()));
      return last;
    },
  };
}
