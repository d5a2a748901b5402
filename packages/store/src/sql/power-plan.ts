import type { SolvedAllocation } from '@vedetta/deployment';
import { sql } from 'kysely';
import { COMMIT_CHANNEL, type StoreContext } from './context.ts';

/** Keeps the first one: whoever solves for the same network again gets the same. */
export async function keepPowerPlan({ db, version }: StoreContext, plan: readonly SolvedAllocation[]): Promise<void> {
  await sql`
    WITH kept AS (
      INSERT INTO vedetta.power_plan (id, scenario_hash, version, allocations)
      SELECT 1, hash, ${version}, ${JSON.stringify(plan)}::text::json FROM vedetta.scenario
      ON CONFLICT (id) DO NOTHING
      RETURNING 1)
    SELECT pg_notify(${COMMIT_CHANNEL}, '') FROM kept`.execute(db);
}

export async function readPowerPlan({ db }: StoreContext): Promise<readonly SolvedAllocation[] | null> {
  const row = await db.selectFrom('vedetta.power_plan').select('allocations').where('id', '=', 1).executeTakeFirst();
  return row === undefined ? null : (row.allocations as readonly SolvedAllocation[]);
}
