import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StoreContext } from './context.ts';
import { acquireLease, releaseLease, renewLease } from './leases.ts';

/** Frames dropped by one statement: small, because on PGlite everything else waits for it. */
const FRAMES_AT_ONCE = 32;

export interface PruneLimits {
  readonly maxSlots: number;
  /** Of what was stored, as text; the files of the database are somewhat larger. */
  readonly maxBytes: number;
}

interface RunState {
  run: number;
  finished: boolean;
  kept_slots: number;
  kept_bytes: number;
}

const LEASE = 'prune';
/** Of one step, many times over. */
const LEASE_MS = 15_000;

/**
 * Drops the oldest frames until the limits hold, oldest run first, and with its last frame the finished run itself.
 * Totals stay; frames that are not decided yet, and what comes after them, stay too.
 *
 * One at a time: two who both find too much would together drop twice that. Who comes second drops nothing.
 */
export async function prune(context: StoreContext, limits: PruneLimits): Promise<{ slots: number; runs: number[] }> {
  const holder = randomUUID();
  const lease = await acquireLease(context, LEASE, holder, LEASE_MS);
  if (lease === null) return { slots: 0, runs: [] };
  try {
    return await dropOldest(context, limits, () => renewLease(context, LEASE, holder, lease.fence, LEASE_MS));
  } finally {
    await releaseLease(context, LEASE, holder, lease.fence);
  }
}

async function dropOldest({ db }: StoreContext, limits: PruneLimits, mayGoOn: () => Promise<boolean>) {
  const states = await runStates(db);
  let slotsOver = total(states, 'kept_slots') - limits.maxSlots;
  let bytesOver = total(states, 'kept_bytes') - limits.maxBytes;
  const dropped = { slots: 0, runs: [] as number[] };
  for (const state of states) {
    while ((slotsOver > 0 || bytesOver > 0) && (await mayGoOn())) {
      const last = await lastFrameToDrop(db, state, slotsOver, bytesOver);
      if (last === null) break;
      const gone = await dropFrames(db, state.run, last);
      slotsOver -= gone.slots;
      bytesOver -= gone.bytes;
      dropped.slots += gone.slots;
    }
  }
  if (dropped.slots > 0) dropped.runs.push(...(await dropEmptyRuns(db)));
  return dropped;
}

function total(states: readonly RunState[], column: 'kept_slots' | 'kept_bytes'): number {
  return states.reduce((sum, state) => sum + state[column], 0);
}

async function runStates(db: StoreContext['db']): Promise<readonly RunState[]> {
  const { rows } = await sql<RunState>`
    SELECT t.run, r.status NOT IN ('queued', 'running') AS finished, t.kept_slots, t.kept_bytes
    FROM vedetta.run_totals t JOIN vedetta.run r ON r.id = t.run
    WHERE t.kept_slots > 0 ORDER BY t.run`.execute(db);
  return rows;
}

interface Frame {
  frame: number;
  slot_count: number;
  bytes: number;
}

/** The frame up to which to drop; null when nothing (more) of this run may go. */
async function lastFrameToDrop(
  db: StoreContext['db'],
  { run, finished }: RunState,
  slotsOver: number,
  bytesOver: number,
): Promise<number | null> {
  const { rows } = await sql<Frame>`
    SELECT frame, slot_count, bytes FROM vedetta.committed_frame
    WHERE run = ${run} AND (${finished}::boolean OR frame < coalesce(
      (SELECT min(frame) FROM vedetta.planned_frame WHERE run = ${run} AND NOT decided), 2147483647))
    ORDER BY frame LIMIT ${FRAMES_AT_ONCE}`.execute(db);
  let last: number | null = null;
  for (const { frame, slot_count, bytes } of rows) {
    if (slotsOver <= 0 && bytesOver <= 0) break;
    slotsOver -= slot_count;
    bytesOver -= bytes;
    last = frame;
  }
  return last;
}

async function dropFrames(
  db: StoreContext['db'],
  run: number,
  last: number,
): Promise<{ slots: number; bytes: number }> {
  const { rows } = await sql<{ slots: number; bytes: number }>`
    WITH held AS (SELECT run FROM vedetta.run_totals WHERE run = ${run}::integer FOR NO KEY UPDATE),
    gone AS (
      DELETE FROM vedetta.committed_frame f USING held WHERE f.run = held.run AND f.frame <= ${last}
      RETURNING f.first_slot, f.slot_count, f.bytes),
    extent AS (
      SELECT sum(slot_count)::double precision AS slots, sum(bytes) AS bytes,
        max(first_slot + slot_count)::integer AS next_slot FROM gone),
    decisions AS (
      DELETE FROM vedetta.decision d USING extent WHERE d.run = ${run} AND d.slot < extent.next_slot),
    evaluations AS (
      DELETE FROM vedetta.evaluation e USING extent WHERE e.run = ${run} AND e.slot < extent.next_slot),
    plans AS (
      DELETE FROM vedetta.planned_frame WHERE run = ${run} AND frame <= ${last}),
    totals AS (
      UPDATE vedetta.run_totals t SET first_kept_frame = ${last}::integer + 1, first_kept_slot = extent.next_slot,
        kept_slots = t.kept_slots - extent.slots, kept_bytes = t.kept_bytes - extent.bytes
      FROM extent WHERE t.run = ${run} AND extent.slots > 0)
    SELECT coalesce(slots, 0) AS slots, coalesce(bytes, 0) AS bytes FROM extent`.execute(db);
  return rows[0];
}

/** Finished runs that hold nothing and are older than one that holds something, or than the newest. */
async function dropEmptyRuns(db: StoreContext['db']): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    DELETE FROM vedetta.run r USING vedetta.run_totals t
    WHERE t.run = r.id AND t.kept_slots = 0 AND r.status NOT IN ('queued', 'running')
      AND r.id < (SELECT max(id) FROM vedetta.run)
    RETURNING r.id`.execute(db);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
