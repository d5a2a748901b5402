import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Version 4: decisions on range cells and on followed targets, told apart. What an earlier version decided were cells. */
const statements = [
  `CREATE TYPE vedetta.phase AS ENUM ('detection', 'tracking')`,
  `ALTER TABLE vedetta.decision ADD COLUMN phase vedetta.phase NOT NULL DEFAULT 'detection'`,
  `CREATE INDEX decision_tracking ON vedetta.decision (run, slot, inspection) WHERE phase = 'tracking'`,
];

export const phase: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
