import { messageFraming } from './wall-link.ts';

interface Sent {
  readonly payload: number;
  readonly counted: number;
}

/** Messages of one stream that were sent and that the peer has not said to have received, with their framing. */
export class Unacknowledged {
  #sent: Sent[] = [];
  #first = 0;
  #acknowledged = 0;
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** @param isReport  others are few, and not held against the reports. */
  sent(payloadBytes: number, isReport: boolean): void {
    const counted = isReport ? payloadBytes + messageFraming : 0;
    this.#sent.push({ payload: payloadBytes, counted });
    this.#bytes += counted;
  }

  /** @param payloadBytes  of the stream that the peer has received in all. */
  acknowledge(payloadBytes: number): void {
    while (this.#first < this.#sent.length) {
      const { payload, counted } = this.#sent[this.#first] as Sent;
      if (this.#acknowledged + payload > payloadBytes) break;
      this.#acknowledged += payload;
      this.#bytes -= counted;
      this.#first += 1;
    }
    if (this.#first > 1024) {
      this.#sent = this.#sent.slice(this.#first);
      this.#first = 0;
    }
  }
}
