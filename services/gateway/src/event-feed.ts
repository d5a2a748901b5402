import type { Store, StoredEvent } from '@vedetta/store';

export interface RenderedEvent extends StoredEvent {
  /** As it goes over the wire, blank line included. */
  readonly text: string;
}

export function renderEvent({ id, body }: StoredEvent): RenderedEvent {
  return { id, body, text: `id: ${id}\nevent: ${body.type}\ndata: ${JSON.stringify(body)}\n\n` };
}

const READ_AT_ONCE = 500;

/**
 * The outbox for any number of readers: each new event is read from the store and rendered once, the recent ones are kept.
 * A reader has a position and pulls; nobody's slowness holds anything back. While nobody is subscribed nothing is read.
 */
export class EventFeed {
  readonly #store: Store;
  readonly #kept: number;
  readonly #onError: (error: unknown) => void;
  #recent: RenderedEvent[] = [];
  /** Every event with floor < id ≤ newest is in `recent`. */
  #floor = 0;
  #newest = 0;
  #version = 0;
  #passing = { number: 0, text: '' };
  #readers = 0;
  /** Reads of the store happen one after the other. */
  #turn: Promise<void> = Promise.resolve();
  #readQueued = false;
  #unsubscribe: (() => Promise<void>) | null = null;
  #waiting = new Set<() => void>();

  constructor(store: Store, kept: number, onError: (error: unknown) => void) {
    this.#store = store;
    this.#kept = kept;
    this.#onError = onError;
  }

  async start(): Promise<void> {
    this.#unsubscribe = await this.#store.onCommit(() => {
      if (this.#readers > 0) this.#queueRead().catch(this.#onError);
    });
  }

  /** A reader arrives; call the result once when it leaves. Afterwards `newest` is up to date. */
  async subscribe(): Promise<() => void> {
    this.#readers += 1;
    const leave = () => {
      this.#readers -= 1;
      if (this.#readers === 0) [this.#recent, this.#floor] = [[], this.#newest];
    };
    try {
      await (this.#readers === 1 ? this.#inTurn(() => this.#restart()) : this.#queueRead());
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** Id of the newest event that is known here. */
  get newest(): number {
    return this.#newest;
  }

  /** The last event that is of the moment and in no store; `number` grows. */
  get passing(): { readonly number: number; readonly text: string } {
    return this.#passing;
  }

  /** Tells every reader at once, and nobody later: such an event has no id. */
  pass(body: { readonly type: string }): void {
    const text = `event: ${body.type}\ndata: ${JSON.stringify(body)}\n\n`;
    this.#passing = { number: this.#passing.number + 1, text };
    this.#version += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Changes whenever events were added. */
  get version(): number {
    return this.#version;
  }

  /** Events with id > after, ascending, at most `limit`. */
  async read(after: number, limit: number): Promise<readonly RenderedEvent[]> {
    if (after >= this.#newest) return [];
    if (after < this.#floor) return (await this.#store.eventsAfter(after, limit)).map(renderEvent);
    let [low, high] = [0, this.#recent.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#recent[middle] as RenderedEvent).id <= after) low = middle + 1;
      else high = middle;
    }
    return this.#recent.slice(low, low + limit);
  }

  /** Resolves when the version is another one, when `signal` fires, or after `waitMs`. */
  changed(version: number, waitMs: number, signal: AbortSignal): Promise<void> {
    if (this.#version !== version || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      signal.addEventListener('abort', done, { once: true });
      this.#waiting.add(done);
    });
  }

  async stop(): Promise<void> {
    await this.#unsubscribe?.();
    this.#unsubscribe = null;
    await this.#turn;
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(step);
    this.#turn = result.catch(() => {});
    return result;
  }

  #queueRead(): Promise<void> {
    if (this.#readQueued) return this.#turn;
    this.#readQueued = true;
    return this.#inTurn(() => this.#readNew());
  }

  async #restart(): Promise<void> {
    const last = await this.#store.lastEventId();
    [this.#recent, this.#floor, this.#newest] = [[], last, last];
  }

  async #readNew(): Promise<void> {
    this.#readQueued = false;
    for (;;) {
      const events = await this.#store.eventsAfter(this.#newest, READ_AT_ONCE);
      this.#keep(events);
      if (events.length < READ_AT_ONCE) return;
    }
  }

  #keep(events: readonly StoredEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    this.#recent.push(...events.map(renderEvent));
    this.#newest = last.id;
    this.#version += 1;
    const excess = this.#recent.length - this.#kept;
    if (excess > 0) {
      this.#floor = (this.#recent[excess - 1] as RenderedEvent).id;
      this.#recent.splice(0, excess);
    }
    for (const wake of [...this.#waiting]) wake();
  }
}
