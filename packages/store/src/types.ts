import type { Inspection } from '@vedetta/deployment';
import type { Fusion, Outcome } from '@vedetta/detection';
import type { LinkChange } from '@vedetta/scenario';

export type { LinkChange };

/** What is kept, and the two interfaces (store, queue) that every backend fulfils. */

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

export interface Store {
  /** Stores the network's scenario; a different one already there is a `StoreConflictError`. */
  adoptScenario(scenario: ScenarioRecord): Promise<void>;
  scenario(): Promise<ScenarioRecord | null>;

  createRun(request: RunRequest): Promise<Run>;
  run(id: number): Promise<Run | null>;
  runs(page: { limit: number; cursor?: string }): Promise<Page<Run>>;
  /** The oldest run that is `running`, else `queued`; null when there is none. */
  nextRun(): Promise<Run | null>;
  /** Refuses an impossible transition with `StoreConflictError`; writes a `run` event. */
  setRunStatus(id: number, status: RunStatus, reason?: string): Promise<Run>;

  /** With a guard: only while that fence is current, else `LeaseLostError`, and nothing is written. */
  planFrame(frame: PlannedFrame, guard?: LeaseGuard): Promise<void>;
  /** Planned and not yet decided, ascending. */
  undecidedFrames(run: number): Promise<readonly PlannedFrame[]>;
  plannedFrame(run: number, frame: number): Promise<PlannedFrame | null>;
  /** Number of the last planned frame, −1 when there is none. */
  lastPlannedFrame(run: number): Promise<number>;
  isFrameDecided(run: number, frame: number): Promise<boolean>;
  /** One transaction: decisions, reports, slots, outbox. False when another commit was first; then nothing is written. */
  commitFrame(result: FrameResult): Promise<boolean>;

  decisions(filter: DecisionFilter): Promise<Page<StoredDecision>>;
  decision(run: number, slot: number, inspection: number): Promise<StoredDecisionDetail | null>;
  /** All decisions of consecutive slots with their reports, for replay and evaluation. */
  slots(
    run: number,
    fromSlot: number,
    count: number,
  ): Promise<readonly { readonly record: SlotRecord; readonly decisions: readonly StoredDecisionDetail[] }[]>;
  totals(run: number): Promise<RunTotals>;

  recordEvaluations(run: number, evaluations: readonly InspectionEvaluation[]): Promise<void>;
  /** Last slot with an evaluation, where an evaluator goes on after a restart; −1 when there is none. */
  lastEvaluatedSlot(run: number): Promise<number>;
  calibration(run: number): Promise<CalibrationTotals>;

  /** Events with id > after, ascending; none appears later below one that was handed out. */
  eventsAfter(after: number, limit: number): Promise<readonly StoredEvent[]>;
  lastEventId(): Promise<number>;
  /** Called (with no payload) whenever something was committed; returns an unsubscribe function. Also called at least once a second as a safety net. */
  onCommit(listener: () => void): Promise<() => Promise<void>>;

  /**
   * The lease when it is free, run out, or `holder`'s already (then its fence stays); null when it is somebody else's.
   * `holder` names one life of one process. Time is the database's clock.
   */
  acquireLease(name: string, holder: string, ttlMs: number): Promise<Lease | null>;
  /** False once somebody else has had it. A lease that ran out, and that nobody took, is renewed. */
  renewLease(name: string, holder: string, fence: number, ttlMs: number): Promise<boolean>;
  /** Gives it back before its time; without effect when it is not (any more) the holder's. */
  releaseLease(name: string, holder: string, fence: number): Promise<void>;

  /** Says `payload` (JSON) of `name` for `ttlMs`; again replaces it. */
  announce(kind: string, name: string, ttlMs: number, payload: unknown): Promise<void>;
  withdraw(kind: string, name: string): Promise<void>;
  /** Those whose time has not run out, by name. */
  announced(kind: string): Promise<readonly Announcement[]>;

  /** Changes emulated links from now on, key by key. */
  changeLinks(accessPoints: readonly number[], change: LinkChange): Promise<void>;
  /** Ascending. */
  changedLinks(): Promise<readonly ChangedLink[]>;

  /** Drops the oldest slots and finished runs beyond the limits; returns what was dropped. */
  prune(limits: {
    maxSlots: number;
    maxBytes: number;
  }): Promise<{ readonly slots: number; readonly runs: readonly number[] }>;
  /** Answers or throws. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface FrameJob {
  readonly run: number;
  readonly frame: number;
}

/** Delivers frames at least once, in order of enqueueing; the table `planned_frame` is the truth. */
export interface FrameQueue {
  /** A job already waiting or active is not added again. Throws `QueueUnavailableError` when the server is away. */
  enqueue(job: FrameJob): Promise<void>;
  /**
   * One consumer per queue object, which handles at most `concurrency` (default 1) jobs at once, taken in order; `signal` aborts when
   * the consumer is being closed. Throwing puts the job back.
   */
  consume(handler: (job: FrameJob, signal: AbortSignal) => Promise<void>, concurrency?: number): void;
  /** Drops what waits for a run. */
  discard(run: number): Promise<void>;
  close(): Promise<void>;
}
