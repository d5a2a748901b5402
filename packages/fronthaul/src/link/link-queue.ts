import type { WallDirection } from './wall-link.ts';

/** A time in which nothing leaves, [from, to), wall milliseconds. */
export interface Stall {
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** A long chunk leaves in pieces of so much time, so that bytes flow as they would on a wire. */
const pieceMs = 1;

export const transparent: WallDirection = { bytesPerMs: Infinity, delayMs: 0, jitterMs: 0 };

/**
 * One direction of a link: a queue that is served at a rate, then a pipe that delays. Bytes keep their order. Knows no
 * clock: every call is told the time, which never goes back.
 */
export class LinkQueue {
  readonly #random: () => number;
  #direction: WallDirection = transparent;
  #stalls: readonly Stall[] = [];
  #queue: { bytes: Uint8Array; jitterMs: number }[] = [];
  #queuedBytes = 0;
  #pipe: Piece[] = [];
  #pipeBytes = 0;
  /** Service is accounted for up to here. */
  #servedTo = 0;
  #lastAt = 0;

  /** @param random  uniform in [0, 1), for the jitter. */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Bytes that wait to be sent. */
  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** Bytes that have not come out. */
  get bytes(): number {
    return this.#queuedBytes + this.#pipeBytes;
  }

  /** What is under way keeps its time of arrival; what waits is served the new way. */
  configure(direction: WallDirection, stalls: readonly Stall[], now: number): void {
    this.#serve(now);
    this.#direction = direction;
    this.#stalls = stalls;
  }

  offer(bytes: Uint8Array, now: number): void {
    this.#serve(now);
    if (this.#queue.length === 0) this.#servedTo = Math.max(this.#servedTo, now);
    const { jitterMs } = this.#direction;
    this.#queue.push({ bytes, jitterMs: jitterMs > 0 ? jitterMs * this.#random() : 0 });
    this.#queuedBytes += bytes.length;
    this.#serve(now);
  }

  /** What has arrived by now, in order. */
  take(now: number): Uint8Array[] {
    this.#serve(now);
    let count = 0;
    while (count < this.#pipe.length && (this.#pipe[count] as Piece).at <= now) count += 1;
    const taken = this.#pipe.splice(0, count).map(({ bytes }) => bytes);
    for (const { length } of taken) this.#pipeBytes -= length;
    return taken;
  }

  /** When to look again: something may arrive then, or, when `forRoom`, leave the queue; Infinity while it is empty. */
  nextAt(forRoom: boolean): number {
    const arrival = this.#pipe[0]?.at ?? Infinity;
    const head = this.#queue[0];
    if (head === undefined) return arrival;
    const start = this.#afterStall(this.#servedTo);
    const served = start + Math.min(pieceMs, head.bytes.length / this.#direction.bytesPerMs);
    return Math.min(arrival, forRoom ? served : served + this.#direction.delayMs);
  }

  #serve(now: number): void {
    for (let head = this.#queue[0]; head !== undefined; head = this.#queue[0]) {
      const start = this.#afterStall(this.#servedTo);
      if (start > now) return;
      const until = Math.min(now, this.#nextStall(start));
      const { bytesPerMs } = this.#direction;
      const end = start + head.bytes.length / bytesPerMs;
      if (end <= until) {
        this.#queue.shift();
        this.#send(head.bytes, end, head.jitterMs);
        this.#servedTo = end;
        continue;
      }
      const count = Math.floor((until - start) * bytesPerMs);
      if (count > 0) {
        this.#send(head.bytes.subarray(0, count), start + count / bytesPerMs, head.jitterMs);
        head.bytes = head.bytes.subarray(count);
      }
      this.#servedTo = start + count / bytesPerMs;
      if (until === now) return;
      // A stall begins; the byte that it cuts in two starts anew behind it.
      this.#servedTo = until;
    }
  }

  #send(bytes: Uint8Array, sentAt: number, jitterMs: number): void {
    const at = Math.max(this.#lastAt, sentAt + this.#direction.delayMs + jitterMs);
    this.#lastAt = at;
    this.#queuedBytes -= bytes.length;
    this.#pipeBytes += bytes.length;
    this.#pipe.push({ bytes, at });
  }

  #afterStall(time: number): number {
    let after = time;
    for (const { from, to } of this.#stalls) if (from <= after && after < to) after = to;
    return after;
  }

  #nextStall(time: number): number {
    let next = Infinity;
    for (const { from } of this.#stalls) if (from > time && from < next) next = from;
    return next;
  }
}
