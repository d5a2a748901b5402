import { sql } from 'kysely';
import type { Lease } from '../records.ts';
import type { StoreContext } from './context.ts';

/** `clock_timestamp()`, not `now()`: who had to wait for a row must not judge it by the time when it began to wait. */
function expiry(ttlMs: number) {
  return sql`clock_timestamp() + ${ttlMs}::double precision * interval '1 millisecond'`;
}

export async function acquireLease(
  { db }: StoreContext,
  name: string,
  holder: string,
  ttlMs: number,
): Promise<Lease | null> {
  const { rows } = await sql<Lease>`
    INSERT INTO vedetta.lease AS l (name, holder, fence, expires_at)
    VALUES (${name}::text, ${holder}::text, 1, ${expiry(ttlMs)})
    ON CONFLICT (name) DO UPDATE SET
      fence = l.fence + CASE WHEN l.holder = excluded.holder THEN 0 ELSE 1 END,
      holder = excluded.holder,
      expires_at = ${expiry(ttlMs)}
    WHERE l.holder IS NULL OR l.holder = excluded.holder OR l.expires_at <= clock_timestamp()
    RETURNING fence`.execute(db);
  return rows[0] ?? null;
}

export async function renewLease(
  { db }: StoreContext,
  name: string,
  holder: string,
  fence: number,
  ttlMs: number,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE vedetta.lease SET expires_at = ${expiry(ttlMs)}
    WHERE name = ${name}::text AND holder = ${holder}::text AND fence = ${fence}::integer
    RETURNING fence`.execute(db);
  return rows.length > 0;
}

/** The row stays: the next holder's fence has to be a larger one. */
export async function releaseLease({ db }: StoreContext, name: string, holder: string, fence: number): Promise<void> {
  await sql`
    UPDATE vedetta.lease SET holder = NULL
    WHERE name = ${name}::text AND holder = ${holder}::text AND fence = ${fence}::integer`.execute(db);
}
