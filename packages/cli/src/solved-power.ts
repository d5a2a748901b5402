import { deployNetwork, needsPowerPlan, type SolvedAllocation } from '@vedetta/deployment';
import { planPower } from '@vedetta/power-plan';
import type { Network } from '@vedetta/scenario';
import { UsageError } from './exit.ts';

/**
 * The powers that a network under max-min power control has, solved for here and now; null for any other.
 *
 * @throws {UsageError} if there are none
 */
export async function solvedPower(network: Network): Promise<readonly SolvedAllocation[] | null> {
  if (!needsPowerPlan(network)) return null;
  const solved = await planPower(deployNetwork(network));
  if (solved.outcome === 'infeasible') throw new UsageError(solved.reason);
  return solved.plan;
}
