import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { StoreConflictError, UnknownRunError } from '../errors.ts';
import type { Page, Run, RunRequest, RunStatus } from '../records.ts';
import { COMMIT_CHANNEL, type StoreContext } from './context.ts';
import { isStorable } from './integers.ts';

/** From which status a run may come to this one. A running run may be declared running again: it is resumed. */
const origins: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  queued: [],
  running: ['queued', 'running'],
  completed: ['running'],
  stopped: ['queued', 'running'],
  failed: ['queued', 'running'],
};

export async function createRun(context: StoreContext, request: RunRequest): Promise<Run> {
  const { seed, slots, pace, falseAlarmProbability } = request;
  const { rows } = await sql<RunRow>`
    WITH created AS (
      INSERT INTO vedetta.run (scenario_hash, version, seed, slots, pace, false_alarm_probability)
      SELECT hash, ${context.version}::text, ${seed}::double precision, ${slots}::integer,
        ${pace === 'fast' ? null : pace}::double precision, ${falseAlarmProbability}::double precision
      FROM vedetta.scenario
      RETURNING *),
    totals AS (INSERT INTO vedetta.run_totals (run) SELECT id FROM created),
    event AS (
      INSERT INTO vedetta.outbox (body)
      SELECT json_build_object('type', 'run', 'run', created.id, 'status', created.status)
      FROM created, (SELECT pg_advisory_xact_lock(hashtext('vedetta.outbox')) AS held) AS lock
      WHERE lock.held IS NOT NULL)
    SELECT created.*, 0 AS decided_slots, 0 AS first_kept_slot, pg_notify(${COMMIT_CHANNEL}, '') AS notified
    FROM created`.execute(context.db);
  const created = rows[0];
  if (created === undefined) throw new StoreConflictError('a run needs a scenario: none has been adopted yet');
  return toRun(created);
}

export async function readRun({ db }: StoreContext, id: number): Promise<Run | null> {
  if (!isStorable(id)) return null;
  const row = await runRows(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRun(row);
}

/** Newest first. */
export async function listRuns({ db }: StoreContext, page: { limit: number; cursor?: string }): Promise<Page<Run>> {
  let query = runRows(db)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor !== undefined) query = query.where('id', '<', decodeCursor('runs', page.cursor, 1)[0]);
  const items = (await query.execute()).map(toRun);
  const more = items.length > page.limit;
  if (more) items.pop();
  const last = items.at(-1);
  return { items, nextCursor: more && last ? encodeCursor('runs', [last.id]) : null };
}

export async function nextRun({ db }: StoreContext): Promise<Run | null> {
  const row = await runRows(db)
    .where('status', 'in', ['running', 'queued'])
    .orderBy(sql`status = 'running'`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toRun(row);
}

export async function setRunStatus(
  context: StoreContext,
  id: number,
  status: RunStatus,
  reason?: string,
): Promise<Run> {
  const changed = isStorable(id) && (await changeStatus(context, id, status, reason ?? null));
  const run = await requireRun(context, id);
  if (!changed) throw new StoreConflictError(`run ${id} is ${run.status} and cannot become ${status}`);
  return run;
}

async function changeStatus({ db }: StoreContext, id: number, status: RunStatus, reason: string | null) {
  const statement = sql`
    WITH changed AS (
      UPDATE vedetta.run SET
        status = ${status}::vedetta.run_status,
        reason = ${reason}::text,
        started_at = CASE WHEN ${status} = 'running' THEN coalesce(started_at, now()) ELSE started_at END,
        ended_at = CASE WHEN ${status} = 'running' THEN NULL ELSE now() END
      WHERE id = ${id}::integer AND status::text IN (${sql.join(['none', ...origins[status]])})
      RETURNING id),
    event AS (
      INSERT INTO vedetta.outbox (body)
      SELECT json_build_object('type', 'run', 'run', changed.id, 'status', ${status}::text)
      FROM changed, (SELECT pg_advisory_xact_lock(hashtext('vedetta.outbox')) AS held) AS lock
      WHERE lock.held IS NOT NULL)
    SELECT pg_notify(${COMMIT_CHANNEL}, '') FROM changed`;
  try {
    return (await statement.execute(db)).rows.length > 0;
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new StoreConflictError(`run ${id} cannot become running: another run is`);
  }
}

async function requireRun(context: StoreContext, id: number): Promise<Run> {
  const run = await readRun(context, id);
  if (run === null) throw new UnknownRunError(id);
  return run;
}

function runRows(db: StoreContext['db']) {
  return db
    .selectFrom('vedetta.run')
    .innerJoin('vedetta.run_totals as totals', 'totals.run', 'vedetta.run.id')
    .selectAll('vedetta.run')
    .select(['totals.slots as decided_slots', 'totals.first_kept_slot']);
}

type RunRow = Awaited<ReturnType<ReturnType<typeof runRows>['executeTakeFirstOrThrow']>>;

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    scenarioHash: row.scenario_hash,
    version: row.version,
    seed: row.seed,
    slots: row.slots,
    pace: row.pace ?? 'fast',
    falseAlarmProbability: row.false_alarm_probability,
    status: row.status,
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    decidedSlots: row.decided_slots,
    firstKeptSlot: row.first_kept_slot,
  };
}
