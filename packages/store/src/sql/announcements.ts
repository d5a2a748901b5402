import { sql } from 'kysely';
import type { Announcement } from '../records.ts';
import type { StoreContext } from './context.ts';

/** Also sweeps out what ran out more than a minute ago; rows that somebody else has in hand are left to them. */
export async function announce(
  { db }: StoreContext,
  kind: string,
  name: string,
  ttlMs: number,
  payload: unknown,
): Promise<void> {
  await sql`
    WITH stale AS (
      SELECT kind, name FROM vedetta.announcement
      WHERE expires_at < clock_timestamp() - interval '1 minute' AND (kind, name) <> (${kind}::text, ${name}::text)
      FOR UPDATE SKIP LOCKED),
    swept AS (DELETE FROM vedetta.announcement a USING stale WHERE a.kind = stale.kind AND a.name = stale.name)
    INSERT INTO vedetta.announcement AS a (kind, name, payload, seen_at, expires_at)
    SELECT ${kind}::text, ${name}::text, ${JSON.stringify(payload ?? null)}::text::json, clock.now,
      clock.now + ${ttlMs}::double precision * interval '1 millisecond'
    FROM (SELECT clock_timestamp() AS now OFFSET 0) AS clock
    ON CONFLICT (kind, name) DO UPDATE SET
      payload = excluded.payload, seen_at = excluded.seen_at, expires_at = excluded.expires_at`.execute(db);
}

export async function withdraw({ db }: StoreContext, kind: string, name: string): Promise<void> {
  await db.deleteFrom('vedetta.announcement').where('kind', '=', kind).where('name', '=', name).execute();
}

export async function announced({ db }: StoreContext, kind: string): Promise<readonly Announcement[]> {
  const rows = await db
    .selectFrom('vedetta.announcement')
    .select(['name', 'payload', 'seen_at'])
    .where('kind', '=', kind)
    .where(sql<boolean>`expires_at > clock_timestamp()`)
    .orderBy(sql`name COLLATE "C"`)
    .execute();
  return rows.map(({ name, payload, seen_at }) => ({ name, payload, seenAt: seen_at.toISOString() }));
}
