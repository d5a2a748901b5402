import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { FrameQueue } from '../interfaces.ts';
import { silentLogger } from '../logger.ts';
import { createBullmqFrameQueue } from '../queue/bullmq-frame-queue.ts';

/** BullMQ's statements name its tables without their schema. */
const SCHEMA = 'bullmq';

/**
 * The embedded queue's backend on a real server, to show that PGlite is no special case. Not offered to users: with
 * many machines the queue is on Redis, whose consumers come through outages of their server.
 */
export async function openPostgresQueues(url: string): Promise<{ open(): FrameQueue; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, keepAlive: true, options: `-c search_path=${SCHEMA}`, max: 20 });
  // Every queue object listens to it.
  pool.setMaxListeners(0);
  const client = await pool.connect();
  await runMigrations(client as unknown as Parameters<typeof runMigrations>[0], SCHEMA);
  client.release();
  const engine = { classes: withBackend(createPostgresBackend), connection: pool as unknown as PgPool };
  return {
    open: () => createBullmqFrameQueue(engine, { logger: silentLogger }),
    close: () => pool.end(),
  };
}
