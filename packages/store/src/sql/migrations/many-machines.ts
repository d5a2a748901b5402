import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Version 2: what many processes need of each other. Announcements are not logged: after a crash of the server they are
 * gone, and said again within a second. Leases are: a fence may never be handed out twice.
 */
const statements = [
  `CREATE TABLE vedetta.lease (
    name text PRIMARY KEY,
    holder text,
    fence integer NOT NULL,
    expires_at timestamptz NOT NULL
  ) WITH (fillfactor = 10)`,

  `CREATE UNLOGGED TABLE vedetta.announcement (
    kind text NOT NULL,
    name text NOT NULL,
    payload json NOT NULL,
    seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (kind, name)
  ) WITH (fillfactor = 50)`,

  // Whose commit it was: one that is repeated because the answer was lost finds itself again.
  'ALTER TABLE vedetta.committed_frame ADD COLUMN claim text',

  // Events are in the order of commits by the lock under which they get their ids.
  'ALTER TABLE vedetta.outbox DROP COLUMN transaction_id',
];

export const manyMachines: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
