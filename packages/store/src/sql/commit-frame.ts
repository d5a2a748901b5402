import { sql } from 'kysely';
import type { DecisionRecord, EventBody, FrameResult } from '../records.ts';
import { COMMIT_CHANNEL, type StoreContext } from './context.ts';
import { encodeDecisions } from './decision-rows.ts';
import { countFrame } from './frame-counts.ts';
import { toStoredDecision } from './stored-decision.ts';

/**
 * Stores a frame in one statement, which is one transaction: the claim, decisions with their reports, slots, totals,
 * outbox events and one notification.
 *
 * The row in `committed_frame` decides who was first: a second commit waits for the first, claims nothing, and so
 * writes nothing. The run's totals are locked before, as in pruning, so that frames already pruned, or just being
 * pruned, cannot be claimed again.
 *
 * Event ids are taken under a lock that is held until the commit, so they grow in the order of commits.
 *
 * @param claim  names this commit: one that is repeated, because the answer to it was lost, finds that it was first.
 * @returns false when the frame was committed before.
 * @throws {UnknownRunError} is not raised here: a frame of a run that is gone is discarded, as a late one is.
 */
export async function commitFrame(
  { db, slotPeriodMs }: StoreContext,
  result: FrameResult,
  claim: string,
): Promise<boolean> {
  const { run, frame } = result;
  const committedAt = new Date().toISOString();
  const stalled = new Set(result.slots.filter((slot) => slot.stalled).map((slot) => slot.slot));
  const decisions = encodeDecisions(result.decisions, stalled);
  const slots = JSON.stringify(result.slots.map(({ slot, onAir, stalled }) => [slot, onAir, stalled]));
  const firstSlot = result.slots.reduce((least, { slot }) => Math.min(least, slot), Number.MAX_SAFE_INTEGER);
  const events = JSON.stringify(eventsOf(result, firstSlot, stalled, committedAt, await slotPeriodMs()));
  const bytes = decisions.length + slots.length + events.length;
  const counts = countFrame(result, bytes);

  const { rows } = await sql`
    WITH claimed AS (
      INSERT INTO vedetta.committed_frame (run, frame, first_slot, slot_count, slots, bytes, committed_at, claim)
      SELECT t.run, ${frame}::integer, ${firstSlot}::integer, ${result.slots.length}::integer, ${slots}::text::json,
        ${bytes}::double precision, ${committedAt}::timestamptz, ${claim}::text
      FROM (
        SELECT run FROM vedetta.run_totals
        WHERE run = ${run}::integer AND ${frame}::integer >= first_kept_frame FOR NO KEY UPDATE) AS t
      ON CONFLICT (run, frame) DO NOTHING
      RETURNING run, frame, committed_at),
    decided AS (
      INSERT INTO vedetta.decision (run, frame, decided_at, slot, inspection, phase, region, cell, x, y, z, statistic,
        threshold, p_value, rank, outcome, stalled, transmit, reports)
      SELECT c.run, c.frame, c.committed_at, d.*
      FROM claimed c, json_to_recordset(${decisions}::text::json) AS d(slot integer, inspection integer,
        phase vedetta.phase, region integer, cell integer, x double precision, y double precision, z double precision,
        statistic double precision, threshold double precision, p_value double precision, rank integer,
        outcome vedetta.outcome, stalled boolean, transmit integer[], reports json)),
    planned AS (
      UPDATE vedetta.planned_frame p SET decided = true FROM claimed c WHERE p.run = c.run AND p.frame = c.frame),
    counted AS (
      UPDATE vedetta.run_totals t SET ${sql.join(
        counts.map(([column, count]) => sql`${sql.ref(column)} = ${sql.ref(column)} + ${count}::double precision`),
      )}
      FROM claimed c WHERE t.run = c.run
      RETURNING t.run),
    event AS (
      INSERT INTO vedetta.outbox (body)
      SELECT e.body
      FROM counted, (SELECT pg_advisory_xact_lock(hashtext('vedetta.outbox')) AS held) AS lock,
        json_array_elements(${events}::text::json) WITH ORDINALITY AS e(body, position)
      WHERE lock.held IS NOT NULL
      ORDER BY e.position)
    SELECT pg_notify(${COMMIT_CHANNEL}, '') FROM claimed`.execute(db);
  return rows.length > 0 || claimedBefore(db, run, frame, claim);
}

async function claimedBefore(db: StoreContext['db'], run: number, frame: number, claim: string): Promise<boolean> {
  const mine = db.selectFrom('vedetta.committed_frame').select('claim').where('run', '=', run);
  return (await mine.where('frame', '=', frame).where('claim', '=', claim).executeTakeFirst()) !== undefined;
}

/** One event for the frame, then one per alarm: what is no target is asked for, not pushed. */
function eventsOf(
  { run, frame, slots, decisions }: FrameResult,
  firstSlot: number,
  stalled: ReadonlySet<number>,
  decidedAt: string,
  slotPeriodMs: number,
): EventBody[] {
  const alarm = (record: DecisionRecord): EventBody => ({
    type: 'decision',
    run,
    decision: toStoredDecision(run, record, stalled.has(record.slot), decidedAt, slotPeriodMs),
  });
  return [
    { type: 'frame', run, frame, firstSlot, slots: slots.length },
    ...decisions.filter(({ outcome }) => outcome === 'targetPresent').map(alarm),
  ];
}
