import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { StoreFormatError } from '../errors.ts';
import { initial } from './migrations/initial.ts';

/** Run in the order of their names; a name that has shipped never changes. */
const migrations: Record<string, Migration> = {
  '0001-initial': initial,
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/**
 * Brings schema `vedetta` to this version; nothing to do when it is there already.
 *
 * @throws {StoreFormatError} if a newer version has written it, or a migration fails (which leaves no trace).
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: db as Kysely<unknown>, provider, migrationTableSchema: 'vedetta' });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new StoreFormatError(`the stored data cannot be brought to this version: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
