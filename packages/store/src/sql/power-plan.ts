import type { SolvedAllocation } from '@vedetta/deployment';
import { sql } from 'kysely';
import { COMMIT_CHANNEL, type StoreContext } from './context.ts';

/** Keeps the first one: whoever solves for the same network again gets the same. */
export async function keepPowerPlan({ db }: StoreContext, plan: readonly SolvedAllocation[]): Promise<void> {
  await sql`
    WITH kept AS (
      INSERT INTO vedetta.power_plan (id, allocations) VALUES (1, ${JSON.stringify(plan)}::text::json)
      ON CONFLICT (id) DO NOTHING
      RETURNING 1)
    SELECT pg_notify(${COMMIT_CHANNEL}, '') FROM kept`.execute(db);
}

export async function readPowerPlan({ db }: StoreContext): Promise<readonly SolvedAllocation[] | null> {
  const row = await db.selectFrom('vedetta.power_plan').select('allocations').where('id', '=', 1).executeTakeFirst();
  return row === undefined ? null : (row.allocations as readonly SolvedAllocation[]);
}
