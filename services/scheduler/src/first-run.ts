import type { RunRequest, Store } from '@vedetta/store';

/** Starts a run in a store that has never had one. */
export async function startFirstRun(store: Pick<Store, 'runs' | 'createRun'>, request: RunRequest): Promise<void> {
  const { items } = await store.runs({ limit: 1 });
  if (items.length === 0) await store.createRun(request);
}
