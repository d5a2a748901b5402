import { setImmediate } from 'node:timers/promises';
import type { Deployment, SlotPlan } from '@vedetta/deployment';
import { createReceiverBank } from '@vedetta/detection';
import type { KnownSignals } from './known-signals/known-signals.ts';
import type { SlotWindow } from './slot-window.ts';

/** The GLRT where the split is `raw`: the same receivers as at the APs, at the CPU. */
export interface CentralReceiver {
  /** Turns the samples of a closed window into local statistics, one AP per turn of the event loop; slots one after the other. */
  evaluate(window: SlotWindow, plan: SlotPlan, onAir: readonly number[]): Promise<void>;
}

export function createCentralReceiver(deployment: Deployment, known: KnownSignals): CentralReceiver {
  const bank = createReceiverBank(deployment);
  let last: Promise<void> = Promise.resolve();

  async function evaluate(window: SlotWindow, plan: SlotPlan, onAir: readonly number[]): Promise<void> {
    const samples = window.samples();
    if (samples.length === 0) return;
    bank.beginSlot(plan, known(plan, onAir));
    for (const { inspection, accessPoint, observation } of samples) {
      const received = { accessPoint, slot: plan.slot, observation };
      window.settle(inspection, accessPoint, bank.localStatistic(plan.inspections[inspection], received));
      await setImmediate();
    }
  }

  return {
    evaluate(window, plan, onAir) {
      last = last.then(() => evaluate(window, plan, onAir));
      return last;
    },
  };
}
