import type { SolvedAllocation } from '@vedetta/deployment';
import type {
  Announcement,
  CalibrationTotals,
  ChangedLink,
  DecisionFilter,
  FrameJob,
  FrameResult,
  InspectionEvaluation,
  Lease,
  LeaseGuard,
  LinkChange,
  Page,
  PlannedFrame,
  Run,
  RunRequest,
  RunStatus,
  RunTotals,
  ScenarioRecord,
  SlotRecord,
  StoredDecision,
  StoredDecisionDetail,
  StoredEvent,
} from './records.ts';

/** The two interfaces that every backend fulfils. */

export interface Store {
  /** Stores the network's scenario; a different one already there is a `StoreConflictError`. */
  adoptScenario(scenario: ScenarioRecord): Promise<void>;
  scenario(): Promise<ScenarioRecord | null>;

  /** Keeps the powers that were solved for the network, unless there are some. */
  keepPowerPlan(plan: readonly SolvedAllocation[]): Promise<void>;
  /** null until they are kept; a network whose access points split their power by themselves has none. */
  powerPlan(): Promise<readonly SolvedAllocation[] | null>;

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
