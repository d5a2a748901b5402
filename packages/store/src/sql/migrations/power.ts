import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Version 5: the powers that were solved for a network; json, whose numbers are kept as they are written. */
const statement = `CREATE TABLE vedetta.power_plan (
  id integer PRIMARY KEY CHECK (id = 1),
  scenario_hash text NOT NULL,
  version text NOT NULL,
  allocations json NOT NULL
)`;

export const power: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(statement).execute(db);
  },
};
