import type { Store } from '@vedetta/store';

/** Aborts when `signal` does, or when a run is not running any more, whoever ended it. Looks at every commit until it is disposed of. */
export async function whileRunning(
  store: Pick<Store, 'run' | 'onCommit'>,
  run: number,
  signal: AbortSignal,
): Promise<{ readonly signal: AbortSignal } & AsyncDisposable> {
  const ended = new AbortController();
  const look = () => {
    store.run(run).then(
      (stored) => {
        if (stored?.status !== 'running') ended.abort();
      },
      () => {},
    );
  };
  const unsubscribe = await store.onCommit(look);
  look();
  return { signal: AbortSignal.any([signal, ended.signal]), [Symbol.asyncDispose]: unsubscribe };
}
