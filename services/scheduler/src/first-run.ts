import { checkPace, type Network } from '@vedetta/scenario';
import type { RunRequest, Store } from '@vedetta/store';

/** Starts a run in a store that has never had one. @throws {PaceNeededError} at pace `fast` on shaped links */
export async function startFirstRun(
  store: Pick<Store, 'runs' | 'createRun'>,
  { fronthaul }: Network,
  request: RunRequest,
): Promise<void> {
  checkPace(fronthaul, request.pace);
  const { items } = await store.runs({ limit: 1 });
  if (items.length === 0) await store.createRun(request);
}
