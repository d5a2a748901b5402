import type { Store } from '@vedetta/store';

export interface Bounds {
  readonly maxSlots: number;
  readonly maxBytes: number;
}

const pruneEveryMs = 10_000;

/** Drops the oldest slots and runs beyond the bounds, every ten seconds. @returns how to stop. */
export function keepBounded(
  store: Pick<Store, 'prune'>,
  bounds: Bounds,
  onPruned: (dropped: { readonly slots: number; readonly runs: readonly number[] }) => void,
  onFailed: (error: unknown) => void,
): () => Promise<void> {
  let work = Promise.resolve();
  let waiting = false;
  const timer = setInterval(() => {
    if (waiting) return;
    waiting = true;
    work = store
      .prune(bounds)
      .then((dropped) => {
        if (dropped.slots > 0 || dropped.runs.length > 0) onPruned(dropped);
      })
      .catch(onFailed)
      .finally(() => {
        waiting = false;
      });
  }, pruneEveryMs);
  return async () => {
    clearInterval(timer);
    await work;
  };
}
