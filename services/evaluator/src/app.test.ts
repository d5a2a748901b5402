import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { inspectionAlarmProbability, targetInCell } from '@vedetta/evaluation';
import { presetScenario } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import {
  type DecisionRecord,
  type Embedded,
  openEmbedded,
  type Run,
  type Store,
  type StoredDecisionDetail,
} from '@vedetta/store';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEvaluator, createEvaluatorEvents, type EvaluationRate, type Evaluator } from './index.ts';

const frameSlots = 4;
const small = presetScenario('small');
const timing = { ...small.network.timing, frameSlots };
const scenario = { ...small, network: { ...small.network, timing } };
const deployment = deployNetwork(scenario.network);
const events = createEvaluatorEvents(createLogger({ name: 'evaluator-test', level: 'silent' }));

let folder: string;
let embedded: Embedded;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedetta-evaluator-'));
  embedded = await openEmbedded(folder, { version: 'test' });
  const { name, hash, network, world } = scenario;
  await embedded.store.adoptScenario({ name, hash, network, world, version: 'test' });
});
afterEach(async () => {
  const left = await embedded.store.nextRun();
  if (left !== null) await embedded.store.setRunStatus(left.id, 'stopped');
});
afterAll(async () => {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
});

async function startRun(seed: number): Promise<Run> {
  const { id } = await embedded.store.createRun({ seed, slots: null, pace: 'fast', falseAlarmProbability: 0.01 });
  return embedded.store.setRunStatus(id, 'running');
}

/** Made-up outcomes; every third slot without its first transmit AP, every fourth report missing, slot 5 all silent. */
function decide(slot: number, inspection: DecisionRecord['inspection']): DecisionRecord {
  const reports = inspection.receive.map((accessPoint, i) => {
    const missing = slot === 5 || (slot + i) % 4 === 0;
    return {
      accessPoint,
      fate: missing ? 'missing' : 'used',
      statistic: missing ? null : slot / 3,
      rank: missing ? null : 3,
    };
  }) as DecisionRecord['reports'];
  const used = reports.filter(({ fate }) => fate === 'used');
  if (used.length === 0) {
    const nothing = { outcome: 'unobserved' as const, statistic: 0, rank: 0, threshold: null, pValue: null };
    return { ...nothing, slot, inspection, reports };
  }
  const outcome = slot % 5 === 0 ? 'targetPresent' : 'targetAbsent';
  const statistic = used.length * (slot / 3);
  return {
    outcome,
    statistic,
    rank: 3 * used.length,
    threshold: 6 + 3 * used.length,
    pValue: 0.5,
    slot,
    inspection,
    reports,
  };
}

async function commitFrames(run: Run, from: number, to: number): Promise<void> {
  for (let frame = from; frame < to; frame++) {
    const numbers = Array.from({ length: frameSlots }, (_, i) => frame * frameSlots + i);
    const plans = numbers.map((slot) => planSlot(deployment, slot).inspections);
    const { transmitAccessPoints } = deployment;
    await embedded.store.planFrame({ run: run.id, frame, firstSlot: numbers[0], slots: plans });
    await embedded.store.commitFrame({
      run: run.id,
      frame,
      slots: numbers.map((slot) => ({
        slot,
        onAir: slot % 3 === 0 ? transmitAccessPoints.slice(1) : transmitAccessPoints,
        stalled: false,
      })),
      decisions: numbers.flatMap((slot, i) => plans[i].map((inspection) => decide(slot, inspection))),
    });
  }
}

type TestEvaluator = Evaluator & AsyncDisposable;

async function start(rate: EvaluationRate): Promise<TestEvaluator> {
  const evaluator = await createEvaluator({ store: embedded.store, scenario, rate, events });
  return { ...evaluator, [Symbol.asyncDispose]: () => evaluator.close() };
}

const decisionsOf = async (run: Run) =>
  (await embedded.store.slots(run.id, 0, 1_000)).flatMap(({ decisions }) => decisions);

const evaluatedSlots = async (run: Run) =>
  (await decisionsOf(run)).filter(({ evaluation }) => evaluation !== null).map(({ slot }) => slot);

/** What the law says, asked decision by decision. */
function expected(run: Run, decision: StoredDecisionDetail): number | null {
  const plan = planSlot(deployment, decision.slot);
  const reportsUsed = decision.reports.filter(({ fate }) => fate === 'used').map(({ accessPoint }) => accessPoint);
  return inspectionAlarmProbability(deployment, scenario.world, run.seed, plan, decision.onAir, {
    inspection: plan.inspections[decision.inspection],
    reportsUsed,
    threshold: decision.threshold,
  });
}

describe('the evaluator', () => {
  it('lays the exact alarm probability and the truth about the cell beside every observed decision', async () => {
    const run = await startRun(41);
    await commitFrames(run, 0, 3);
    await using evaluator = await start('all');
    await evaluator.caughtUp(run.id);
    expect(evaluator.progress()).toEqual({ run: run.id, slot: 12 });
    const decisions = await decisionsOf(run);
    const observed = decisions.filter(({ outcome }) => outcome !== 'unobserved');
    expect(decisions.length - observed.length).toBe(planSlot(deployment, 5).inspections.length);
    for (const decision of decisions) {
      if (decision.outcome === 'unobserved') {
        expect(decision.evaluation).toBe(null);
        continue;
      }
      expect(decision.evaluation?.alarmProbability).toBe(expected(run, decision));
      expect(decision.evaluation?.alarmProbability).toBeGreaterThan(0);
      const inCell = targetInCell(deployment, scenario.world, decision.slot, decision);
      expect(decision.evaluation?.targetInCell).toBe(inCell);
    }
    const probabilities = observed.map(({ evaluation }) => evaluation?.alarmProbability as number);
    const calibration = await embedded.store.calibration(run.id);
    expect(calibration.evaluated).toBe(observed.length);
    expect(calibration.alarms).toBe(observed.filter(({ outcome }) => outcome === 'targetPresent').length);
    expect(calibration.expectedAlarms).toBeCloseTo(
      probabilities.reduce((sum, p) => sum + p, 0),
      10,
    );
    await embedded.store.setRunStatus(run.id, 'completed');
  });

  it('follows a run while it is decided, and after a restart skips what it has evaluated', async () => {
    const run = await startRun(42);
    {
      await using evaluator = await start('all');
      const caughtUp = evaluator.caughtUp(run.id);
      await caughtUp;
      await commitFrames(run, 0, 1);
      await evaluator.caughtUp(run.id);
      expect((await evaluatedSlots(run)).at(-1)).toBe(3);
    }
    const before = (await decisionsOf(run)).map(({ evaluation }) => evaluation);
    await commitFrames(run, 1, 3);
    const recorded: number[] = [];
    const { store } = embedded;
    const watching: Store = {
      ...store,
      recordEvaluations: (id, evaluations) => {
        recorded.push(...evaluations.map(({ slot }) => slot));
        return store.recordEvaluations(id, evaluations);
      },
    };
    const evaluator = await createEvaluator({ store: watching, scenario, rate: 'all', events });
    await evaluator.caughtUp(run.id);
    await evaluator.close();
    expect(Math.min(...recorded)).toBe(4);
    expect((await decisionsOf(run)).slice(0, before.length).map(({ evaluation }) => evaluation)).toEqual(before);
    const slots = new Set(await evaluatedSlots(run));
    expect([...slots]).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]);
    await store.setRunStatus(run.id, 'completed');
  });

  it('every n-th slot is every n-th slot; the others are looked past', async () => {
    const run = await startRun(43);
    await commitFrames(run, 0, 5);
    await using evaluator = await start(3);
    await evaluator.caughtUp(run.id);
    expect([...new Set(await evaluatedSlots(run))]).toEqual([0, 3, 6, 9, 12, 15, 18]);
    expect(evaluator.progress().slot).toBe(20);
    await embedded.store.setRunStatus(run.id, 'completed');
  });

  it('finishes a run that has ended before it turns to the next', async () => {
    const first = await startRun(44);
    await commitFrames(first, 0, 1);
    await using evaluator = await start('all');
    await evaluator.caughtUp(first.id);
    await commitFrames(first, 1, 6);
    await embedded.store.setRunStatus(first.id, 'stopped');
    const second = await startRun(45);
    await commitFrames(second, 0, 2);
    await evaluator.caughtUp(first.id);
    await evaluator.caughtUp(second.id);
    expect((await evaluatedSlots(first)).at(-1)).toBe(23);
    expect((await evaluatedSlots(second)).at(-1)).toBe(7);
    const [decision] = await decisionsOf(second);
    expect(decision.evaluation?.alarmProbability).toBe(expected(second, decision));
    await embedded.store.setRunStatus(second.id, 'completed');
  });

  it('leaves out no run that ended while it was busy with another', async () => {
    await using evaluator = await start('all');
    const runs: Run[] = [];
    for (const [i, frames] of [8, 2, 0, 1].entries()) {
      const run = await startRun(50 + i);
      runs.push(run);
      await commitFrames(run, 0, frames);
      await embedded.store.setRunStatus(run.id, 'completed');
    }
    for (const run of runs) await evaluator.caughtUp(run.id);
    const last = await Promise.all(runs.map(async (run) => (await evaluatedSlots(run)).at(-1)));
    expect(last).toEqual([31, 7, undefined, 3]);
  });

  it('has caught up with a run of which nothing was decided', async () => {
    const run = await startRun(46);
    await embedded.store.setRunStatus(run.id, 'stopped');
    await using evaluator = await start('all');
    await evaluator.caughtUp(run.id);
  });

  it('waits for a frame that is decided after the next one, unless the run has ended without it', async () => {
    const run = await startRun(60);
    await using evaluator = await start('all');
    await commitFrames(run, 1, 2);
    await setTimeout(300);
    expect(await evaluatedSlots(run)).toEqual([]);
    await commitFrames(run, 0, 1);
    await evaluator.caughtUp(run.id);
    expect([...new Set(await evaluatedSlots(run))]).toEqual([0, 1, 2, 3, 4, 6, 7]);
    await commitFrames(run, 7, 8);
    await embedded.store.setRunStatus(run.id, 'stopped');
    await evaluator.caughtUp(run.id);
    expect((await evaluatedSlots(run)).slice(-4)).toEqual([28, 29, 30, 31]);
  });

  it('looks past slots that were dropped before it came to them', async () => {
    const { store } = embedded;
    const run = await startRun(49);
    await commitFrames(run, 0, 1);
    const { promise: pruned, resolve } = Promise.withResolvers<void>();
    const slow: Store = {
      ...store,
      slots: async (id, from, count) => {
        if (from > 0) await pruned;
        return store.slots(id, from, count);
      },
    };
    const evaluator = await createEvaluator({ store: slow, scenario, rate: 'all', events });
    await commitFrames(run, 1, 12);
    await store.prune({ maxSlots: 8, maxBytes: 1e12 });
    const firstKept = (await store.run(run.id))?.firstKeptSlot as number;
    expect(firstKept).toBeGreaterThan(8);
    resolve();
    await evaluator.caughtUp(run.id);
    await evaluator.close();
    expect((await evaluatedSlots(run)).at(-1)).toBe(47);
    await store.setRunStatus(run.id, 'completed');
  });

  it("does nothing when it is 'off'", async () => {
    const run = await startRun(47);
    await commitFrames(run, 0, 1);
    await using evaluator = await start('off');
    await evaluator.caughtUp(run.id);
    expect(await evaluatedSlots(run)).toEqual([]);
    await embedded.store.setRunStatus(run.id, 'completed');
  });

  it('lets go of whoever waits for it when it closes, in the middle of whatever it does', async () => {
    const run = await startRun(48);
    await commitFrames(run, 0, 5);
    for (const waitMs of [0, 1, 20, 100]) {
      const evaluator = await start('all');
      const waiting = evaluator.caughtUp(run.id);
      await setTimeout(waitMs);
      await evaluator.close();
      await waiting;
    }
    await embedded.store.setRunStatus(run.id, 'completed');
  });
});
