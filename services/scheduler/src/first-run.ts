import { checkPace, type Deployment, effectiveLinks } from '@vedetta/deployment';
import type { RunRequest, Store } from '@vedetta/store';

/** Starts a run in a store that has never had one. @throws {PaceNeededError} at pace `fast` on shaped links */
export async function startFirstRun(
  store: Pick<Store, 'runs' | 'createRun' | 'changedLinks'>,
  deployment: Deployment,
  request: RunRequest,
): Promise<void> {
  const { items } = await store.runs({ limit: 1 });
  if (items.length > 0) return;
  checkPace(effectiveLinks(deployment, await store.changedLinks()), request.pace);
  await store.createRun(request);
}
