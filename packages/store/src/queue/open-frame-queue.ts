import { ServerUrlError } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { openPostgresQueue } from '../postgres/open-postgres-queue.ts';
import { openRedisQueue } from '../redis/open-redis-queue.ts';
import type { FrameQueue } from '../types.ts';
import type { FrameQueueOptions } from './frame-queue-options.ts';

/**
 * The frame queue on a server, which may come later, go and come back: Redis (6 or newer), or PostgreSQL (15 or newer)
 * for a network that has no Redis. While it is away `enqueue` and `discard` fail within seconds, and the consumer
 * waits. What it may forget when it crashes is planned and undecided in the store.
 *
 * @param url  redis://user:password@host:6379/0 or postgres://user:password@host:5432/database
 * @throws {ServerUrlError} if the URL is of another kind.
 * @throws {QueueUnavailableError} if the server did not come within `waitMs`, or before `signal`.
 */
export async function openFrameQueue(url: string, options: FrameQueueOptions = {}): Promise<FrameQueue> {
  const { logger = silentLogger } = options;
  if (/^rediss?:/.test(url)) return openRedisQueue(url, logger, options);
  if (/^postgres(ql)?:/.test(url)) return openPostgresQueue(url, logger, options);
  throw new ServerUrlError('the address of the queue has to be like redis://user:password@host:6379/0');
}
