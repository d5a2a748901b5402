import { createRedisBackend, withBackend } from 'bullmq';
import type { FrameQueue } from '../interfaces.ts';
import { type StoreLogger, silentLogger } from '../logger.ts';
import { createBullmqFrameQueue } from '../queue/bullmq-frame-queue.ts';
import { isRedisUnavailable } from './clients.ts';
import { openRedis } from './open-redis.ts';

export interface FrameQueueOptions {
  readonly logger?: StoreLogger;
  /** Several queues may share a server. */
  readonly name?: string;
  /** How long `close` waits for a running handler. */
  readonly closeTimeoutMs?: number;
  /** How long `openFrameQueue` waits for the server to come; as long as it takes by default. */
  readonly waitMs?: number;
  /** Ends that wait. */
  readonly signal?: AbortSignal;
}

/**
 * The frame queue on a Redis server (6 or newer), which may come later, go and come back. While it is away `enqueue` and
 * `discard` fail within seconds, and the consumer waits. What it forgets when it crashes is planned and undecided in the
 * store.
 *
 * @param url  redis://user:password@host:6379/0
 * @throws {ServerUrlError} if the URL is of another kind.
 * @throws {QueueUnavailableError} if the server did not come within `waitMs`, or before `signal`.
 */
export async function openFrameQueue(
  url: string,
  { logger = silentLogger, waitMs, signal, ...queue }: FrameQueueOptions = {},
): Promise<FrameQueue> {
  const clients = await openRedis(url, { logger, waitMs, signal });
  const engine = {
    classes: withBackend(createRedisBackend),
    connection: clients.commands,
    consumerConnection: () => clients.openPatient(),
    isUnavailable: isRedisUnavailable,
    release: async () => clients.end(),
  };
  return createBullmqFrameQueue(engine, { ...queue, logger });
}
