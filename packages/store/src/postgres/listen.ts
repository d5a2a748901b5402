import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBackoff } from '@vedetta/service-kit';
import pg from 'pg';
import { messageOf } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { connectionConfig } from './pool.ts';

const WAITS = { minimumMs: 100, maximumMs: 2000 };
/** A connection can die without a word: ask it now and then. */
const CHECK_INTERVAL_MS = 5000;
const ANSWER_TIMEOUT_MS = 5000;
const GOODBYE_MS = 1000;

/**
 * Follows a channel over a connection of its own, which is made anew whenever it breaks. After each new beginning
 * `notify` is called once, for what may have been missed.
 *
 * @returns how to stop.
 */
export function listen(url: string, channel: string, notify: () => void, logger: StoreLogger): () => Promise<void> {
  const stopping = new AbortController();
  const ended = follow(stopping.signal, url, channel, notify, logger);
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function follow(signal: AbortSignal, url: string, channel: string, notify: () => void, logger: StoreLogger) {
  const backoff = createBackoff(WAITS);
  let failures = 0;
  const begun = () => {
    if (failures > 0) logger.info({ channel }, 'hears of commits at once again');
    failures = 0;
    backoff.reset();
    notify();
  };
  while (!signal.aborted) {
    try {
      await followOnce(url, signal, channel, begun, notify);
    } catch (error) {
      failures += 1;
      if (failures === 1 && !signal.aborted) {
        logger.warn({ channel, error: messageOf(error) }, 'does not hear of commits at once, listening again');
      }
    }
    await sleep(backoff.next(), undefined, { signal }).catch(() => {});
  }
}

/** Returns, or throws, when `signal` aborts; throws when the connection breaks. */
async function followOnce(
  url: string,
  signal: AbortSignal,
  channel: string,
  begun: () => void,
  notify: () => void,
): Promise<void> {
  const client = new pg.Client({ ...connectionConfig(url), query_timeout: ANSWER_TIMEOUT_MS });
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  const stop = () => broken.reject(new Error('stopped'));
  signal.addEventListener('abort', stop);
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('Connection terminated')));
  client.on('notification', notify);
  const unlessBroken = <T>(work: Promise<T>) => Promise.race([broken.promise, work]);
  try {
    await unlessBroken(client.connect());
    await unlessBroken(client.query(`LISTEN ${client.escapeIdentifier(channel)}`));
    begun();
    for (;;) {
      await unlessBroken(sleep(CHECK_INTERVAL_MS, undefined, { ref: false }));
      await unlessBroken(client.query('SELECT 1'));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    leave(client);
  }
}

/** A server that is silent does not say goodbye either. */
function leave(client: pg.Client): void {
  const stream = (client as unknown as { connection: { stream: Duplex } }).connection.stream;
  const late = setTimeout(() => stream.destroy(), GOODBYE_MS);
  client.end().then(
    () => clearTimeout(late),
    () => stream.destroy(),
  );
}
