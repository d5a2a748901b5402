import {
  type FusionAnnouncement,
  fusionAnnouncementKind,
  fusionAnnouncements,
  type LinkCounters,
  noReports,
  sumLinkCounters,
  sumReports,
} from '@vedetta/fronthaul';
import type { Store } from '@vedetta/store';
import type { LiveStatus, Readiness } from './options.ts';

/** What the announcements of all fusion workers together say. */
export async function liveStatusOf(store: Pick<Store, 'announced'>): Promise<LiveStatus> {
  const workers = fusionAnnouncements(await store.announced(fusionAnnouncementKind));
  const links = new Map<number, LinkCounters>();
  for (const worker of workers) {
    for (const link of worker.links) {
      const known = links.get(link.accessPoint);
      links.set(link.accessPoint, known ? sumLinkCounters(known, link) : link);
    }
  }
  return {
    attachedAccessPoints: [...new Set(workers.flatMap(({ attached }) => attached))],
    links: [...links.values()],
    reports: workers.map(({ reports }) => reports).reduce(sumReports, noReports),
  };
}

/** Ready: somebody plans, somebody decides, and, until the first decision of a run, its powers are there and everybody is attached. */
export async function readinessOf(
  store: Pick<Store, 'announced' | 'nextRun' | 'powerPlan'>,
  everybody: readonly number[],
  needsPowers = false,
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
  if (run !== null && run.decidedSlots === 0) {
    const hasPowers = !needsPowers || (await store.powerPlan()) !== null;
    waitingFor.push(...(hasPowers ? missingAt(workers, run.id, everybody) : ['the powers of max-min power control']));
  }
  return { ready: waitingFor.length === 0, waitingFor };
}

function missingAt(workers: readonly FusionAnnouncement[], run: number, everybody: readonly number[]): string[] {
  const attached = workers.map((worker) => new Set(worker.run === run ? worker.attached : []));
  return everybody.filter((id) => !attached.every((set) => set.has(id))).map((id) => `access point ${id}`);
}
