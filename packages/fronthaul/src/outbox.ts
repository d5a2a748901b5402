interface Sink {
  write(bytes: Buffer): boolean;
  on(event: 'drain', listener: () => void): unknown;
}

/** Messages that wait for a slow connection; the oldest that may be is dropped first. */
export interface Outbox {
  /**
   * @param kept  true for what no newer message makes up for: it waits whatever the limit, and is not dropped
   * @returns how many messages were dropped to make room.
   */
  push(bytes: Buffer, kept?: boolean): number;
  readonly waiting: number;
  readonly waitingBytes: number;
  /** Messages held back at most, from now on, beside those that are kept. */
  limit: number;
}

/**
 * `write` returning false is only advice in grpc-js: this heeds it, holds at most `limit` messages back and drops the
 * oldest beyond that, because a late message is worth less than a fresh one.
 */
export function createOutbox(sink: Sink, limit: number, onWritten: (message: Buffer) => void = () => {}): Outbox {
  const queue: { readonly bytes: Buffer; readonly kept: boolean }[] = [];
  let waitingBytes = 0;
  let droppable = 0;
  let blocked = false;

  function remove(index: number): Buffer {
    const [{ bytes, kept }] = queue.splice(index, 1);
    waitingBytes -= bytes.length;
    if (!kept) droppable -= 1;
    return bytes;
  }

  function write(bytes: Buffer): void {
    blocked = !sink.write(bytes);
    onWritten(bytes);
  }

  sink.on('drain', () => {
    blocked = false;
    while (!blocked && queue.length > 0) write(remove(0));
  });

  return {
    limit,
    push(bytes, kept = false) {
      if (!blocked && queue.length === 0) {
        write(bytes);
        return 0;
      }
      queue.push({ bytes, kept });
      waitingBytes += bytes.length;
      if (!kept) droppable += 1;
      let dropped = 0;
      for (; droppable > this.limit; dropped += 1) remove(queue.findIndex((message) => !message.kept));
      return dropped;
    },
    get waiting() {
      return queue.length;
    },
    get waitingBytes() {
      return waitingBytes;
    },
  };
}
