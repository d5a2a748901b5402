import { fusionAnnouncementKind, fusionAnnouncements, type Registry } from '@vedetta/fronthaul';
import type { Store } from '@vedetta/store';
import { pause } from './waker.ts';

export const schedulerAnnouncementKind = 'scheduler';

export interface SchedulerAnnouncement {
  /** host:port of its registry. */
  readonly endpoint: string;
  readonly leads: boolean;
}

/** A worker that was announced once counts as there until it has not been for so long: the store may have been away. */
const goneMs = 2_000;
const lookEveryMs = 500;

/** Tells the registry what the store knows of the others: the fusion workers, or, standing by, who leads. */
export async function watchSurroundings(options: {
  readonly store: Pick<Store, 'announced'>;
  readonly registry: Pick<Registry, 'follow' | 'setFusionEndpoints'>;
  readonly leads: () => boolean;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { store, registry, leads, onError, signal } = options;
  const lastSeen = new Map<string, number>();
  let before = performance.now();
  while (!signal.aborted) {
    try {
      const workers = fusionAnnouncements(await store.announced(fusionAnnouncementKind));
      const now = performance.now();
      // Time in which the store did not answer is nobody's absence.
      const blind = Math.max(0, now - before - 2 * lookEveryMs);
      for (const [endpoint, seen] of lastSeen) lastSeen.set(endpoint, seen + blind);
      before = now;
      for (const { endpoint } of workers) lastSeen.set(endpoint, now);
      for (const [endpoint, seen] of lastSeen) if (now - seen > goneMs) lastSeen.delete(endpoint);
      registry.setFusionEndpoints([...lastSeen.keys()]);
      const leader = leaderOf(await store.announced(schedulerAnnouncementKind));
      // Asked last: who begins to lead while the store answers must not be told to follow.
      if (!leads()) registry.follow(leader);
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    await pause(lookEveryMs, signal);
  }
}

function leaderOf(announced: readonly { readonly payload: unknown }[]): string | null {
  const all = announced.map(({ payload }) => (payload ?? {}) as Partial<SchedulerAnnouncement>);
  return all.find(({ leads }) => leads === true)?.endpoint ?? null;
}
