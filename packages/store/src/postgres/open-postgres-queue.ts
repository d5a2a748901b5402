import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import { QueueUnavailableError, StoreUnavailableError } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { createBullmqFrameQueue } from '../queue/bullmq-frame-queue.ts';
import type { FrameQueueOptions } from '../queue/frame-queue-options.ts';
import type { FrameQueue } from '../types.ts';
import { within } from '../within.ts';
import { isConnectionError } from './connection-errors.ts';
import { openPatientPool, openPool } from './pool.ts';
import { createRetry } from './retry.ts';

/** BullMQ's statements name its tables without their schema. */
const SCHEMA = 'bullmq';
const CONNECTIONS = 6;
const CLOSE_TIMEOUT_MS = 2000;

export async function openPostgresQueue(
  url: string,
  logger: StoreLogger,
  { waitMs = Number.POSITIVE_INFINITY, signal = new AbortController().signal, ...queue }: FrameQueueOptions,
): Promise<FrameQueue> {
  try {
    await createRetry({ logger, limitMs: waitMs, signal }).persist(() => migrateQueue(url, logger));
  } catch (error) {
    throw error instanceof StoreUnavailableError ? new QueueUnavailableError(error.cause) : error;
  }
  const pool = openPool(url, logger, { max: CONNECTIONS, options: `-c search_path=${SCHEMA}` });
  const engine = {
    classes: withBackend(createPostgresBackend),
    connection: pool as unknown as PgPool,
    isUnavailable: isConnectionError,
    release: async () => void (await within(pool.end(), CLOSE_TIMEOUT_MS)),
  };
  return createBullmqFrameQueue(engine, { ...queue, logger });
}

/** Any number of processes may do so at once. */
async function migrateQueue(url: string, logger: StoreLogger): Promise<void> {
  const pool = openPatientPool(url, logger);
  try {
    const client = await pool.connect();
    try {
      await runMigrations(client as unknown as Parameters<typeof runMigrations>[0], SCHEMA);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}
