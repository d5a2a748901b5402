import { sql } from 'kysely';
import type { ChangedLink, LinkChange } from '../records.ts';
import { COMMIT_CHANNEL, type StoreContext } from './context.ts';

/** One statement: of two changes to one link at the same time, both hold. */
export async function changeLinks(
  { db }: StoreContext,
  accessPoints: readonly number[],
  change: LinkChange,
): Promise<void> {
  await sql`
    WITH changed AS (
      INSERT INTO vedetta.link_change AS known (access_point, change)
      SELECT access_point, ${JSON.stringify(change)}::text::jsonb
      FROM unnest(${`{${accessPoints.join(',')}}`}::integer[]) AS access_point
      ON CONFLICT (access_point) DO UPDATE SET change = known.change || excluded.change || jsonb_build_object(
        'up', coalesce(known.change->'up', '{}') || coalesce(excluded.change->'up', '{}'),
        'down', coalesce(known.change->'down', '{}') || coalesce(excluded.change->'down', '{}'))
      RETURNING 1)
    SELECT pg_notify(${COMMIT_CHANNEL}, '') FROM changed LIMIT 1`.execute(db);
}

export async function changedLinks({ db }: StoreContext): Promise<readonly ChangedLink[]> {
  const rows = await db
    .selectFrom('vedetta.link_change')
    .select(['access_point', 'change'])
    .orderBy('access_point')
    .execute();
  return rows.map(({ access_point, change }) => ({ accessPoint: access_point, change: change as LinkChange }));
}
