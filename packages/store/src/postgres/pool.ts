import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { messageOf, ServerUrlError } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { isConnectionError } from './connection-errors.ts';

const CONNECT_TIMEOUT_MS = 5000;
/** The server gives up first, so that the connection stays good; the client does when the server is silent. */
const STATEMENT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 12_000;

/** @throws {ServerUrlError} if it is no postgres:// URL. */
export function connectionConfig(url: string): pg.ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ServerUrlError('the address of the store has to be like postgres://user:password@host:5432/database');
  }
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'vedetta',
  };
}

/** With time limits on every statement. */
export function openPool(url: string, logger: StoreLogger, settings: pg.PoolConfig = {}): pg.Pool {
  return survivingPool(logger, {
    ...connectionConfig(url),
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    ...settings,
  });
}

/** One session without time limits, for migrations: they may wait for another process that migrates. */
export function openPatientPool(url: string, logger: StoreLogger): pg.Pool {
  return survivingPool(logger, { ...connectionConfig(url), max: 1 });
}

/** Connections that break while nobody waits for an answer are replaced without a word to the callers. */
function survivingPool(logger: StoreLogger, config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', (error) => logger.info({ error: messageOf(error) }, 'an idle connection to the store broke'));
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/**
 * The pool as kysely uses it. A connection whose server stayed silent still waits for its answer, and would hand that
 * silence to the next borrower: it does not come back to the pool.
 */
export function borrowing(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => borrowed(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  };
}

function borrowed(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (text: string, parameters: unknown[]) => {
    try {
      return await client.query(text, parameters);
    } catch (error) {
      broken ||= isConnectionError(error);
      throw error;
    }
  };
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(broken) };
}
