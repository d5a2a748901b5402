import type { Inspection } from '@vedetta/deployment';
import type { LocalStatistic, Report } from '@vedetta/detection';
import type { ForwardedSamples } from '@vedetta/fronthaul';
import type { ReportRecord } from '@vedetta/store';
import type { ReportContent } from './read-report.ts';

/** What became of one arriving report; none of these is an error. */
export type Arrival = 'used' | 'late' | 'duplicate' | 'unknown';

interface Expected {
  readonly accessPoint: number;
  state: 'waiting' | 'used' | 'late' | 'gone' | 'invalid';
  statistic: number | null;
  rank: number | null;
  /** Of the split `raw`, until they are a statistic. */
  samples: ForwardedSamples | null;
}

/** Samples that came in time. */
export interface ReceivedSamples extends ForwardedSamples {
  readonly inspection: number;
  readonly accessPoint: number;
}

/**
 * The reports of one slot, from the moment its commands are sent until it is decided.
 * The window closes by itself when nothing is left to wait for, or when told to.
 */
export class SlotWindow {
  readonly slot: number;
  readonly closed: Promise<void>;
  readonly #inspections: readonly Inspection[];
  #expected: Map<number, Expected>[];
  #waiting = 0;
  #open = true;
  #resolve: () => void = () => {};

  /** @param attached receive APs that were sent their command; the others are missing from the start. */
  constructor(slot: number, inspections: readonly Inspection[], attached: ReadonlySet<number>) {
    this.slot = slot;
    this.#inspections = inspections;
    this.closed = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#expected = inspections.map((inspection) => {
      const reports = new Map<number, Expected>();
      for (const accessPoint of inspection.receive) {
        const waiting = attached.has(accessPoint);
        reports.set(accessPoint, {
          accessPoint,
          state: waiting ? 'waiting' : 'gone',
          statistic: null,
          rank: null,
          samples: null,
        });
        if (waiting) this.#waiting++;
      }
      return reports;
    });
    if (this.#waiting === 0) this.close();
  }

  accept(inspection: number, report: ReportContent & { readonly accessPoint: number }): Arrival {
    const expected = this.#expected[inspection]?.get(report.accessPoint);
    if (expected === undefined) return 'unknown';
    if (expected.state === 'used' || expected.state === 'late') return 'duplicate';
    if (expected.state === 'invalid') return 'duplicate';
    if ('rank' in report) {
      expected.statistic = report.statistic;
      expected.rank = report.rank;
    } else if (this.#open) expected.samples = { observation: report.observation, rounding: report.rounding };
    if (!this.#open) {
      expected.state = 'late';
      return 'late';
    }
    const waited = expected.state === 'waiting';
    expected.state = 'used';
    if (waited) this.#settle();
    return 'used';
  }

  /** Inspections whose report is still waited for. */
  awaited(accessPoint: number): Inspection[] {
    if (!this.#open) return [];
    return this.#inspections.filter(({ index }) => this.#expected[index]?.get(accessPoint)?.state === 'waiting');
  }

  /** Waits for so many things more, besides reports. */
  hold(count: number): void {
    this.#waiting += count;
  }

  /** One of them came, or will not. */
  release(): void {
    if (this.#open) this.#settle();
  }

  /** The report will not come: lost on its way. */
  lose(inspection: number, accessPoint: number): void {
    this.#give(this.#expected[inspection]?.get(accessPoint), 'gone');
  }

  /** It came and cannot be used. */
  spoil(inspection: number, accessPoint: number): void {
    this.#give(this.#expected[inspection]?.get(accessPoint), 'invalid');
  }

  /** Its connection died: nothing more will come from it. */
  abandon(accessPoint: number): void {
    for (const reports of this.#expected) this.#give(reports.get(accessPoint), 'gone');
  }

  close(): void {
    this.#open = false;
    this.#resolve();
  }

  /** What is to be turned into statistics, by inspection and ascending AP id. */
  samples(): ReceivedSamples[] {
    return this.#expected.flatMap((reports, inspection) =>
      [...reports.values()]
        .sort((a, b) => a.accessPoint - b.accessPoint)
        .flatMap(({ accessPoint, samples }) => (samples === null ? [] : [{ inspection, accessPoint, ...samples }])),
    );
  }

  /** The statistic of samples. */
  settle(inspection: number, accessPoint: number, { statistic, rank }: LocalStatistic): void {
    const expected = this.#expected[inspection]?.get(accessPoint);
    if (expected === undefined) return;
    expected.statistic = statistic;
    expected.rank = rank;
    expected.samples = null;
  }

  /** Samples that nothing can be made of, because something else did not come. */
  dismiss(inspection: number, accessPoint: number): void {
    this.#discard(inspection, accessPoint, 'gone');
  }

  /** Samples that cannot be what an antenna received. */
  refuse(inspection: number, accessPoint: number): void {
    this.#discard(inspection, accessPoint, 'invalid');
  }

  /** Reports that arrived in time, ascending AP id. */
  used(inspection: number): Report[] {
    const reports: Report[] = [];
    for (const expected of this.#expected[inspection]?.values() ?? []) {
      if (expected.state !== 'used') continue;
      reports.push({
        accessPoint: expected.accessPoint,
        statistic: expected.statistic as number,
        rank: expected.rank as number,
      });
    }
    return reports.sort((a, b) => a.accessPoint - b.accessPoint);
  }

  /** Everybody who should have reported, ascending AP id. */
  records(inspection: number): ReportRecord[] {
    return [...(this.#expected[inspection]?.values() ?? [])]
      .sort((a, b) => a.accessPoint - b.accessPoint)
      .map(({ accessPoint, state, statistic, rank }) => ({
        accessPoint,
        fate: state === 'waiting' || state === 'gone' ? 'missing' : state,
        statistic,
        rank,
      }));
  }

  #discard(inspection: number, accessPoint: number, state: 'gone' | 'invalid'): void {
    const expected = this.#expected[inspection]?.get(accessPoint);
    if (expected === undefined) return;
    expected.state = state;
    expected.samples = null;
  }

  #give(expected: Expected | undefined, state: 'gone' | 'invalid'): void {
    if (expected?.state !== 'waiting') return;
    expected.state = state;
    this.#settle();
  }

  #settle(): void {
    this.#waiting--;
    if (this.#waiting === 0) this.close();
  }
}
