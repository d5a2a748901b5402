import { sql } from 'kysely';
import type { EventBody, StoredEvent } from '../types.ts';
import type { StoreContext } from './context.ts';

/** Only what was written below the snapshot of the oldest open transaction: nothing can appear before it any more. */
const settled = sql<boolean>`transaction_id < pg_snapshot_xmin(pg_current_snapshot())`;

export async function eventsAfter({ db }: StoreContext, after: number, limit: number): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('vedetta.outbox')
    .select(['id', 'body'])
    .where('id', '>', after)
    .where(settled)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, body }) => ({ id, body: body as EventBody }));
}

/** 0 when there is none. */
export async function lastEventId({ db }: StoreContext): Promise<number> {
  const last = db.selectFrom('vedetta.outbox').select('id').where(settled).orderBy('id', 'desc').limit(1);
  return (await last.executeTakeFirst())?.id ?? 0;
}

/** Keeps about the newest `kept` events. */
export async function pruneEvents({ db }: StoreContext, kept: number): Promise<void> {
  await sql`DELETE FROM vedetta.outbox WHERE id <= (SELECT max(id) FROM vedetta.outbox) - ${kept}::double precision`.execute(
    db,
  );
}
