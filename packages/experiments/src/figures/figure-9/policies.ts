import { dbToLinear } from '@vedetta/channel';
import { closedFormSinr, trackingSituation } from '@vedetta/communication';
import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import {
  type ConicSolver,
  loadConicSolver,
  type MaxMinSolution,
  maxMinPower,
  powerInSlot,
  type SearchSettings,
  type Sensed,
  sensingPriorityPower,
  withFloor,
} from '@vedetta/power';
import { networkProblem } from '@vedetta/power-plan';
import { angleErrorDeviation } from '@vedetta/signal';
import type { Exponents } from '../fractional-power/tasks.ts';

/** γ̄₀ of (49), dB: the paper says “some predefined value”. A lower one stands beside it. */
const floorDb = 0;
const lowFloorDb = -10;
/** Where no powers have that floor: this far below what they can have, dB. */
const belowAttainableDb = 1;

const communicationSettings: Partial<SearchSettings> = { gapTolerance: 1e-3, totalIterations: 200_000 };
/** The largest floor that there is, but for 0.04 dB, which would cost the users decibels. */
const sensingSettings: Partial<SearchSettings> = { gapTolerance: 1e-2, totalIterations: 100_000 };
/** The floor to 1 %. */
const keptSettings: Partial<SearchSettings> = { gapTolerance: 1e-2, totalIterations: 100_000 };

/** Powers of a set-up, and whether the SIR floor that was asked for could be had. */
export interface Chosen {
  readonly power: readonly AccessPointPower[];
  readonly floorMet: boolean;
}

export type Policy = keyof typeof policies;

interface Optimised {
  readonly solution: MaxMinSolution;
  readonly floorMet: boolean;
}

interface PolicyOf {
  readonly name: string;
  /** What the scenario's fractional power control has. */
  readonly exponents: Exponents;
  /** Left out for fractional power control itself. */
  optimise?(problem: Sensed, solver: ConicSolver, worstSinr: number): Optimised | null;
}

const fractional = (kappaCommunication: number, kappaSensing: number): PolicyOf => ({
  name: `FPC (${kappaCommunication}, ${kappaSensing})`,
  exponents: { kappaCommunication, kappaSensing },
});
const optimal = (name: string, optimise: NonNullable<PolicyOf['optimise']>): PolicyOf => ({
  name,
  exponents: { kappaCommunication: 0, kappaSensing: 0 },
  optimise,
});

/** The text names (κ_c, κ_s) ∈ {0, 0.5}, and OPC in two designs. */
export const policies = {
  fpc00: fractional(0, 0),
  fpc05: fractional(0, 0.5),
  fpc50: fractional(0.5, 0),
  fpc55: fractional(0.5, 0.5),
  communication: optimal('OPC communication p.', (problem, solver) => communicationPriority(problem, solver, floorDb)),
  communicationLow: optimal(`OPC communication p., floor ${lowFloorDb} dB`, (problem, solver) =>
    communicationPriority(problem, solver, lowFloorDb),
  ),
  sensing: optimal('OPC sensing p.', (problem, solver) => sensingPriority(problem, solver, 0, sensingSettings)),
  sensingKept: optimal('OPC sensing p., worst UE kept', (problem, solver, worstSinr) =>
    sensingPriority(problem, solver, worstSinr, keptSettings),
  ),
} as const satisfies Readonly<Record<string, PolicyOf>>;

export const policyNames = Object.keys(policies) as Policy[];
export const isOptimal = (policy: Policy): boolean => 'optimise' in policies[policy];

/**
 * @param power  of fractional power control, whose worst UE `sensingKept` keeps as well off. It stays where the search finds nothing that does what is
 *               asked, for want of accuracy or because a target cannot echo at all.
 */
export async function choosePower(
  policy: Policy,
  power: readonly AccessPointPower[],
  deployment: Deployment,
  plan: SlotPlan,
): Promise<Chosen> {
  const { optimise } = policies[policy] as PolicyOf;
  if (!optimise) return { power, floorMet: true };
  const { problem, powerOf } = networkProblem(deployment, plan, angleErrorDeviation);
  const worstSinr = Math.min(...closedFormSinr(trackingSituation(deployment, plan, power)).map(({ sinr }) => sinr));
  const found = optimise(problem, await loadConicSolver(), worstSinr);
  return found
    ? { power: powerInSlot(plan, powerOf(found.solution.powers)), floorMet: found.floorMet }
    : { power, floorMet: false };
}

function communicationPriority(problem: Sensed, solver: ConicSolver, decibels: number): Optimised | null {
  const at = (sirFloor: number) => maxMinPower(withFloor(problem, sirFloor), solver, communicationSettings);
  const asked = at(dbToLinear(decibels));
  if (asked.outcome !== 'infeasible') return { solution: asked, floorMet: true };
  const attained = at(asked.attainableSir * dbToLinear(-belowAttainableDb));
  return attained.outcome === 'infeasible' ? null : { solution: attained, floorMet: false };
}

function sensingPriority(
  problem: Sensed,
  solver: ConicSolver,
  minSinr: number,
  settings: Partial<SearchSettings>,
): Optimised | null {
  // A hair below what fractional power control itself gives: it is a point to start from, whatever the rounding.
  const found = sensingPriorityPower(problem, solver, minSinr * (1 - 1e-6), settings);
  return found.outcome === 'infeasible' ? null : { solution: found.solution, floorMet: true };
}
