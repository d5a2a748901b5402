import { messageOf } from '../errors.ts';
import type { StoreLogger } from '../logger.ts';

/** One outage of a server makes two log lines, however many connections it has and however often they try. */
export interface OutageLog {
  away(error: unknown): void;
  back(): void;
}

export function createOutageLog(logger: StoreLogger, server: string): OutageLog {
  let since: number | null = null;
  return {
    away(error) {
      if (since !== null) return;
      since = performance.now();
      logger.warn({ server, error: messageOf(error) }, 'server does not answer, trying again');
    },
    back() {
      if (since === null) return;
      logger.info({ server, awayMs: Math.round(performance.now() - since) }, 'server answers again');
      since = null;
    },
  };
}
