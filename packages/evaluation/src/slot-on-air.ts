import type { Deployment, OnAirSlot, SlotPlan } from '@vedetta/deployment';
import { allocatePower } from '@vedetta/power';
import { EvaluationError } from './errors.ts';

/** The slot as it was on air: ids in ascending order, powers recomputed as every AP computes its own. */
export function slotOnAir(deployment: Deployment, plan: SlotPlan, ids: readonly number[]): OnAirSlot {
  const onAir = [...ids].sort((a, b) => a - b);
  for (const ap of onAir)
    if (deployment.accessPoints[ap]?.role !== 'transmit')
      throw new EvaluationError('NOT_A_TRANSMIT_ACCESS_POINT', ap, `access point ${ap} does not transmit`);
  return { plan, onAir, power: allocatePower(deployment, plan, onAir) };
}
