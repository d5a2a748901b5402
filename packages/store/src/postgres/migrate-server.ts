import { Kysely, PostgresDialect, sql } from 'kysely';
import { StoreFormatError } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { migrate } from '../sql/migrate.ts';
import { isConnectionError } from './connection-errors.ts';
import { openPatientPool } from './pool.ts';

const OLDEST_SERVER = 15;

/**
 * Brings the database to this version. Any number of processes may do so at once: one migrates, the others wait for it
 * and find nothing left to do. The lock ends with the session, however that ends.
 *
 * @param target  as of `migrate`.
 * @throws {StoreFormatError} if the server is older than PostgreSQL 15, or a newer version has written the data.
 */
export async function migrateServer(url: string, logger: StoreLogger, target?: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPatientPool(url, logger) }) });
  try {
    await db.connection().execute(async (session) => {
      await requireServer(session);
      await sql`SELECT pg_advisory_lock(hashtext('vedetta.migrate'))`.execute(session);
      await migrate(session, target);
      await sql`SELECT pg_advisory_unlock(hashtext('vedetta.migrate'))`.execute(session);
    });
  } catch (error) {
    // The server went away while it migrated: no fault of the data.
    const { cause } = error as { cause?: unknown };
    throw isConnectionError(cause) ? cause : error;
  } finally {
    await db.destroy();
  }
}

async function requireServer(session: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ number: number; name: string }>`
    SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS name`.execute(
    session,
  );
  const [{ number, name }] = rows;
  if (number < OLDEST_SERVER * 10_000) {
    throw new StoreFormatError(`the store needs PostgreSQL ${OLDEST_SERVER} or newer, the server is ${name}`);
  }
}
