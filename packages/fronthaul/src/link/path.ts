import { Alarm } from './alarm.ts';
import { LinkQueue, type Stall } from './link-queue.ts';
import type { WallDirection } from './wall-link.ts';

/** Bytes that may wait before the sender is held back; a fast link needs more to stay busy between two turns. */
const roomBytes = 16 * 1024;
const roomMs = 5;

/** One direction of a connection: bytes go in at one end and come out of the other as the link lets them. */
export class Path {
  readonly #out: (bytes: Buffer) => void;
  readonly #queue = new LinkQueue();
  readonly #alarm = new Alarm(() => this.#look());
  #room = Infinity;
  #waiting: (() => void)[] = [];
  #ended: (() => void) | null = null;

  constructor(out: (bytes: Buffer) => void) {
    this.#out = out;
  }

  shape(direction: WallDirection, stalls: readonly Stall[]): void {
    this.#queue.configure(direction, stalls, performance.now());
    this.#room = Math.max(roomBytes, roomMs * direction.bytesPerMs);
    this.#look();
  }

  /** Bytes that have not come out. */
  get bytes(): number {
    return this.#queue.bytes;
  }

  /** @param room  called once there is room for more, perhaps at once. */
  write(bytes: Buffer, room: () => void): void {
    this.#queue.offer(bytes, performance.now());
    this.#waiting.push(room);
    this.#look();
  }

  /** @param done  called when all that was written has come out. */
  end(done: () => void): void {
    this.#ended = done;
    this.#look();
  }

  /** What is under way is lost. */
  destroy(): void {
    this.#alarm.clear();
    this.#waiting = [];
    this.#ended = null;
  }

  #look(): void {
    for (const piece of this.#queue.take(performance.now())) this.#out(piece as Buffer);
    if (this.#queue.queuedBytes < this.#room) for (const room of this.#waiting.splice(0)) room();
    if (this.#queue.bytes === 0 && this.#ended !== null) {
      const done = this.#ended;
      this.#ended = null;
      done();
    }
    this.#alarm.set(this.#queue.nextAt(this.#waiting.length > 0));
  }
}
