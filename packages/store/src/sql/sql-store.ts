import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from '../interfaces.ts';
import type { FrameResult } from '../records.ts';
import { announce, announced, withdraw } from './announcements.ts';
import type { CommitFeed } from './commit-feed.ts';
import { commitFrame } from './commit-frame.ts';
import type { StoreContext } from './context.ts';
import { listDecisions } from './decisions.ts';
import { lastEvaluatedSlot, recordEvaluations } from './evaluations.ts';
import { eventsAfter, lastEventId, pruneEvents } from './events.ts';
import { acquireLease, releaseLease, renewLease } from './leases.ts';
import { changedLinks, changeLinks } from './links.ts';
import { isFrameDecided, lastPlannedFrame, planFrame, plannedFrame, undecidedFrames } from './planned-frames.ts';
import { keepPowerPlan, readPowerPlan } from './power-plan.ts';
import { prune } from './prune.ts';
import { createRun, listRuns, nextRun, readRun, setRunStatus } from './runs.ts';
import { adoptScenario, readScenario, slotPeriodReader } from './scenario.ts';
import { readDecision, readSlots } from './slots.ts';
import type { StoreDatabase } from './tables.ts';
import { readCalibration, readTotals } from './totals.ts';

export interface SqlStore extends Store {
  /** @param claim  the same for every attempt at one commit; a new one by default. */
  commitFrame(result: FrameResult, claim?: string): Promise<boolean>;
}

export interface SqlStoreOptions {
  readonly db: StoreDatabase;
  readonly version: string;
  readonly commits: CommitFeed;
  /** Events kept for late subscribers. */
  readonly eventsKept?: number;
  /** Called when rows were dropped. */
  readonly afterPrune?: () => Promise<void>;
}

const COMMITS_BETWEEN_EVENT_PRUNES = 256;

/** The store over any driver that speaks PostgreSQL. Closing it ends its subscriptions; the database has another owner. */
export function createSqlStore(options: SqlStoreOptions): SqlStore {
  const { db, version, commits, eventsKept = 20_000 } = options;
  const context: StoreContext = { db, version, slotPeriodMs: slotPeriodReader(db) };
  let commitCount = 0;
  return {
    adoptScenario: (scenario) => adoptScenario(context, scenario),
    scenario: () => readScenario(context),
    keepPowerPlan: (plan) => keepPowerPlan(context, plan),
    powerPlan: () => readPowerPlan(context),
    createRun: (request) => createRun(context, request),
    run: (id) => readRun(context, id),
    runs: (page) => listRuns(context, page),
    nextRun: () => nextRun(context),
    setRunStatus: (id, status, reason) => setRunStatus(context, id, status, reason),
    planFrame: (frame, guard) => planFrame(context, frame, guard),
    undecidedFrames: (run) => undecidedFrames(context, run),
    plannedFrame: (run, frame) => plannedFrame(context, run, frame),
    lastPlannedFrame: (run) => lastPlannedFrame(context, run),
    isFrameDecided: (run, frame) => isFrameDecided(context, run, frame),
    async commitFrame(result, claim = randomUUID()) {
      const first = await commitFrame(context, result, claim);
      commitCount += 1;
      if (commitCount % COMMITS_BETWEEN_EVENT_PRUNES === 0) await pruneEvents(context, eventsKept);
      return first;
    },
    decisions: (filter) => listDecisions(context, filter),
    decision: (run, slot, inspection) => readDecision(context, run, slot, inspection),
    slots: (run, fromSlot, count) => readSlots(context, run, fromSlot, count),
    totals: (run) => readTotals(context, run),
    recordEvaluations: (run, evaluations) => recordEvaluations(context, run, evaluations),
    lastEvaluatedSlot: (run) => lastEvaluatedSlot(context, run),
    calibration: (run) => readCalibration(context, run),
    eventsAfter: (after, limit) => eventsAfter(context, after, limit),
    lastEventId: () => lastEventId(context),
    onCommit: async (listener) => commits.subscribe(listener),
    acquireLease: (name, holder, ttlMs) => acquireLease(context, name, holder, ttlMs),
    renewLease: (name, holder, fence, ttlMs) => renewLease(context, name, holder, fence, ttlMs),
    releaseLease: (name, holder, fence) => releaseLease(context, name, holder, fence),
    announce: (kind, name, ttlMs, payload) => announce(context, kind, name, ttlMs, payload),
    withdraw: (kind, name) => withdraw(context, kind, name),
    announced: (kind) => announced(context, kind),
    changeLinks: (accessPoints, change) => changeLinks(context, accessPoints, change),
    changedLinks: () => changedLinks(context),
    async prune(limits) {
      const dropped = await prune(context, limits);
      if (dropped.slots > 0) await options.afterPrune?.();
      return dropped;
    },
    async ping() {
      await sql`SELECT 1`.execute(db);
    },
    close: () => commits.close(),
  };
}
