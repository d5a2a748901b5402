import { expect } from 'vitest';
import type { Store } from '../interfaces.ts';
import { commitOf, plan, scenario } from './fixtures.ts';

/** Name of the last migration of the version before this one. */
export const PREVIOUS = '0001-initial';

/** A running run with one decided and one planned frame, written as that version wrote them. */
export const previousRows = `
  INSERT INTO vedetta.scenario (id, hash, name, version, network, world, slot_period_ms)
  VALUES (1, '${scenario.hash}', '${scenario.name}', '0.1.0', '${JSON.stringify(scenario.network)}', 'null', 50);
  INSERT INTO vedetta.run (scenario_hash, version, seed, false_alarm_probability, status, started_at)
  VALUES ('${scenario.hash}', '0.1.0', 7, 0.01, 'running', now());
  INSERT INTO vedetta.run_totals (run, last_planned_frame, kept_slots, kept_bytes, slots, decisions, target_present,
    reports_expected, reports_used)
  VALUES (1, 1, 1, 100, 1, 1, 1, 1, 1);
  INSERT INTO vedetta.planned_frame (run, frame, first_slot, slots, decided)
  VALUES (1, 0, 0, '[[[0,2,9,12.5,-0,50,[0,2],[1]]]]', true), (1, 1, 2, '[[],[]]', false);
  INSERT INTO vedetta.committed_frame (run, frame, first_slot, slot_count, slots, bytes, committed_at)
  VALUES (1, 0, 0, 1, '[[0,[0,2],false]]', 100, now());
  INSERT INTO vedetta.decision (run, slot, inspection, frame, region, cell, x, y, z, statistic, threshold, p_value, rank,
    outcome, stalled, decided_at, transmit, reports)
  VALUES (1, 0, 0, 0, 2, 9, 12.5, -0, 50, 30.5, 18.5, 0.001, 3, 'targetPresent', false, now(), '{0,2}',
    '[[1,"used",30.5,3]]');
  INSERT INTO vedetta.outbox (body) VALUES ('{"type":"frame","run":1,"frame":0,"firstSlot":0,"slots":1}');
`;

/** Everything is there, and the run goes on. */
export async function expectPreviousRows(store: Store): Promise<void> {
  expect((await store.scenario())?.hash).toBe(scenario.hash);
  expect(await store.nextRun()).toMatchObject({ id: 1, status: 'running', decidedSlots: 1 });
  expect((await store.plannedFrame(1, 0))?.slots[0][0]).toMatchObject({ phase: 'detection', region: 2, cell: 9 });
  expect(await store.decision(1, 0, 0)).toMatchObject({
    phase: 'detection',
    statistic: 30.5,
    onAir: [0, 2],
    reports: [{ accessPoint: 1 }],
  });
  expect(await store.isFrameDecided(1, 0)).toBe(true);
  expect((await store.undecidedFrames(1)).map(({ frame }) => frame)).toEqual([1]);
  expect((await store.eventsAfter(0, 10)).map(({ body }) => body.type)).toEqual(['frame']);
  expect(await store.commitFrame(commitOf(plan(1, 0)))).toBe(false);
  expect(await store.commitFrame(commitOf(plan(1, 1)))).toBe(true);
  expect((await store.eventsAfter(0, 10)).map(({ body }) => body.type)).toEqual(['frame', 'frame']);
  expect(await store.acquireLease('leader', 'me', 1000)).toEqual({ fence: 1 });
}
