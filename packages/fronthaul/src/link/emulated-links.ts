import { isShaped, type LinkConfig } from '@vedetta/scenario';
import { unboundedTerms } from '../codec/down.ts';
import type { LinkTerms } from '../messages.ts';
import type { Stall } from './link-queue.ts';
import { type LinkClock, unshapedCommandsWaiting, type WallLink, wallLink } from './wall-link.ts';

/** Slots may come so many periods late before the emulated clock is set back: they jitter, and never run ahead of it. */
const lagSlots = 1;

/** The links of all access points while a run is on: emulated settings and the emulated clock, told in wall time. */
export class EmulatedLinks {
  readonly #settings: Map<number, LinkConfig>;
  #clock: LinkClock | null = null;
  /** Wall time of slot 0; null until the first slot of a run is issued: no outage has begun. */
  #origin: number | null = null;

  constructor(settings: ReadonlyMap<number, LinkConfig>) {
    this.#settings = new Map(settings);
  }

  /** null: pace `fast`, or no run; nothing is shaped. */
  setClock(clock: LinkClock | null): void {
    this.#clock = clock;
    this.#origin = null;
  }

  set(accessPoint: number, link: LinkConfig): void {
    this.#settings.set(accessPoint, link);
  }

  /** null: bytes pass as they come. */
  wall(accessPoint: number): WallLink | null {
    const link = this.#settings.get(accessPoint);
    return link === undefined || this.#clock === null || !isShaped(link) ? null : wallLink(link, this.#clock);
  }

  terms(accessPoint: number): LinkTerms {
    return this.wall(accessPoint)?.terms ?? unboundedTerms;
  }

  commandsWaiting(accessPoint: number): number {
    return this.wall(accessPoint)?.commandsWaiting ?? unshapedCommandsWaiting;
  }

  /** A slot is issued now. @returns true when outages have to be laid anew. */
  tick(slot: number, now: number): boolean {
    if (this.#clock === null) return false;
    const { pace, slotPeriodMs } = this.#clock;
    const origin = now - (slot * slotPeriodMs) / pace;
    const lag = this.#origin === null ? Infinity : origin - this.#origin;
    if (lag >= 0 && lag <= (lagSlots * slotPeriodMs) / pace) return false;
    this.#origin = origin;
    return true;
  }

  stalls(accessPoint: number): readonly Stall[] {
    return this.#outages(accessPoint, 'stall');
  }

  isCut(accessPoint: number, now: number): boolean {
    return this.#outages(accessPoint, 'cut').some(({ from, to }) => from <= now && now < to);
  }

  #outages(accessPoint: number, wanted: 'stall' | 'cut'): readonly Stall[] {
    const [clock, origin] = [this.#clock, this.#origin];
    const outages = this.#settings.get(accessPoint)?.outages ?? [];
    if (clock === null || origin === null) return [];
    return outages
      .filter(({ kind }) => kind === wanted)
      .map(({ fromMs, toMs }) => ({ from: origin + fromMs / clock.pace, to: origin + toMs / clock.pace }))
      .sort((a, b) => a.from - b.from);
  }
}
