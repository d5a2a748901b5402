import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type BackOff, backOffMs } from '../back-off.ts';
import { messageOf } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { connectionConfig } from './pool.ts';

const BACK_OFF: BackOff = { firstMs: 100, longestMs: 2000 };
/** A connection can die without a word: ask it now and then. */
const CHECK_INTERVAL_MS = 5000;
const ANSWER_TIMEOUT_MS = 5000;

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
  let failures = 0;
  while (!signal.aborted) {
    const client = new pg.Client({ ...connectionConfig(url), query_timeout: ANSWER_TIMEOUT_MS });
    try {
      await followOnce(
        client,
        signal,
        channel,
        () => {
          if (failures > 0) logger.info({ channel }, 'hears of commits again');
          failures = 0;
          notify();
        },
        notify,
      );
    } catch (error) {
      failures += 1;
      if (failures === 1 && !signal.aborted) {
        logger.warn({ channel, error: messageOf(error) }, 'does not hear of commits at once, listening again');
      }
    } finally {
      // A server that is silent does not say goodbye either.
      void client.end().catch(() => {});
    }
    await sleep(backOffMs(BACK_OFF, Math.max(failures, 1)), undefined, { signal }).catch(() => {});
  }
}

/** Returns when `signal` aborts, throws when the connection breaks. */
async function followOnce(
  client: pg.Client,
  signal: AbortSignal,
  channel: string,
  begun: () => void,
  notify: () => void,
): Promise<void> {
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('Connection terminated')));
  client.on('notification', notify);
  await client.connect();
  await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  begun();
  while (!signal.aborted) {
    await Promise.race([broken.promise, sleep(CHECK_INTERVAL_MS, undefined, { signal }).catch(() => {})]);
    if (!signal.aborted) await Promise.race([broken.promise, client.query('SELECT 1')]);
  }
}
