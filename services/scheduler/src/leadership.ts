import { closeWithin, type Logger } from '@vedetta/service-kit';
import type { LeaseGuard, Store } from '@vedetta/store';
import { pause } from './waker.ts';

export interface LeadershipOptions {
  readonly store: Pick<Store, 'acquireLease' | 'renewLease' | 'releaseLease'>;
  readonly lease: string;
  /** One life of one process. */
  readonly holder: string;
  /** Default 3000. The lease is renewed three times in it. */
  readonly ttlMs?: number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  /**
   * Carries out one term; should end soon after `over` aborts. `resign` ends it from the inside. What it writes has to be
   * guarded by the fence: a term may last a moment longer than its lease.
   */
  term(guard: LeaseGuard, over: AbortSignal, resign: () => void): Promise<void>;
}

export interface Leadership {
  /** Ends the term, if any, and gives the lease back. */
  close(): Promise<void>;
}

const termEndMs = 5_000;

/** Leads whenever the lease can be had. */
export function seekLeadership(options: LeadershipOptions): Leadership {
  const { store, lease, holder, logger, ttlMs = 3_000 } = options;
  const closing = new AbortController();
  let troubled = false;

  async function attempt<T>(what: () => Promise<T>): Promise<T | null> {
    try {
      const result = await what();
      troubled = false;
      return result;
    } catch (error) {
      if (!troubled && !closing.signal.aborted) logger.warn({ lease, err: error }, 'the lease cannot be asked for');
      troubled = true;
      return null;
    }
  }

  /** Resolves when the lease is lost, or may be. */
  async function keep(fence: number, since: number, over: AbortSignal): Promise<void> {
    let heldSince = since;
    while (!over.aborted) {
      await pause(ttlMs / 3, over);
      const asked = performance.now();
      const renewing = attempt(() => store.renewLease(lease, holder, fence, ttlMs));
      const late = pause(ttlMs - (asked - heldSince), over).then(() => null);
      const renewed = await Promise.race([renewing, late]);
      if (renewed === true) heldSince = asked;
      else if (renewed === false || performance.now() - heldSince >= ttlMs) return;
    }
  }

  const loop = (async () => {
    while (!closing.signal.aborted) {
      const asked = performance.now();
      const held = await attempt(() => store.acquireLease(lease, holder, ttlMs));
      if (held === null || closing.signal.aborted) {
        if (held !== null) await attempt(() => store.releaseLease(lease, holder, held.fence));
        await pause(ttlMs / 3, closing.signal);
        continue;
      }
      // The lease counts from the question. One that the store was long in answering would end as soon as it began: asked
      // for again, it is the same, and fresh.
      if (performance.now() - asked > ttlMs / 2) continue;
      const { fence } = held;
      const resignation = new AbortController();
      const over = AbortSignal.any([closing.signal, resignation.signal]);
      const resign = () => resignation.abort();
      const term = options.term({ lease, fence }, over, resign).catch((error) => {
        logger.warn({ lease, fence, err: error }, 'term ended with an error');
      });
      term.then(resign);
      await keep(fence, asked, over);
      resign();
      await closeWithin(termEndMs, term);
      if (closing.signal.aborted) await attempt(() => store.releaseLease(lease, holder, fence));
      else await pause(ttlMs / 3, closing.signal);
    }
  })();

  return {
    async close() {
      closing.abort();
      await loop;
    },
  };
}
