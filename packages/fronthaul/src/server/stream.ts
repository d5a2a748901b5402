import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Decoded } from '../codec/result.ts';
import { type Refusal, refusalError } from '../refusal.ts';

export type ByteStream = ServerDuplexStream<Buffer, Buffer>;

/** Ends a call with a refusal; harmless when it has ended already. */
export function refuse(call: ByteStream, refusal: Refusal): void {
  if (!call.destroyed && !call.writableEnded) call.emit('error', refusalError(refusal));
}

/** Calls back once, however a call ends that we did not end. */
export function onEnd(call: ByteStream, ended: (reason: string) => void): void {
  let over = false;
  const once = (reason: string) => {
    if (over) return;
    over = true;
    ended(reason);
    if (!call.destroyed && !call.writableEnded) call.end();
  };
  // A dead connection also ends what it carried; its own event follows at once and has the better reason.
  call.on('end', () => setImmediate(once, 'closed by the peer'));
  call.on('cancelled', () => once('connection lost'));
  call.on('close', () => once('connection closed'));
  call.on('error', (error) => once(error.message));
}

/** Streams that have not said hello: few, and not for long. */
export class Reception {
  readonly #limit: number;
  readonly #timeoutMs: number;
  #waiting = 0;

  constructor(limit: number, timeoutMs: number) {
    this.#limit = limit;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Waits for the first message of a call.
   *
   * @param decode   its decoder; a problem refuses the call.
   * @param refused  told of every refusal made here.
   */
  expectHello<T>(
    call: ByteStream,
    decode: (bytes: Buffer) => Decoded<T>,
    greeted: (hello: T, bytes: number) => void,
    refused: (refusal: Refusal) => void,
  ): void {
    const leave = (refusal: Refusal | null): void => {
      clearTimeout(timer);
      call.off('data', read).off('close', gone).off('end', over);
      this.#waiting -= 1;
      if (refusal === null) return;
      refused(refusal);
      refuse(call, refusal);
    };
    const read = (bytes: Buffer): void => {
      const message = decode(bytes);
      leave(
        message.ok ? null : { code: 'HELLO_EXPECTED', reason: `the first message is no hello: ${message.problem}` },
      );
      if (message.ok) greeted(message.value, bytes.length);
    };
    const gone = (): void => leave(null);
    const over = (): void => leave({ code: 'HELLO_EXPECTED', reason: 'the stream ended without a hello' });
    const timer = setTimeout(
      () => leave({ code: 'HELLO_TIMEOUT', reason: `no hello within ${this.#timeoutMs} ms` }),
      this.#timeoutMs,
    );
    this.#waiting += 1;
    call.on('data', read).on('close', gone).on('end', over);
    if (this.#waiting > this.#limit) {
      leave({ code: 'OVERLOADED', reason: `more than ${this.#limit} streams have not said hello` });
    }
  }
}
