/** Tells listeners that something was committed: at every notification, and every `safetyMs` in case one was missed. */
export interface CommitFeed {
  subscribe(listener: () => void): () => Promise<void>;
  close(): Promise<void>;
}

/**
 * @param attach  starts listening on the commit channel; returns how to stop.
 * @param safetyMs  at most 1000.
 */
export function createCommitFeed(
  attach: (notify: () => void) => () => void | Promise<void>,
  safetyMs = 1000,
): CommitFeed {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  const detach = attach(notify);
  const timer = setInterval(notify, safetyMs);
  timer.unref();
  return {
    subscribe(listener) {
      // Own identity, so that one function may subscribe twice.
      const own = () => listener();
      listeners.add(own);
      return async () => {
        listeners.delete(own);
      };
    },
    async close() {
      clearInterval(timer);
      listeners.clear();
      await detach();
    },
  };
}
