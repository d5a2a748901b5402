import type { DecisionRecord, StoredDecision, StoredDecisionDetail } from '../records.ts';
import { countReports, decodeReports } from './report-rows.ts';
import type { DecisionTable, EvaluationTable } from './tables.ts';

/** A decision as it will be read back. */
export function toStoredDecision(
  run: number,
  { slot, inspection, reports, ...fusion }: DecisionRecord,
  stalled: boolean,
  decidedAt: string,
  slotPeriodMs: number,
): StoredDecision {
  const counts = countReports(reports);
  return {
    run,
    slot,
    inspection: inspection.index,
    phase: inspection.phase,
    region: inspection.region,
    cell: inspection.cell,
    position: inspection.position,
    outcome: fusion.outcome,
    statistic: fusion.statistic,
    rank: fusion.rank,
    threshold: fusion.threshold,
    pValue: fusion.pValue,
    timeMs: slot * slotPeriodMs,
    decidedAt,
    reportsExpected: counts.expected,
    reportsUsed: counts.used,
    missing: counts.missing,
    late: counts.late,
    stalled,
  };
}

export function fromDecisionRow(row: DecisionTable, slotPeriodMs: number): StoredDecision {
  return detailFromRow(row, slotPeriodMs).decision;
}

/** A row with what is known beside it. */
export function detailFromRow(
  row: DecisionTable,
  slotPeriodMs: number,
): { decision: StoredDecision; reports: StoredDecisionDetail['reports'] } {
  const reports = decodeReports(row.reports);
  const inspection = {
    index: row.inspection,
    phase: row.phase,
    region: row.region,
    cell: row.cell,
    position: [row.x, row.y, row.z],
    transmit: row.transmit,
    receive: [],
  } as const;
  const { slot, outcome, statistic, rank, threshold } = row;
  const record = { slot, inspection, reports, outcome, statistic, rank, threshold, pValue: row.p_value };
  return {
    decision: toStoredDecision(row.run, record, row.stalled, row.decided_at.toISOString(), slotPeriodMs),
    reports,
  };
}

export interface DetailRow extends DecisionTable {
  alarm_probability: EvaluationTable['alarm_probability'] | null;
  target_in_cell: EvaluationTable['target_in_cell'] | null;
}

export function toDetail(row: DetailRow, onAir: readonly number[], slotPeriodMs: number): StoredDecisionDetail {
  const { decision, reports } = detailFromRow(row, slotPeriodMs);
  const { slot, inspection, alarm_probability: alarmProbability, target_in_cell: targetInCell } = row;
  const evaluated = alarmProbability !== null && targetInCell !== null;
  return {
    ...decision,
    transmit: row.transmit,
    onAir,
    reports,
    evaluation: evaluated ? { slot, inspection, alarmProbability, targetInCell } : null,
  };
}
