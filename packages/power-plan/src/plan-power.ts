import { dbToLinear, degToRad, linearToDb } from '@vedetta/channel';
import { type Deployment, type SlotPlan, type SolvedAllocation, slotKinds } from '@vedetta/deployment';
import {
  type ConicSolver,
  loadConicSolver,
  type MaxMinSolution,
  maxMinPower,
  PowerError,
  type SearchSettings,
  sensingPriorityPower,
  withFloor,
} from '@vedetta/power';
import type { MaxMinPolicy } from '@vedetta/scenario';
import { networkProblem } from './network-problem.ts';

export type PowerPlanOutcome =
  | { readonly outcome: 'solved'; readonly plan: readonly SolvedAllocation[] }
  /** No powers have the floor that was asked for. */
  | { readonly outcome: 'infeasible'; readonly reason: string };

const settings: Partial<SearchSettings> = { gapTolerance: 1e-3, totalIterations: 200_000 };
/**
 * 1 %, 0.04 dB, below the largest SIR that there is: what the largest has no use for, a user has only out of what is given up of it. With 8 to 16
 * users the worst has 5 to 10 dB more than at 0.1 %.
 */
const highestSettings: Partial<SearchSettings> = { gapTolerance: 1e-2, totalIterations: 100_000 };

/**
 * Solves (49) for a network under max-min power control, once for each set of regions or targets that its slots inspect. A function of the network
 * alone: the same powers on every machine, as the solver's patience is counted in iterations.
 *
 * @param onSolved  told how many of these problems are solved
 * @throws {PowerError} for a network under another policy, or whose coefficients leave the range of double precision
 * @remarks seconds to minutes; to be done once, and away from what must stay quick
 */
export async function planPower(
  deployment: Deployment,
  onSolved: (kinds: number) => void = () => {},
): Promise<PowerPlanOutcome> {
  const { policy } = deployment.network.power;
  if (typeof policy !== 'object') throw new PowerError('power.policy', `'${policy}' has nothing to be solved for`);
  const solver = await loadConicSolver();
  const plan: SolvedAllocation[] = [];
  for (const kind of slotKinds(deployment)) {
    const solved = solve(deployment, kind, policy, solver);
    if ('reason' in solved) return { outcome: 'infeasible', reason: solved.reason };
    plan.push(solved);
    onSolved(plan.length);
  }
  return { outcome: 'solved', plan };
}

function solve(
  deployment: Deployment,
  plan: SlotPlan,
  { sirFloorDb }: MaxMinPolicy,
  solver: ConicSolver,
): SolvedAllocation | { readonly reason: string } {
  const { problem, powerOf } = networkProblem(deployment, plan, degToRad(deployment.network.sensing.angleErrorDeg));
  const regions = plan.inspections.map(({ region }) => region);
  const solved = ({ powers, minSinr, sir, report }: MaxMinSolution): SolvedAllocation => ({
    regions,
    power: powerOf(powers),
    smallestSinr: minSinr,
    sinrBound: minSinr === null ? null : report.upper,
    sir: sir.map((value) => (value < Number.POSITIVE_INFINITY ? value : null)),
  });
  if (sirFloorDb === 'highest') {
    const found = sensingPriorityPower(problem, solver, 0, highestSettings);
    return found.outcome === 'infeasible' ? { reason: noEcho(deployment) } : solved(found.solution);
  }
  const found = maxMinPower(withFloor(problem, dbToLinear(sirFloorDb)), solver, settings);
  if (found.outcome !== 'infeasible') return solved(found);
  return {
    reason: found.attainableSir > 0 ? tooHigh(deployment, sirFloorDb, found.attainableSir) : noEcho(deployment),
  };
}

const sensedThing = (deployment: Deployment) => (deployment.targets ? 'target' : 'region');

function tooHigh(deployment: Deployment, floorDb: number, attainable: number): string {
  const had = (Math.floor(10 * linearToDb(attainable)) / 10).toFixed(1);
  return `no powers give every ${sensedThing(deployment)} an SIR of ${floorDb} dB; ${had} dB can be had: lower network.power.policy.sirFloorDb, or say 'highest'`;
}

function noEcho(deployment: Deployment): string {
  return `no powers give every ${sensedThing(deployment)} an echo, so that none has an SIR: take network.power.policy 'uniform' or 'fractional'`;
}
