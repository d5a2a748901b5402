import { encodeAirWelcome } from '../codec/air.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import { type ByteStream, onEnd, refuse } from './stream.ts';

const messagesWaiting = 4096;

/** The air feed of one access-point process. Nothing is dropped: one that cannot follow is cut off and comes back. */
export class AirStream {
  readonly #call: ByteStream;
  readonly #outbox: Outbox;
  #over = false;

  constructor(call: ByteStream, onEnded: () => void) {
    this.#call = call;
    this.#outbox = createOutbox(call, messagesWaiting);
    this.#outbox.push(encodeAirWelcome());
    call.resume();
    onEnd(call, () => {
      this.#over = true;
      onEnded();
    });
  }

  send(bytes: Buffer): void {
    if (this.#over || this.#outbox.push(bytes) === 0) return;
    this.#over = true;
    refuse(this.#call, { code: 'OVERLOADED', reason: `${messagesWaiting} messages wait for this air feed` });
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#call.end();
  }
}
