import { isRedisUnavailable, openRedis, type RedisClients } from '@vedetta/store';
import { QueueRefusedError } from '../machinery/errors.ts';

/** How to reach a queue, and whom to tell when it does not answer. */
export interface ConnectOptions {
  readonly connectionName: string;
  /** How long to wait for the server; as long as it takes by default. */
  readonly waitMs?: number;
  /** Ends that wait. */
  readonly signal?: AbortSignal;
  readonly say: (text: string) => void;
}

export async function connect(url: string, { say, ...options }: ConnectOptions): Promise<RedisClients> {
  const place = withoutPassword(url);
  const logger = {
    info: () => say(`the queue at ${place} answers again`),
    warn: () => say(`the queue at ${place} does not answer; trying again`),
    error() {},
  };
  try {
    return await openRedis(url, { ...options, logger });
  } catch (error) {
    throw asRefusal(url, error);
  }
}

/** The error itself when it has a name of its own or says that the server is away; else that the server refuses. */
export function asRefusal(url: string, error: unknown): Error {
  const { code, message } = error as Error & { code?: unknown };
  if (typeof code === 'string' || isRedisUnavailable(error)) return error as Error;
  const hint = /^(NOAUTH|WRONGPASS)/.test(message)
    ? '; say who you are by redis://user:password@host:6379/0, in VEDETTA_QUEUE'
    : '';
  return new QueueRefusedError(`the queue at ${withoutPassword(url)} refuses: ${message}${hint}`);
}

/** As it may be printed: without what may hold a password, a user name that stands alone and options included. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'that address';
  const parsed = new URL(url);
  if (parsed.password !== '') parsed.password = '***';
  else if (parsed.username !== '') parsed.username = '***';
  parsed.search = '';
  parsed.hash = '';
  return parsed.href;
}
