import { type FusionAnnouncement, fusionAnnouncementKind, fusionAnnouncements, sumCounters } from '@vedetta/fronthaul';
import type { Store } from '@vedetta/store';
import type { LinkStatus, LiveStatus, Readiness } from './options.ts';

/** What the announcements of all fusion workers together say. */
export async function liveStatusOf(store: Pick<Store, 'announced'>): Promise<LiveStatus> {
  const workers = fusionAnnouncements(await store.announced(fusionAnnouncementKind));
  const links = new Map<number, LinkStatus>();
  for (const worker of workers) {
    for (const link of worker.links) {
      const known = links.get(link.accessPoint);
      links.set(link.accessPoint, known ? together(known, link) : link);
    }
  }
  return {
    attachedAccessPoints: [...new Set(workers.flatMap(({ attached }) => attached))],
    links: [...links.values()],
  };
}

/** One access point's links to two workers, as one account. */
function together(a: LinkStatus, b: LinkStatus): LinkStatus {
  const since = [a.attachedSince, b.attachedSince].filter((time) => time !== null).sort();
  return {
    accessPoint: a.accessPoint,
    epoch: a.epoch === null ? b.epoch : Math.max(a.epoch, b.epoch ?? 0),
    attachedSince: since[0] ?? null,
    up: sumCounters(a.up, b.up),
    down: sumCounters(a.down, b.down),
    commandsDropped: a.commandsDropped + b.commandsDropped,
    commandsLost: a.commandsLost + b.commandsLost,
    reportsWithheld: a.reportsWithheld + b.reportsWithheld,
    invalid: a.invalid + b.invalid,
  };
}

/** Ready: somebody plans, somebody decides, and, until the first decision of a run, everybody is attached. */
export async function readinessOf(
  store: Pick<Store, 'announced' | 'nextRun'>,
  everybody: readonly number[],
): Promise<Readiness> {
  const [schedulers, fusion, run] = await Promise.all([
    store.announced('scheduler'),
    store.announced(fusionAnnouncementKind),
    store.nextRun(),
  ]);
  const workers = fusionAnnouncements(fusion);
  const waitingFor: string[] = [];
  const leads = schedulers.some(({ payload }) => (payload as { leads?: unknown } | null)?.leads === true);
  if (!leads) waitingFor.push('a scheduler that leads');
  if (workers.length === 0) waitingFor.push('a fusion worker');
  if (run !== null && run.decidedSlots === 0) waitingFor.push(...missingAt(workers, run.id, everybody));
  return { ready: waitingFor.length === 0, waitingFor };
}

function missingAt(workers: readonly FusionAnnouncement[], run: number, everybody: readonly number[]): string[] {
  const attached = workers.map((worker) => new Set(worker.run === run ? worker.attached : []));
  return everybody.filter((id) => !attached.every((set) => set.has(id))).map((id) => `access point ${id}`);
}
