import { randomUUID } from 'node:crypto';
import { StoreConflictError } from '../errors.ts';
import type { Store } from '../interfaces.ts';
import type { Run, RunStatus } from '../records.ts';
import type { SqlStore } from '../sql/sql-store.ts';
import type { Retry } from './retry.ts';

/**
 * The store whose calls outlive an outage of the server. All but `createRun` may be done twice without harm; `ping`
 * asks whether the server answers now.
 */
export function persistentStore(store: SqlStore, { persist, once }: Retry): Store {
  return {
    adoptScenario: (scenario) => persist(() => store.adoptScenario(scenario)),
    scenario: () => persist(() => store.scenario()),
    keepPowerPlan: (plan) => persist(() => store.keepPowerPlan(plan)),
    powerPlan: () => persist(() => store.powerPlan()),
    createRun: (request) => once(() => store.createRun(request)),
    run: (id) => persist(() => store.run(id)),
    runs: (page) => persist(() => store.runs(page)),
    nextRun: () => persist(() => store.nextRun()),
    setRunStatus: (id, status, reason) => persist((attempt) => setRunStatus(store, attempt > 1, id, status, reason)),
    planFrame: (frame, guard) => persist(() => store.planFrame(frame, guard)),
    undecidedFrames: (run) => persist(() => store.undecidedFrames(run)),
    plannedFrame: (run, frame) => persist(() => store.plannedFrame(run, frame)),
    lastPlannedFrame: (run) => persist(() => store.lastPlannedFrame(run)),
    isFrameDecided: (run, frame) => persist(() => store.isFrameDecided(run, frame)),
    commitFrame: (result) => {
      const claim = randomUUID();
      return persist(() => store.commitFrame(result, claim));
    },
    decisions: (filter) => persist(() => store.decisions(filter)),
    decision: (run, slot, inspection) => persist(() => store.decision(run, slot, inspection)),
    slots: (run, fromSlot, count) => persist(() => store.slots(run, fromSlot, count)),
    totals: (run) => persist(() => store.totals(run)),
    recordEvaluations: (run, evaluations) => persist(() => store.recordEvaluations(run, evaluations)),
    lastEvaluatedSlot: (run) => persist(() => store.lastEvaluatedSlot(run)),
    calibration: (run) => persist(() => store.calibration(run)),
    eventsAfter: (after, limit) => persist(() => store.eventsAfter(after, limit)),
    lastEventId: () => persist(() => store.lastEventId()),
    onCommit: (listener) => store.onCommit(listener),
    acquireLease: (name, holder, ttlMs) => persist(() => store.acquireLease(name, holder, ttlMs)),
    renewLease: (name, holder, fence, ttlMs) => persist(() => store.renewLease(name, holder, fence, ttlMs)),
    releaseLease: (name, holder, fence) => persist(() => store.releaseLease(name, holder, fence)),
    announce: (kind, name, ttlMs, payload) => persist(() => store.announce(kind, name, ttlMs, payload)),
    withdraw: (kind, name) => persist(() => store.withdraw(kind, name)),
    announced: (kind) => persist(() => store.announced(kind)),
    changeLinks: (accessPoints, change) => persist(() => store.changeLinks(accessPoints, change)),
    changedLinks: () => persist(() => store.changedLinks()),
    prune: (limits) => persist(() => store.prune(limits)),
    ping: () => once(() => store.ping()),
    close: () => store.close(),
  };
}

/** The first attempt may have been done although its answer was lost: then the second finds the end already reached. */
async function setRunStatus(
  store: SqlStore,
  repeated: boolean,
  id: number,
  status: RunStatus,
  reason: string | undefined,
): Promise<Run> {
  try {
    return await store.setRunStatus(id, status, reason);
  } catch (error) {
    if (!repeated || !(error instanceof StoreConflictError)) throw error;
    const run = await store.run(id);
    if (run?.status !== status) throw error;
    return run;
  }
}
