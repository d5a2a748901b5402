import { createBackoff } from '@vedetta/service-kit';
import { Redis, type RedisOptions } from 'ioredis';
import { ServerUrlError } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { createOutageLog } from './outage-log.ts';

const WAITS = { minimumMs: 50, maximumMs: 2000 };
const CONNECT_TIMEOUT_MS = 5000;
const COMMAND_TIMEOUT_MS = 3000;
/** Longer than the worker's longest blocking read, which is five seconds. */
const SILENCE_TIMEOUT_MS = 20_000;

/** The connections of one queue. */
export interface RedisClients {
  /** Whose commands fail when the server is away. */
  readonly commands: Redis;
  /** One whose commands wait, for ever, until the server is back. */
  openPatient(): Redis;
  /** Ends all of them at once, also those that were duplicated from them. */
  end(): void;
}

/** @throws {ServerUrlError} if it is no redis:// or rediss:// URL. */
export function createRedisClients(url: string, logger: StoreLogger, connectionName?: string): RedisClients {
  requireRedisUrl(url);
  const open: Redis[] = [];
  const outages = createOutageLog(logger, 'redis');
  const adopt = (client: Redis): Redis => {
    open.push(client);
    // The first to hear of it: nobody after it gets to see what was sent.
    client.on('error', (error: Error) => {
      forgetArguments(error);
      outages.away(error);
    });
    client.on('ready', () => outages.back());
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (override) => adopt(duplicate(override));
    return client;
  };
  const connect = (options: Omit<RedisOptions, 'protocol' | 'replyMapping'>) =>
    adopt(
      new Redis(url, {
        connectTimeout: CONNECT_TIMEOUT_MS,
        keepAlive: 10_000,
        socketTimeout: SILENCE_TIMEOUT_MS,
        retryStrategy: jitteredWaits(),
        ...options,
      }),
    );
  return {
    commands: connect({
      connectionName,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
    }),
    openPatient: () => connect({ maxRetriesPerRequest: null }),
    end() {
      for (const client of open.splice(0)) client.disconnect();
    },
  };
}

/**
 * A password with #, / or ? in it ends before its time: what follows would be read as another part of the address, and what came before as the
 * host. That is refused, as the password could then be anywhere in what is said about the address.
 */
function requireRedisUrl(url: string): void {
  if (/^rediss?:\/\//.test(url) && URL.canParse(url)) {
    const { hash, pathname, search } = new URL(url);
    if (hash === '' && /^(\/\d*)?$/.test(pathname) && !search.includes('@')) return;
  }
  throw new ServerUrlError(
    'the address of the queue has to be like redis://user:password@host:6379/0; in a password #, / and ? are written %23, %2F and %3F',
  );
}

/** An answer to what opens a connection carries what was sent, the password too, to wherever the error is logged. */
function forgetArguments(error: Error & { command?: { name?: unknown } }): void {
  if (error.command !== undefined) error.command = { name: error.command.name };
}

function jitteredWaits(): (attempt: number) => number {
  const backoff = createBackoff(WAITS);
  return (attempt) => {
    if (attempt === 1) backoff.reset();
    return backoff.next();
  };
}

/** Answers by which a server says that it cannot work just now. */
const BUSY_ANSWERS = /^(LOADING|READONLY|MASTERDOWN|MISCONF|OOM|BUSY|TRYAGAIN|CLUSTERDOWN|NOREPLICAS)\b/;

/** Everything that is no answer of the server, or one that says "not now". */
export function isRedisUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ReplyError') return BUSY_ANSWERS.test(error.message);
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' && /^E[A-Z]+$/.test(code)) ||
    error.name === 'MaxRetriesPerRequestError' ||
    /^(Command timed out|Connection is closed|Stream isn't writeable|Socket timeout|Reached the max retries)/.test(
      error.message,
    )
  );
}
