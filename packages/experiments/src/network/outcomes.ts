import type { Inspection } from '@vedetta/deployment';
import { createAlarmOracle, targetInCell } from '@vedetta/evaluation';
import type { Scenario } from '@vedetta/scenario';
import type { StoredDecisionDetail } from '@vedetta/store';
import { echoingTargets, targetsAt } from '@vedetta/world';
import type { NetworkRun } from './run-network.ts';

/** Counted over a run; every entry a sum, so that runs add up. */
export type Outcomes = {
  readonly slots: number;
  readonly stalledSlots: number;
  readonly reportsExpected: number;
  readonly reportsUsed: number;
  readonly reportsLate: number;
  /** Inspections of slots in which no target echoes: observed ones, those without any report, and alarms. */
  readonly emptyInspections: number;
  readonly emptyUnobserved: number;
  readonly falseAlarms: number;
  /** Inspections with a target in the cell: all, those without any report, and alarms. */
  readonly targetInspections: number;
  readonly targetUnobserved: number;
  readonly detections: number;
  /** Σ p and Σ p(1−p) of the exact alarm probability, 0 where unobserved. */
  readonly expectedDetections: number;
  readonly detectionVariance: number;
};

/**
 * Lays a run beside the truth. Inspections of cells without a target while a target elsewhere echoes are neither: they are counted nowhere.
 * Exact probabilities are taken given signals on air and reports used, over reflectivities, clutter and noise.
 */
export function countOutcomes({ deployment, slots, run }: NetworkRun, { world, network }: Scenario): Outcomes {
  const oracle = createAlarmOracle(deployment, world, run.seed);
  const sums = {
    slots: slots.length,
    stalledSlots: slots.filter(({ record }) => record.stalled).length,
    reportsExpected: 0,
    reportsUsed: 0,
    reportsLate: 0,
    emptyInspections: 0,
    emptyUnobserved: 0,
    falseAlarms: 0,
    targetInspections: 0,
    targetUnobserved: 0,
    detections: 0,
    expectedDetections: 0,
    detectionVariance: 0,
  };
  for (const { record, decisions } of slots) {
    const plan = { slot: record.slot, inspections: decisions.map(inspectionOf) };
    const isEmpty = echoingTargets(deployment, world, plan, targetsAt(world, network, record.slot)).length === 0;
    for (const [i, decision] of decisions.entries()) {
      sums.reportsExpected += decision.reportsExpected;
      sums.reportsUsed += decision.reportsUsed;
      sums.reportsLate += decision.late.length;
      const unobserved = decision.outcome === 'unobserved' ? 1 : 0;
      const alarm = decision.outcome === 'targetPresent' ? 1 : 0;
      if (isEmpty) {
        sums.emptyUnobserved += unobserved;
        sums.emptyInspections += 1 - unobserved;
        sums.falseAlarms += alarm;
      } else if (targetInCell(deployment, world, record.slot, decision)) {
        const used = decision.reports.filter(({ fate }) => fate === 'used').map(({ accessPoint }) => accessPoint);
        const decided = { inspection: plan.inspections[i], reportsUsed: used, threshold: decision.threshold };
        const exact = unobserved ? 0 : (oracle.inspectionAlarmProbability(plan, record.onAir, decided) ?? 0);
        sums.targetInspections += 1;
        sums.targetUnobserved += unobserved;
        sums.detections += alarm;
        sums.expectedDetections += exact;
        sums.detectionVariance += exact * (1 - exact);
      }
    }
  }
  return sums;
}

/** Of runs that belong to one point. */
export function addOutcomes(all: readonly Outcomes[]): Outcomes {
  const sum = { ...all[0] } as Record<keyof Outcomes, number>;
  for (const next of all.slice(1)) for (const key of Object.keys(sum) as (keyof Outcomes)[]) sum[key] += next[key];
  return sum;
}

export function inspectionOf(decision: StoredDecisionDetail): Inspection {
  const { inspection: index, phase, region, cell, position, transmit, reports } = decision;
  return { index, phase, region, cell, position, transmit, receive: reports.map(({ accessPoint }) => accessPoint) };
}
