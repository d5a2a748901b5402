import { Kysely, PostgresDialect } from 'kysely';
import type { Store } from '../interfaces.ts';
import { type StoreLogger, silentLogger } from '../logger.ts';
import { createCommitFeed } from '../sql/commit-feed.ts';
import { COMMIT_CHANNEL } from '../sql/context.ts';
import { createSqlStore } from '../sql/sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import { within } from '../within.ts';
import { listen } from './listen.ts';
import { migrateServer } from './migrate-server.ts';
import { persistentStore } from './persistent-store.ts';
import { borrowing, openPool } from './pool.ts';
import { createRetry } from './retry.ts';

export interface StoreOptions {
  /** Of the program; goes into every run. */
  readonly version: string;
  readonly logger?: StoreLogger;
  /** Connections at most; one more hears of commits. */
  readonly connections?: number;
  /** How long a call persists while the server is away. */
  readonly retryMs?: number;
  /** How long `openStore` waits for the server to come; as long as it takes by default. */
  readonly waitMs?: number;
  /** Ends that wait. */
  readonly signal?: AbortSignal;
}

const DEFAULT_CONNECTIONS = 6;
const DEFAULT_RETRY_MS = 30_000;
const CLOSE_TIMEOUT_MS = 3000;

/**
 * The store on a PostgreSQL server (15 or newer), its schema brought to this version. Any number of processes may open
 * it; the server may come later, go and come back.
 *
 * @param url  postgres://user:password@host:5432/database
 * @throws {ServerUrlError} if the URL is of another kind.
 * @throws {StoreFormatError} if server or data cannot be used by this version.
 * @throws {StoreUnavailableError} if the server did not come within `waitMs`, or before `signal`.
 */
export async function openStore(
  url: string,
  { version, logger = silentLogger, connections = DEFAULT_CONNECTIONS, ...options }: StoreOptions,
): Promise<Store> {
  const closing = new AbortController();
  const signal = options.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, options.signal]);
  const opening = createRetry({ logger, limitMs: options.waitMs ?? Number.POSITIVE_INFINITY, signal });
  await opening.persist(() => migrateServer(url, logger));

  const pool = openPool(url, logger, { max: connections });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: borrowing(pool) }) });
  const commits = createCommitFeed((notify) => listen(url, COMMIT_CHANNEL, notify, logger));
  const retry = createRetry({ logger, limitMs: options.retryMs ?? DEFAULT_RETRY_MS, signal: closing.signal });
  let closed: Promise<void> | null = null;
  const end = async () => {
    await store.close();
    if (!(await within(db.destroy(), CLOSE_TIMEOUT_MS))) logger.warn({}, 'the store did not close in time');
  };
  const store = createSqlStore({ db, version, commits });
  return {
    ...persistentStore(store, retry),
    close() {
      closing.abort();
      closed ??= end();
      return closed;
    },
  };
}
