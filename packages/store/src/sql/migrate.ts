import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { messageOf, StoreFormatError } from '../errors.ts';
import { initial } from './migrations/initial.ts';
import { links } from './migrations/links.ts';
import { manyMachines } from './migrations/many-machines.ts';
import { phase } from './migrations/phase.ts';
import { power } from './migrations/power.ts';

/** Run in the order of their names; a name that has shipped never changes. */
const migrations: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-many-machines': manyMachines,
  '0003-links': links,
  '0004-phase': phase,
  '0005-power': power,
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/**
 * Brings schema `vedetta` to this version; nothing to do when it is there already. One process at a time: others have
 * to be kept out.
 *
 * @param target  name of the last migration to run; the newest by default.
 * @throws {StoreFormatError} if a newer version has written it, or a migration fails (which leaves no trace).
 */
export async function migrate<Tables>(db: Kysely<Tables>, target?: string): Promise<void> {
  const migrator = new Migrator({ db: db as Kysely<unknown>, provider, migrationTableSchema: 'vedetta' });
  const { error } = await (target === undefined ? migrator.migrateToLatest() : migrator.migrateTo(target));
  if (error !== undefined) {
    throw new StoreFormatError(`the stored data cannot be brought to this version: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
