import { type Deployment, needsPowerPlan, slotKinds } from '@vedetta/deployment';
import type { PowerPlanOutcome } from '@vedetta/power-plan';
import type { Store } from '@vedetta/store';
import type { SchedulerEvents } from '../events.ts';
import { solvePower } from './solve-power.ts';

/**
 * Sees to it that the powers of a network under max-min power control are in the store before its first slot is planned. They hang on the network
 * alone: every run has the same, and whoever takes over finds them or gets the same ones.
 *
 * @returns why there are none, in words for the user; null when all is well, or `signal` aborted first
 */
export async function ensurePowerPlan(
  deployment: Deployment,
  store: Pick<Store, 'powerPlan' | 'keepPowerPlan'>,
  events: Pick<SchedulerEvents, 'solvingPower' | 'powerSolved'>,
  signal: AbortSignal,
): Promise<string | null> {
  if (!needsPowerPlan(deployment.network) || (await store.powerPlan()) !== null) return null;
  const since = performance.now();
  const kinds = slotKinds(deployment).length;
  events.solvingPower(0, kinds);
  const solved = await solvePower(deployment.network, signal, (done) => events.solvingPower(done, kinds)).catch(
    refusal,
  );
  if (solved === null) return null;
  if (solved.outcome === 'infeasible') return solved.reason;
  await store.keepPowerPlan(solved.plan);
  events.powerSolved(solved.plan, (performance.now() - since) / 1000);
  return null;
}

/** The same network fails the same way again: a run that waited for better luck would wait for ever. */
function refusal(error: unknown): PowerPlanOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'infeasible', reason: `max-min power control found no powers: ${message}` };
}
