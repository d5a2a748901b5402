import { messageFraming } from './wall-link.ts';

/** Messages of one stream that were sent and that the peer has not said to have received, with their framing. */
export class Unacknowledged {
  #sizes: number[] = [];
  #first = 0;
  #acknowledged = 0;
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  sent(payloadBytes: number): void {
    this.#sizes.push(payloadBytes);
    this.#bytes += payloadBytes + messageFraming;
  }

  /** @param payloadBytes  of the stream that the peer has received in all. */
  acknowledge(payloadBytes: number): void {
    while (this.#first < this.#sizes.length) {
      const size = this.#sizes[this.#first] as number;
      if (this.#acknowledged + size > payloadBytes) break;
      this.#acknowledged += size;
      this.#bytes -= size + messageFraming;
      this.#first += 1;
    }
    if (this.#first > 1024) {
      this.#sizes = this.#sizes.slice(this.#first);
      this.#first = 0;
    }
  }
}
