import { sql } from 'kysely';
import { StoreConflictError } from '../errors.ts';
import type { ScenarioRecord } from '../records.ts';
import type { StoreContext } from './context.ts';

/** Keeps the first scenario. The same one again adds the world, if those before did not know it, and nothing else. */
export async function adoptScenario({ db }: StoreContext, scenario: ScenarioRecord): Promise<void> {
  const { hash, name, version, network, world } = scenario;
  await sql`
    INSERT INTO vedetta.scenario (id, hash, name, version, network, world, slot_period_ms)
    VALUES (1, ${hash}, ${name}, ${version}, ${JSON.stringify(network)}::text::json,
      ${JSON.stringify(world ?? null)}::text::json, ${slotPeriodOf(network)})
    ON CONFLICT (id) DO UPDATE SET world = excluded.world
    WHERE scenario.hash = excluded.hash AND scenario.world::text = 'null' AND excluded.world::text <> 'null'`.execute(
    db,
  );
  const adopted = await scenarioRow(db);
  if (adopted?.hash !== hash) {
    throw new StoreConflictError(
      `a network has one scenario for its lifetime: this one was started with "${adopted?.name}" (${adopted?.hash}), ` +
        `not "${name}" (${hash}); use another data folder for it`,
    );
  }
}

export async function readScenario({ db }: StoreContext): Promise<ScenarioRecord | null> {
  const row = await scenarioRow(db);
  if (row === undefined) return null;
  const { hash, name, version, network, world } = row;
  return { hash, name, version, network, world };
}

/** Memoised once there is a scenario, which never changes. */
export function slotPeriodReader(db: StoreContext['db']): () => Promise<number> {
  let known: number | undefined;
  return async () => {
    known ??= (await scenarioRow(db))?.slot_period_ms;
    return known ?? 0;
  };
}

function scenarioRow(db: StoreContext['db']) {
  return db.selectFrom('vedetta.scenario').selectAll().where('id', '=', 1).executeTakeFirst();
}

function slotPeriodOf(network: unknown): number {
  const period = (network as { timing?: { slotPeriodMs?: unknown } } | null)?.timing?.slotPeriodMs;
  if (typeof period !== 'number' || !(period > 0)) {
    throw new StoreConflictError('a scenario without network.timing.slotPeriodMs cannot be stored');
  }
  return period;
}
