import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Version 3: what was changed of emulated links while the network runs; jsonb, because changes are merged in place. */
const statements = [
  `CREATE TABLE vedetta.link_change (
    access_point integer PRIMARY KEY,
    change jsonb NOT NULL
  )`,
];

export const links: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
