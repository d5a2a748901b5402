import { sql } from 'kysely';
import { LeaseLostError, UnknownRunError } from '../errors.ts';
import type { LeaseGuard, PlannedFrame } from '../records.ts';
import type { StoreContext } from './context.ts';
import { exactNumber, integerList } from './exact-json.ts';
import type { InspectionRow } from './tables.ts';

/**
 * The first plan of a frame stays; planning it again changes nothing.
 *
 * The guard's row is locked until the plan is stored: a lease changes hands before or after it, not in between.
 *
 * @throws {LeaseLostError} if the guard's fence is not current; nothing is written then.
 */
export async function planFrame(
  { db }: StoreContext,
  { run, frame, firstSlot, slots }: PlannedFrame,
  guard?: LeaseGuard,
): Promise<void> {
  const held =
    guard === undefined
      ? sql`SELECT true AS held`
      : sql`SELECT true AS held FROM vedetta.lease
          WHERE name = ${guard.lease}::text AND fence = ${guard.fence}::integer AND holder IS NOT NULL FOR SHARE`;
  const { rows } = await sql<{ known: boolean; held: boolean }>`
    WITH guard AS (${held}),
    totals AS (SELECT run, first_kept_frame FROM vedetta.run_totals WHERE run = ${run}::integer),
    planned AS (
      INSERT INTO vedetta.planned_frame (run, frame, first_slot, slots)
      SELECT t.run, ${frame}::integer, ${firstSlot}::integer, ${encodeSlots(slots)}::text::json
      FROM totals t, guard WHERE ${frame}::integer >= t.first_kept_frame
      ON CONFLICT (run, frame) DO NOTHING
      RETURNING run, frame),
    counted AS (
      UPDATE vedetta.run_totals t SET last_planned_frame = greatest(t.last_planned_frame, planned.frame)
      FROM planned WHERE t.run = planned.run)
    SELECT EXISTS (SELECT 1 FROM totals) AS known, EXISTS (SELECT 1 FROM guard) AS held`.execute(db);
  if (guard !== undefined && !rows[0].held) throw new LeaseLostError(guard.lease, guard.fence);
  if (!rows[0].known) throw new UnknownRunError(run);
}

export async function undecidedFrames({ db }: StoreContext, run: number): Promise<readonly PlannedFrame[]> {
  const rows = await frameRows(db).where('run', '=', run).where(sql<boolean>`NOT decided`).orderBy('frame').execute();
  return rows.map(toFrame);
}

export async function plannedFrame({ db }: StoreContext, run: number, frame: number): Promise<PlannedFrame | null> {
  const row = await frameRows(db).where('run', '=', run).where('frame', '=', frame).executeTakeFirst();
  return row === undefined ? null : toFrame(row);
}

export async function lastPlannedFrame({ db }: StoreContext, run: number): Promise<number> {
  const totals = db.selectFrom('vedetta.run_totals').select('last_planned_frame').where('run', '=', run);
  return (await totals.executeTakeFirst())?.last_planned_frame ?? -1;
}

/** Also true of frames that were decided and pruned since. */
export async function isFrameDecided({ db }: StoreContext, run: number, frame: number): Promise<boolean> {
  const { rows } = await sql<{ decided: boolean }>`
    SELECT EXISTS (SELECT 1 FROM vedetta.committed_frame WHERE run = ${run} AND frame = ${frame})
      OR EXISTS (SELECT 1 FROM vedetta.run_totals WHERE run = ${run} AND first_kept_frame > ${frame}) AS decided`.execute(
    db,
  );
  return rows[0].decided;
}

function frameRows(db: StoreContext['db']) {
  return db.selectFrom('vedetta.planned_frame').select(['run', 'frame', 'first_slot', 'slots']);
}

function toFrame(row: {
  run: number;
  frame: number;
  first_slot: number;
  slots: readonly (readonly InspectionRow[])[];
}): PlannedFrame {
  return {
    run: row.run,
    frame: row.frame,
    firstSlot: row.first_slot,
    slots: row.slots.map((s) => s.map(toInspection)),
  };
}

function toInspection(row: InspectionRow): PlannedFrame['slots'][0][0] {
  const [index, region, cell, x, y, z, transmit, receive, phase = 'detection'] = row;
  return { index, phase, region, cell, position: [x, y, z], transmit, receive };
}

/** One list of {@link InspectionRow} per slot. */
function encodeSlots(slots: PlannedFrame['slots']): string {
  const encoded = slots.map((inspections) => {
    const rows = inspections.map(
      ({ index, region, cell, position, transmit, receive, phase }) =>
        `[${index},${region},${cell},${position.map(exactNumber).join(',')},${integerList(transmit)},${integerList(receive)},"${phase}"]`,
    );
    return `[${rows.join(',')}]`;
  });
  return `[${encoded.join(',')}]`;
}
