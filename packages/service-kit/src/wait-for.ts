import { setTimeout } from 'node:timers/promises';
import { createBackoff } from './backoff.ts';
import type { Logger } from './logger.ts';

export interface WaitOptions {
  /** What is waited for, for the log. */
  readonly what: string;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  /** Ends the waiting: rejects with its reason. */
  readonly signal: AbortSignal;
  /** Errors that no waiting will cure; default: none. */
  readonly isFinal?: (error: unknown) => boolean;
}

/** Tries until it succeeds, 100 ms to 2 s apart. Says once that it waits, and once that the waiting is over. */
export async function waitFor<T>(attempt: () => Promise<T>, options: WaitOptions): Promise<T> {
  const { what, logger, signal, isFinal } = options;
  const backoff = createBackoff({ minimumMs: 100, maximumMs: 2_000 });
  const since = performance.now();
  let told = false;
  for (;;) {
    signal.throwIfAborted();
    try {
      const result = await attempt();
      if (told) logger.info({ what, waited_ms: Math.round(performance.now() - since) }, 'waiting is over');
      return result;
    } catch (error) {
      if (isFinal?.(error)) throw error;
      if (!told) logger.warn({ what, reason: reasonOf(error) }, 'waiting');
      told = true;
    }
    await setTimeout(backoff.next(), undefined, { signal });
  }
}

/** One line, also for the empty message of an AggregateError of connection attempts. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
