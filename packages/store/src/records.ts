import type { Inspection } from '@vedetta/deployment';
import type { Fusion, Outcome } from '@vedetta/detection';
import type { LinkChange } from '@vedetta/scenario';

export type { LinkChange };

/** What is kept, as it is written and read back. */

export type RunStatus = 'queued' | 'running' | 'completed' | 'stopped' | 'failed';
/** Emulated seconds per wall second, or as fast as the machine goes. */
export type Pace = number | 'fast';

export interface RunRequest {
  readonly seed: number;
  /** null: until stopped. */
  readonly slots: number | null;
  readonly pace: Pace;
  readonly falseAlarmProbability: number;
}

export interface Run extends RunRequest {
  readonly id: number;
  readonly scenarioHash: string;
  readonly version: string;
  readonly status: RunStatus;
  /** Why it failed or what a user should know, else null. */
  readonly reason: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Slots decided so far. */
  readonly decidedSlots: number;
  /** First slot still stored (older ones were pruned). */
  readonly firstKeptSlot: number;
}

/** A few consecutive slots: planned, queued, executed and committed as one. */
export interface PlannedFrame {
  readonly run: number;
  readonly frame: number;
  readonly firstSlot: number;
  /** One list of inspections per slot. */
  readonly slots: readonly (readonly Inspection[])[];
}

export type ReportFate = 'used' | 'late' | 'missing' | 'invalid';

/** One expected local statistic and what became of it. */
export interface ReportRecord {
  readonly accessPoint: number;
  readonly fate: ReportFate;
  /** null unless the report was used or late. */
  readonly statistic: number | null;
  readonly rank: number | null;
}

export interface DecisionRecord extends Fusion {
  readonly slot: number;
  readonly inspection: Inspection;
  /** One per receive AP of the inspection, ascending. */
  readonly reports: readonly ReportRecord[];
}

export interface SlotRecord {
  readonly slot: number;
  /** Transmit APs on air, ascending, frozen when the slot was issued. */
  readonly onAir: readonly number[];
  /** The watchdog closed the window. */
  readonly stalled: boolean;
}

export interface FrameResult {
  readonly run: number;
  readonly frame: number;
  readonly slots: readonly SlotRecord[];
  readonly decisions: readonly DecisionRecord[];
}

/** A decision as it is read back. */
export interface StoredDecision {
  readonly run: number;
  readonly slot: number;
  readonly inspection: number;
  readonly phase: Inspection['phase'];
  /** In tracking the target that takes its place. */
  readonly region: number;
  /** 0 in tracking. */
  readonly cell: number;
  readonly position: readonly [number, number, number];
  readonly outcome: Outcome;
  readonly statistic: number;
  readonly rank: number;
  readonly threshold: number | null;
  readonly pValue: number | null;
  /** Emulated time of the slot, ms since slot 0. */
  readonly timeMs: number;
  /** Wall clock of the commit, ISO 8601. */
  readonly decidedAt: string;
  readonly reportsExpected: number;
  readonly reportsUsed: number;
  readonly missing: readonly number[];
  readonly late: readonly number[];
  readonly stalled: boolean;
}

export interface StoredDecisionDetail extends StoredDecision {
  readonly transmit: readonly number[];
  readonly onAir: readonly number[];
  readonly reports: readonly ReportRecord[];
  readonly evaluation: InspectionEvaluation | null;
}

export interface DecisionFilter {
  readonly run?: number;
  readonly region?: number;
  readonly phase?: Inspection['phase'];
  readonly outcome?: Outcome;
  readonly fromSlot?: number;
  readonly toSlot?: number;
  /** Wall-clock range, ISO 8601. */
  readonly since?: string;
  readonly until?: string;
  readonly maxPValue?: number;
  readonly order?: 'oldest' | 'newest';
  readonly limit: number;
  /** Opaque; from the previous page. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Truth beside a decision, written by the evaluator alone. */
export interface InspectionEvaluation {
  readonly slot: number;
  readonly inspection: number;
  /** Exact probability of an alarm, given the reports used, the on-air set and the true targets. */
  readonly alarmProbability: number;
  /** A target stood inside the inspected cell; in tracking inside the cell around the estimate. */
  readonly targetInCell: boolean;
}

export interface RunTotals {
  readonly slots: number;
  readonly decisions: number;
  readonly targetPresent: number;
  readonly targetAbsent: number;
  readonly unobserved: number;
  readonly reportsExpected: number;
  readonly reportsUsed: number;
  readonly reportsLate: number;
  readonly reportsMissing: number;
  readonly stalledSlots: number;
}

/** Empirical alarms beside the exact law, over evaluated inspections that were observed. */
export interface CalibrationTotals {
  readonly evaluated: number;
  readonly alarms: number;
  /** Σ p. */
  readonly expectedAlarms: number;
  /** Σ p(1−p). */
  readonly variance: number;
  readonly withTarget: { readonly evaluated: number; readonly alarms: number; readonly expectedAlarms: number };
}

export type EventBody =
  | { readonly type: 'run'; readonly run: number; readonly status: RunStatus }
  | {
      readonly type: 'frame';
      readonly run: number;
      readonly frame: number;
      readonly firstSlot: number;
      readonly slots: number;
    }
  | { readonly type: 'decision'; readonly run: number; readonly decision: StoredDecision };

/** One outbox row. `id` grows; SSE uses it as the event id. */
export interface StoredEvent {
  readonly id: number;
  readonly body: EventBody;
}

export interface ScenarioRecord {
  readonly hash: string;
  readonly name: string;
  readonly version: string;
  readonly network: unknown;
  readonly world: unknown;
}

/** Held by one process at a time; the fence grows by one at every change of holder. */
export interface Lease {
  readonly fence: number;
}

/** Lets a write through only while that fence of the lease is current. */
export interface LeaseGuard {
  readonly lease: string;
  readonly fence: number;
}

/** What a live process says of itself, until its time has run out. */
export interface Announcement {
  readonly name: string;
  /** JSON, as it was announced. */
  readonly payload: unknown;
  /** The database's clock at the last `announce`, ISO 8601. */
  readonly seenAt: string;
}

/** What was changed of one access point's emulated link; whatever it does not name is the scenario's. */
export interface ChangedLink {
  readonly accessPoint: number;
  readonly change: LinkChange;
}

export interface FrameJob {
  readonly run: number;
  readonly frame: number;
}
