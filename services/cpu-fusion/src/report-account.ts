import { DurationHistogram, type ReportCounters, type ReportFates } from '@vedetta/fronthaul';
import type { Pace } from '@vedetta/store';

/** Slots whose times are remembered: a report that comes later still is nobody's. */
const slotsRemembered = 512;

/** What became of reports, and how long they took, since this worker started. */
export class ReportAccount {
  readonly #fates = new Map<number, Record<keyof ReportFates, number>>();
  readonly #latency = new DurationHistogram();
  readonly #lateness = new DurationHistogram();
  #slots = new Map<number, { readonly openedAt: number; closedAt: number | null }>();
  #emulatedMs = 1;

  startRun(pace: Pace): void {
    this.#slots.clear();
    this.#emulatedMs = pace === 'fast' ? 1 : pace;
  }

  opened(slot: number): void {
    this.#slots.set(slot, { openedAt: performance.now(), closedAt: null });
    if (this.#slots.size > slotsRemembered) this.#slots.delete(this.#slots.keys().next().value as number);
  }

  closed(slot: number): void {
    const times = this.#slots.get(slot);
    if (times !== undefined) times.closedAt ??= performance.now();
  }

  /** @returns by how much a late report was late, emulated ms; null for any other. */
  count(fate: keyof ReportFates, accessPoint: number, slot: number): number | null {
    const fates = this.#fates.get(accessPoint) ?? { used: 0, late: 0, lost: 0, duplicate: 0, unknown: 0 };
    fates[fate] += 1;
    this.#fates.set(accessPoint, fates);
    const times = this.#slots.get(slot);
    const now = performance.now();
    if (fate === 'used' && times !== undefined) this.#latency.add((now - times.openedAt) * this.#emulatedMs);
    if (fate !== 'late' || times === undefined || times.closedAt === null) return null;
    const lateMs = (now - times.closedAt) * this.#emulatedMs;
    this.#lateness.add(lateMs);
    return lateMs;
  }

  counters(): ReportCounters {
    return {
      byAccessPoint: [...this.#fates]
        .map(([accessPoint, fates]) => ({ accessPoint, ...fates }))
        .sort((a, b) => a.accessPoint - b.accessPoint),
      latency: this.#latency.counts(),
      lateness: this.#lateness.counts(),
    };
  }
}
