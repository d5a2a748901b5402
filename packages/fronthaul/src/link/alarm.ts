/** A busy link rings no more often than this in the long run, so that it does not spin. */
const apartMs = 1;
/** A quiet one may ring so often at once, exactly: a message comes in a few pieces. */
const burst = 8;
/** A timer may be late by about so much; the rest is waited for turn by turn of the event loop. */
const earlyMs = 1;

/** Wakes at a time of `performance.now()`, to a fraction of a millisecond: timers alone know whole ones. */
export class Alarm {
  readonly #ring: () => void;
  #at = Infinity;
  /** When it may ring as if it had never rung before; each ring puts that off by `apartMs`. */
  #restedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #turn: NodeJS.Immediate | null = null;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Infinity: not at all. Replaces what was set before. */
  set(at: number): void {
    const due = Math.max(at, this.#restedAt - (burst - 1) * apartMs);
    if (due === this.#at) return;
    this.clear();
    this.#at = due;
    if (due < Infinity) this.#wait();
  }

  clear(): void {
    this.#at = Infinity;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#turn !== null) clearImmediate(this.#turn);
    this.#timer = null;
    this.#turn = null;
  }

  readonly #wait = (): void => {
    this.#timer = null;
    this.#turn = null;
    const now = performance.now();
    const left = this.#at - now;
    if (left <= 0) {
      this.#at = Infinity;
      this.#restedAt = Math.max(this.#restedAt, now) + apartMs;
      this.#ring();
    } else if (left > earlyMs) this.#timer = setTimeout(this.#wait, Math.min(longestTimerMs, Math.floor(left)));
    else this.#turn = setImmediate(this.#wait);
  };
}

const longestTimerMs = 2 ** 31 - 1;
