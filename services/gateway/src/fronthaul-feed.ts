import {
  type DirectionCounters,
  type LinkCounters,
  nothingCarried,
  type ReportFates,
  sumCounters,
  totalFates,
  wireBytes,
} from '@vedetta/fronthaul';
import type { LiveStatus } from './options.ts';

/** What links carried since the event before. */
export interface FronthaulEvent {
  readonly type: 'fronthaul';
  readonly at: string;
  /** Wall time it is about. */
  readonly periodMs: number;
  readonly up: DirectionCounters & { readonly wireBytes: number };
  readonly down: DirectionCounters & { readonly wireBytes: number };
  readonly reports: ReportFates & { readonly withheld: number };
  /** `[accessPoint, wire bytes up, wire bytes down]` of those that carried anything. */
  readonly links: readonly (readonly [number, number, number])[];
}

export interface Snapshot {
  readonly atMs: number;
  readonly status: LiveStatus;
}

/** @returns null when nothing was carried: links that rest make no events. */
export function fronthaulEvent(before: Snapshot, after: Snapshot): FronthaulEvent | null {
  const known = new Map(before.status.links.map((link) => [link.accessPoint, link]));
  const moved = after.status.links
    .map((link) => ({ link, up: since(link, known, 'up'), down: since(link, known, 'down') }))
    .filter(({ up, down }) => up.wireBytes > 0 || down.wireBytes > 0);
  if (moved.length === 0) return null;
  const withheld = (links: readonly LinkCounters[]) => links.reduce((sum, link) => sum + link.reportsWithheld, 0);
  const fates = totalFates(after.status.reports);
  const earlier = totalFates(before.status.reports);
  return {
    type: 'fronthaul',
    at: new Date(after.atMs).toISOString(),
    periodMs: Math.round(after.atMs - before.atMs),
    up: total(moved.map(({ up }) => up)),
    down: total(moved.map(({ down }) => down)),
    reports: {
      used: atLeastNone(fates.used - earlier.used),
      late: atLeastNone(fates.late - earlier.late),
      lost: atLeastNone(fates.lost - earlier.lost),
      duplicate: atLeastNone(fates.duplicate - earlier.duplicate),
      unknown: atLeastNone(fates.unknown - earlier.unknown),
      withheld: atLeastNone(withheld(after.status.links) - withheld(before.status.links)),
    },
    links: moved.map(({ link, up, down }) => [link.accessPoint, up.wireBytes, down.wireBytes]),
  };
}

/** A worker that is gone takes its counters along: then nothing is told of it. */
const atLeastNone = (count: number) => Math.max(0, count);

function since(link: LinkCounters, known: ReadonlyMap<number, LinkCounters>, direction: 'up' | 'down') {
  const [now, then] = [link[direction], known.get(link.accessPoint)?.[direction] ?? nothingCarried];
  const keys = Object.keys(nothingCarried) as (keyof DirectionCounters)[];
  const grown = Object.fromEntries(keys.map((key) => [key, atLeastNone(now[key] - then[key])]));
  return withTotal(grown as unknown as DirectionCounters);
}

const withTotal = (counters: DirectionCounters) => ({ ...counters, wireBytes: wireBytes(counters) });
const total = (directions: readonly DirectionCounters[]) => withTotal(directions.reduce(sumCounters, nothingCarried));

interface FronthaulFeedOptions {
  readonly liveStatus: () => LiveStatus | Promise<LiveStatus>;
  readonly everyMs: number;
  readonly tell: (event: FronthaulEvent) => void;
  readonly onError: (error: unknown) => void;
}

/** Looks at the links every so often while somebody listens, and tells what they carried. */
export class FronthaulFeed {
  readonly #options: FronthaulFeedOptions;
  #listeners = 0;
  #timer: NodeJS.Timeout | null = null;
  #before: Snapshot | null = null;

  constructor(options: FronthaulFeedOptions) {
    this.#options = options;
  }

  /** Call the result once when the listener leaves. */
  listen(): () => void {
    this.#listeners += 1;
    if (this.#timer === null) void this.#look();
    return () => {
      this.#listeners -= 1;
      if (this.#listeners === 0) this.stop();
    };
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#before = null;
  }

  async #look(): Promise<void> {
    const { liveStatus, everyMs, tell, onError } = this.#options;
    const timer = setTimeout(() => void this.#look(), everyMs);
    this.#timer = timer;
    try {
      const snapshot = { atMs: Date.now(), status: await liveStatus() };
      if (this.#timer !== timer) return;
      const event = this.#before === null ? null : fronthaulEvent(this.#before, snapshot);
      this.#before = snapshot;
      if (event !== null) tell(event);
    } catch (error) {
      onError(error);
    }
  }
}
