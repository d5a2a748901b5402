import { setTimeout } from 'node:timers/promises';
import { fusionAnnouncementKind, fusionAnnouncements } from '@vedetta/fronthaul';
import type { Store } from '@vedetta/store';

const lookEveryMs = 100;
const longestWaitMs = 15_000;

/**
 * One of several workers takes its first frame of a run when every access point is attached to it; when it has at least
 * those that the workers have that take frames of this run already, if there are such; or after 15 s. One that waits
 * itself is no example: two that came at the same time would go on with the few that each sees at the other. Never rejects.
 */
export async function untilEverybodyAttached(options: {
  readonly store: Pick<Store, 'announced'>;
  /** Our own, by which we know our own announcement; it may not be known yet when the run is bound. */
  readonly endpoint: () => string;
  readonly everybody: readonly number[];
  readonly run: number;
  readonly attached: () => readonly number[];
  readonly signal: AbortSignal;
}): Promise<void> {
  const { store, endpoint, everybody, run, attached, signal } = options;
  const until = performance.now() + longestWaitMs;
  while (!signal.aborted && performance.now() < until) {
    const here = new Set(attached());
    if (everybody.every((id) => here.has(id))) return;
    const workers = await store.announced(fusionAnnouncementKind).then(fusionAnnouncements, () => []);
    const others = workers.filter((worker) => worker.ready && worker.endpoint !== endpoint() && worker.run === run);
    const theirs = others.flatMap((worker) => worker.attached);
    if (theirs.length > 0 && theirs.every((id) => here.has(id))) return;
    await setTimeout(lookEveryMs, undefined, { signal }).catch(() => {});
  }
}
