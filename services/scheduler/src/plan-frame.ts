import { type Deployment, planSlot } from '@vedetta/deployment';
import type { PlannedFrame, Run } from '@vedetta/store';

/** The frame after the last one, or null when the run's slots are all planned. A pure function of network and run. */
export function planFrame(deployment: Deployment, run: Run, frame: number): PlannedFrame | null {
  const { frameSlots } = deployment.network.timing;
  const firstSlot = frame * frameSlots;
  const remaining = run.slots === null ? frameSlots : Math.min(frameSlots, run.slots - firstSlot);
  if (remaining <= 0) return null;
  return {
    run: run.id,
    frame,
    firstSlot,
    slots: Array.from({ length: remaining }, (_, offset) => planSlot(deployment, firstSlot + offset).inspections),
  };
}
