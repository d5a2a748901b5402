import type { Logger } from './logger.ts';

export interface AnnouncerOptions {
  /** Says it once more, for `ttlMs`. */
  announce(ttlMs: number): Promise<void>;
  withdraw(): Promise<void>;
  readonly logger: Pick<Logger, 'warn'>;
  readonly everyMs?: number;
}

export interface Announcer {
  /** Something changed: says it soon, whatever the time. */
  changed(): void;
  /** Takes it back. */
  close(): Promise<void>;
}

const changeMs = 50;

/** Says the same thing every second, for four, and at changes; never two at a time. */
export function keepAnnouncing({ announce, withdraw, logger, everyMs = 1_000 }: AnnouncerOptions): Announcer {
  let timer: NodeJS.Timeout | null = null;
  let saying: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let failing = false;

  async function say(): Promise<void> {
    timer = null;
    again = false;
    try {
      await announce(4 * everyMs);
      failing = false;
    } catch (error) {
      if (!failing) logger.warn({ err: error }, 'announcement failed, trying again');
      failing = true;
    }
    saying = null;
    if (!closed) schedule(again ? changeMs : everyMs);
  }

  function schedule(ms: number): void {
    timer = setTimeout(() => {
      saying = say();
    }, ms);
  }

  schedule(0);
  return {
    changed() {
      again = true;
      if (timer === null || closed) return;
      clearTimeout(timer);
      schedule(changeMs);
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await saying;
      await withdraw();
    },
  };
}
