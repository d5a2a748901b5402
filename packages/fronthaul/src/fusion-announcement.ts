import type { ReportCounters } from './account/report-counters.ts';
import type { LinkCounters } from './server/ledger.ts';

/** What a fusion worker says of itself to the other processes of the network, under the kind `fusion`. */
export interface FusionAnnouncement {
  /** host:port of its fronthaul. */
  readonly endpoint: string;
  /** The run it is on; null: none. */
  readonly run: number | null;
  /** Access points attached, ascending. */
  readonly attached: readonly number[];
  readonly links: readonly LinkCounters[];
  readonly reports: ReportCounters;
}

export const fusionAnnouncementKind = 'fusion';

/** Those announcements that can be read; others are of another version, and nobody's to follow. */
export function fusionAnnouncements(announced: readonly { readonly payload: unknown }[]): FusionAnnouncement[] {
  return announced.flatMap(({ payload }) => {
    const { endpoint, run, attached, links, reports } = (payload ?? {}) as Partial<FusionAnnouncement>;
    const known = typeof endpoint === 'string' && Array.isArray(attached) && Array.isArray(links) && reports;
    return known ? [{ endpoint, run: run ?? null, attached, links, reports }] : [];
  });
}
