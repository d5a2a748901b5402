import { fusionAnnouncementKind, fusionAnnouncements } from '@vedetta/fronthaul';
import type { Run, Store } from '@vedetta/store';
import { pause } from './waker.ts';

const lookEveryMs = 100;
const longestWaitMs = 15_000;

/**
 * Waits until every access point is attached to every fusion worker, all of them on this run; from the first worker on
 * at most 15 s. Without any worker there is nothing to start.
 */
export async function untilAttachedEverywhere(
  store: Pick<Store, 'announced'>,
  everybody: readonly number[],
  { id: run }: Pick<Run, 'id'>,
  signal: AbortSignal,
): Promise<{ missing: readonly number[] }> {
  let firstSeen: number | null = null;
  for (;;) {
    const workers = fusionAnnouncements(await store.announced(fusionAnnouncementKind));
    if (workers.length > 0) firstSeen ??= performance.now();
    const attached = workers.map((worker) => new Set(worker.run === run ? worker.attached : []));
    const missing = everybody.filter((id) => !attached.every((set) => set.has(id)));
    const waited = firstSeen === null ? 0 : performance.now() - firstSeen;
    if (signal.aborted || (workers.length > 0 && missing.length === 0) || waited > longestWaitMs) return { missing };
    await pause(lookEveryMs, signal);
  }
}
