import { createRedisBackend, withBackend } from 'bullmq';
import type { Redis } from 'ioredis';
import { QueueUnavailableError } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { createBullmqFrameQueue } from '../queue/bullmq-frame-queue.ts';
import type { FrameQueueOptions } from '../queue/frame-queue-options.ts';
import type { FrameQueue } from '../types.ts';
import { createRedisClients, isRedisUnavailable } from './clients.ts';

export async function openRedisQueue(
  url: string,
  logger: StoreLogger,
  { waitMs, signal, ...queue }: FrameQueueOptions,
): Promise<FrameQueue> {
  const clients = createRedisClients(url, logger);
  try {
    await ready(clients.commands, waitMs, signal);
  } catch (error) {
    clients.end();
    throw error;
  }
  const engine = {
    classes: withBackend(createRedisBackend),
    connection: clients.commands,
    consumerConnection: () => clients.openPatient(),
    isUnavailable: isRedisUnavailable,
    release: async () => clients.end(),
  };
  return createBullmqFrameQueue(engine, { ...queue, logger });
}

/** A server that refuses the password will not change its mind: that is thrown as it is. */
async function ready(client: Redis, waitMs?: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let last: unknown = new Error('no answer yet');
  const giveUp = () => reject(new QueueUnavailableError(last));
  const onError = (error: Error) => {
    last = error;
    if (/^(WRONGPASS|NOAUTH|NOPERM)\b/.test(error.message)) reject(error);
  };
  client.on('error', onError);
  client.once('ready', resolve);
  const timer = waitMs === undefined ? undefined : setTimeout(giveUp, waitMs);
  signal?.addEventListener('abort', giveUp);
  if (signal?.aborted) giveUp();
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    client.off('error', onError);
    client.off('ready', resolve);
  }
}
