import type { Redis } from 'ioredis';
import { QueueUnavailableError } from '../errors.ts';
import { type StoreLogger, silentLogger } from '../logger.ts';
import { createRedisClients, type RedisClients } from './clients.ts';

export interface OpenRedisOptions {
  readonly logger?: StoreLogger;
  /** By which `CLIENT LIST` tells the connection for commands. */
  readonly connectionName?: string;
  /** How long to wait for the server to come; as long as it takes by default. */
  readonly waitMs?: number | undefined;
  /** Ends that wait. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Connections to a Redis server that has answered. A server that refuses the password will not change its mind: that is thrown as it is.
 *
 * @throws {ServerUrlError} if the URL is of another kind.
 * @throws {QueueUnavailableError} if the server did not come within `waitMs`, or before `signal`.
 */
export async function openRedis(
  url: string,
  { logger = silentLogger, connectionName, waitMs, signal }: OpenRedisOptions = {},
): Promise<RedisClients> {
  const clients = createRedisClients(url, logger, connectionName);
  try {
    await ready(clients.commands, waitMs, signal);
    return clients;
  } catch (error) {
    clients.end();
    throw error;
  }
}

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
