import { setImmediate } from 'node:timers/promises';
import type { Deployment, SlotPlan } from '@vedetta/deployment';
import { createReceiverBank, DetectionError, type LocalStatistic, type SlotSituation } from '@vedetta/detection';
import type { TransmitBlock } from '@vedetta/signal';
import type { SlotWindow } from './slot-window.ts';

/** Transmitted signals that are known in a slot. */
export interface Signals {
  readonly blocks: readonly TransmitBlock[];
  readonly situation: SlotSituation;
}

/** What one receiver knows in a slot; null: not all that it needs. */
export type ReceiverSignals = (receiver: number) => Signals | null;

/** The GLRT where the split is `raw`: the same receivers as at the APs, at the CPU. */
export interface CentralReceiver {
  /** Turns the samples of a closed window into local statistics, one AP per turn of the event loop; slots one after the other. */
  evaluate(window: SlotWindow, plan: SlotPlan, signals: () => ReceiverSignals): Promise<void>;
}

export function createCentralReceiver(deployment: Deployment): CentralReceiver {
  const bank = createReceiverBank(deployment);
  let last: Promise<void> = Promise.resolve();

  async function evaluate(window: SlotWindow, plan: SlotPlan, signalsOf: ReceiverSignals): Promise<void> {
    let prepared: Signals | null = null;
    for (const { inspection, accessPoint, observation, rounding } of window.samples()) {
      const signals = signalsOf(accessPoint);
      if (signals === null) window.dismiss(inspection, accessPoint);
      else {
        if (signals !== prepared) bank.beginSlot(plan, signals.blocks, signals.situation);
        prepared = signals;
        const received = { accessPoint, slot: plan.slot, observation, rounding };
        const local = statisticOf(() => bank.localStatistic(plan.inspections[inspection], received));
        if (local === null) window.refuse(inspection, accessPoint);
        else window.settle(inspection, accessPoint, local);
      }
      await setImmediate();
    }
  }

  return {
    evaluate(window, plan, signals) {
      const own = last.then(() => evaluate(window, plan, signals()));
      // What fails fails for its own slot.
      last = own.catch(() => {});
      return own;
    },
  };
}

/** Null for samples that no antenna could have received: numbers so large that their statistic is none. */
function statisticOf(compute: () => LocalStatistic): LocalStatistic | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DetectionError) return null;
    throw error;
  }
}
