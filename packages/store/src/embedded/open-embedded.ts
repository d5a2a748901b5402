import { mkdirSync, realpathSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Kysely, PGliteDialect } from 'kysely';
import type { FrameQueue, Store } from '../interfaces.ts';
import { type StoreLogger, silentLogger } from '../logger.ts';
import { createBullmqFrameQueue, obliterateFrames } from '../queue/bullmq-frame-queue.ts';
import { createCommitFeed } from '../sql/commit-feed.ts';
import { COMMIT_CHANNEL } from '../sql/context.ts';
import { migrate } from '../sql/migrate.ts';
import { createSqlStore } from '../sql/sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import { inBaselineCode } from './baseline-code.ts';
import { databaseFolder } from './database-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { createPglitePool } from './pglite-pool.ts';
import { startParameters } from './start-parameters.ts';
import { startUpkeep } from './upkeep.ts';

export interface EmbeddedOptions {
  /** Of the program; goes into every run. */
  readonly version: string;
  readonly logger?: StoreLogger;
}

export interface Embedded {
  readonly store: Store;
  readonly queue: FrameQueue;
  /** Another queue object on the same jobs, for a second consumer; closed with the rest. */
  openQueue(): FrameQueue;
  /** Ends both, then the database, then gives the folder back. */
  close(): Promise<void>;
}

/**
 * Store and queue on one PGlite in `folder`, which is made if need be, and which this process then owns alone.
 *
 * The queue starts empty: nobody else owns the folder, so what an earlier process left active or waiting would only be
 * in the way. The table of planned frames is the truth; its undecided ones are enqueued again by the scheduler.
 *
 * Nothing committed is lost when the process is killed. `fsync` is off: a power cut may lose the last seconds.
 *
 * @throws {FolderInUseError} if another live process owns the folder.
 * @throws {StoreFormatError} if the data there cannot be used by this version.
 */
export async function openEmbedded(
  folder: string,
  { version, logger = silentLogger }: EmbeddedOptions,
): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  const place = realpathSync(folder);
  await using opened = new AsyncDisposableStack();
  const lock = await lockFolder(place);
  opened.defer(() => lock.release());

  const dataDir = await databaseFolder(place);
  const database = await inBaselineCode(() => PGlite.create({ dataDir, startParams: startParameters }));
  opened.defer(() => database.close());
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: database }) });
  await migrate(db);
  const pool = createPglitePool(database);
  await migrateQueue(pool);

  const engine = { classes: withBackend(createPostgresBackend), connection: pool };
  await obliterateFrames(engine, logger);
  const upkeep = await startUpkeep(database, logger);
  opened.defer(() => upkeep.close());
  await database.exec(`LISTEN ${COMMIT_CHANNEL}`);
  const commits = createCommitFeed((notify) =>
    database.onNotification((channel) => channel === COMMIT_CHANNEL && notify()),
  );
  const store = createSqlStore({ db, version, commits, afterPrune: upkeep.afterPrune });
  opened.defer(() => store.close());

  const owned = opened.move();
  const openQueue = () => {
    const queue = createBullmqFrameQueue(engine, { logger });
    owned.defer(() => queue.close());
    return queue;
  };
  let closed: Promise<void> | null = null;
  return {
    store,
    queue: openQueue(),
    openQueue,
    close() {
      closed ??= owned.disposeAsync();
      return closed;
    },
  };
}

async function migrateQueue(pool: ReturnType<typeof createPglitePool>): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}
