import { parentPort, workerData } from 'node:worker_threads';
import { deployNetwork, type Inspection, type PowerPlan, withAngleErrors, withPowerPlan } from '@vedetta/deployment';
import { createAlarmOracle, targetInCell } from '@vedetta/evaluation';
import type { Scenario } from '@vedetta/scenario';
import type { InspectionEvaluation, SlotRecord, StoredDecisionDetail } from '@vedetta/store';

export interface WorkerInput {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly powerPlan: PowerPlan | null;
}

export type EvaluationRequest = readonly {
  readonly record: SlotRecord;
  readonly decisions: readonly StoredDecisionDetail[];
}[];
export type EvaluationReply = readonly InspectionEvaluation[];

const { scenario, seed, powerPlan } = workerData as WorkerInput;
const deployment = withPowerPlan(deployNetwork(scenario.network), powerPlan);
const oracle = createAlarmOracle(deployment, scenario.world, seed);

parentPort?.on('message', (request: EvaluationRequest) => {
  parentPort?.postMessage(
    request.flatMap(({ record, decisions }) => evaluateSlot(record, decisions)) satisfies EvaluationReply,
  );
});

/** Unobserved inspections are left out: there was no test whose alarm could be probable. */
function evaluateSlot(record: SlotRecord, decisions: readonly StoredDecisionDetail[]): InspectionEvaluation[] {
  const plan = withAngleErrors(deployment, { slot: record.slot, inspections: decisions.map(asInspection) });
  return decisions.flatMap((decision, i) => {
    if (decision.outcome === 'unobserved') return [];
    const reportsUsed = decision.reports.filter(({ fate }) => fate === 'used').map(({ accessPoint }) => accessPoint);
    const decided = { inspection: plan.inspections[i], reportsUsed, threshold: decision.threshold };
    const alarmProbability = oracle.inspectionAlarmProbability(plan, record.onAir, decided);
    if (alarmProbability === null) return [];
    return [
      {
        slot: record.slot,
        inspection: decision.inspection,
        alarmProbability,
        targetInCell: targetInCell(deployment, scenario.world, record.slot, decision),
      },
    ];
  });
}

function asInspection(decision: StoredDecisionDetail): Inspection {
  const { inspection: index, phase, region, cell, position, transmit, reports } = decision;
  return { index, phase, region, cell, position, transmit, receive: reports.map(({ accessPoint }) => accessPoint) };
}
