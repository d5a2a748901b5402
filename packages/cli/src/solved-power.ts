import { deployNetwork, needsPowerPlan, type SolvedAllocation, slotKinds } from '@vedetta/deployment';
import { planPower } from '@vedetta/power-plan';
import type { Network } from '@vedetta/scenario';
import { UsageError } from './exit.ts';
import { startProgress } from './progress.ts';

/**
 * The powers that a network under max-min power control has, solved for here and now; null for any other.
 *
 * @throws {UsageError} if there are none
 */
export async function solvedPower(network: Network): Promise<readonly SolvedAllocation[] | null> {
  if (!needsPowerPlan(network)) return null;
  const deployment = deployNetwork(network);
  const progress = startProgress('solving for powers, problem', slotKinds(deployment).length);
  const solved = await planPower(deployment, progress.at);
  progress.close();
  if (solved.outcome === 'infeasible') throw new UsageError(solved.reason);
  return solved.plan;
}
