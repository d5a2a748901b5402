import { setTimeout as sleep } from 'node:timers/promises';
import { createBackoff } from '@vedetta/service-kit';
import { messageOf, StoreUnavailableError } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';
import { isConnectionError } from './connection-errors.ts';

export interface RetryOptions {
  readonly logger: StoreLogger;
  /** From the first attempt to the beginning of the last one; Infinity for ever. */
  readonly limitMs: number;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

export interface Retry {
  /** Again and again while the server is away; `attempt` is 1, 2, … @throws {StoreUnavailableError} at the limit. */
  persist<T>(work: (attempt: number) => Promise<T>, limitMs?: number): Promise<T>;
  /** For what must not be done twice. @throws {StoreUnavailableError} if the server is away. */
  once<T>(work: () => Promise<T>): Promise<T>;
}

const WAITS = { minimumMs: 50, maximumMs: 2000 };

/** One outage makes two log lines, however many calls it hits. */
export function createRetry({ logger, limitMs, signal }: RetryOptions): Retry {
  let awaySince: number | null = null;

  const failed = (error: unknown) => {
    if (awaySince !== null || signal.aborted) return;
    awaySince = performance.now();
    logger.warn({ error: messageOf(error) }, 'store does not answer, trying again');
  };
  const succeeded = () => {
    if (awaySince === null) return;
    logger.info({ awayMs: Math.round(performance.now() - awaySince) }, 'store answers again');
    awaySince = null;
  };

  const run = async <T>(limit: number, work: (attempt: number) => Promise<T>): Promise<T> => {
    const start = performance.now();
    const backoff = createBackoff(WAITS);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await work(attempt);
        succeeded();
        return result;
      } catch (error) {
        if (!isConnectionError(error)) {
          succeeded();
          throw error;
        }
        failed(error);
        const wait = backoff.next();
        const waited = performance.now() - start;
        if (signal.aborted || waited + wait > limit) throw new StoreUnavailableError(attempt, waited, error);
        // Aborting only shortens the wait: the loop then gives up with the error that it knows.
        await sleep(wait, undefined, { signal }).catch(() => {});
        if (signal.aborted) throw new StoreUnavailableError(attempt, performance.now() - start, error);
      }
    }
  };
  return {
    persist: (work, limit = limitMs) => run(limit, work),
    once: (work) => run(0, work),
  };
}
