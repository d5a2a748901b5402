import { sql } from 'kysely';
import type { EventBody, StoredEvent } from '../records.ts';
import type { StoreContext } from './context.ts';

/**
 * Whoever writes events takes their ids under a lock that is held until the commit. So ids grow in the order in which
 * commits become visible, and below an id that is seen nothing can appear any more. (A comparison of transaction ids
 * with the oldest open one would not do: transactions do not commit in the order of their ids.)
 */
export async function eventsAfter({ db }: StoreContext, after: number, limit: number): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('vedetta.outbox')
    .select(['id', 'body'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, body }) => ({ id, body: body as EventBody }));
}

/** 0 when there is none. */
export async function lastEventId({ db }: StoreContext): Promise<number> {
  const last = db.selectFrom('vedetta.outbox').select('id').orderBy('id', 'desc').limit(1);
  return (await last.executeTakeFirst())?.id ?? 0;
}

/** Keeps about the newest `kept` events. */
export async function pruneEvents({ db }: StoreContext, kept: number): Promise<void> {
  await sql`DELETE FROM vedetta.outbox WHERE id <= (SELECT max(id) FROM vedetta.outbox) - ${kept}::double precision`.execute(
    db,
  );
}
