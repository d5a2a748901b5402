import type { Inspection } from '@vedetta/deployment';
import type { Outcome } from '@vedetta/detection';
import type { Generated, Kysely } from 'kysely';
import type { EventBody, ReportFate, RunStatus } from '../records.ts';

/** The rows of schema `vedetta` as the drivers give them; JSON columns are written as text. */

export interface ScenarioTable {
  id: number;
  hash: string;
  name: string;
  version: string;
  network: unknown;
  world: unknown;
  slot_period_ms: number;
  adopted_at: Generated<Date>;
}

export interface RunTable {
  id: Generated<number>;
  scenario_hash: string;
  version: string;
  seed: number;
  slots: number | null;
  pace: number | null;
  false_alarm_probability: number;
  status: Generated<RunStatus>;
  reason: string | null;
  created_at: Generated<Date>;
  started_at: Date | null;
  ended_at: Date | null;
}

export interface RunTotalsTable {
  run: number;
  last_planned_frame: number;
  first_kept_frame: number;
  first_kept_slot: number;
  kept_slots: number;
  kept_bytes: number;
  slots: number;
  stalled_slots: number;
  decisions: number;
  target_present: number;
  target_absent: number;
  unobserved: number;
  reports_expected: number;
  reports_used: number;
  reports_late: number;
  reports_missing: number;
  evaluated: number;
  alarms: number;
  expected_alarms: number;
  variance: number;
  target_evaluated: number;
  target_alarms: number;
  target_expected_alarms: number;
}

/** `[accessPoint, fate, statistic, rank]`; not-finite statistics as text. */
export type ReportRow = readonly [number, ReportFate, number | string | null, number | null];

/** `[slot, onAir, stalled]`. */
export type SlotRow = readonly [number, readonly number[], boolean];

/** `[index, region, cell, x, y, z, transmit, receive, phase]`; rows of an earlier version end before the phase, and were cells. */
export type InspectionRow = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  readonly number[],
  readonly number[],
  Inspection['phase']?,
];

export interface PlannedFrameTable {
  run: number;
  frame: number;
  first_slot: number;
  slots: readonly (readonly InspectionRow[])[];
  decided: Generated<boolean>;
}

export interface CommittedFrameTable {
  run: number;
  frame: number;
  first_slot: number;
  slot_count: number;
  slots: readonly SlotRow[];
  bytes: number;
  committed_at: Date;
  claim: string | null;
}

export interface DecisionTable {
  run: number;
  slot: number;
  inspection: number;
  phase: Inspection['phase'];
  frame: number;
  region: number;
  cell: number;
  x: number;
  y: number;
  z: number;
  statistic: number;
  threshold: number | null;
  p_value: number | null;
  rank: number;
  outcome: Outcome;
  stalled: boolean;
  decided_at: Date;
  transmit: readonly number[];
  reports: readonly ReportRow[];
}

export interface EvaluationTable {
  run: number;
  slot: number;
  inspection: number;
  alarm_probability: number;
  target_in_cell: boolean;
}

export interface OutboxTable {
  id: number;
  body: EventBody;
}

export interface LeaseTable {
  name: string;
  holder: string | null;
  fence: number;
  expires_at: Date;
}

export interface AnnouncementTable {
  kind: string;
  name: string;
  payload: unknown;
  seen_at: Date;
  expires_at: Date;
}

export interface PowerPlanTable {
  id: number;
  scenario_hash: string;
  version: string;
  allocations: unknown;
}

interface LinkChangeTable {
  access_point: number;
  change: unknown;
}

export interface Tables {
  'vedetta.scenario': ScenarioTable;
  'vedetta.run': RunTable;
  'vedetta.run_totals': RunTotalsTable;
  'vedetta.planned_frame': PlannedFrameTable;
  'vedetta.committed_frame': CommittedFrameTable;
  'vedetta.decision': DecisionTable;
  'vedetta.evaluation': EvaluationTable;
  'vedetta.outbox': OutboxTable;
  'vedetta.lease': LeaseTable;
  'vedetta.announcement': AnnouncementTable;
  'vedetta.link_change': LinkChangeTable;
  'vedetta.power_plan': PowerPlanTable;
}

export type StoreDatabase = Kysely<Tables>;
