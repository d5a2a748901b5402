interface Sink {
  write(bytes: Buffer): boolean;
  on(event: 'drain', listener: () => void): unknown;
}

/** Messages that wait for a slow connection; the oldest is dropped first. */
export interface Outbox {
  /** @returns how many messages were dropped to make room. */
  push(bytes: Buffer): number;
  readonly waiting: number;
  readonly waitingBytes: number;
  /** Messages held back at most, from now on. */
  limit: number;
}

/**
 * `write` returning false is only advice in grpc-js: this heeds it, holds at most `limit` messages back and drops the
 * oldest beyond that, because a late message is worth less than a fresh one.
 */
export function createOutbox(sink: Sink, limit: number, onWritten: (message: Buffer) => void = () => {}): Outbox {
  const queue: Buffer[] = [];
  let waitingBytes = 0;
  let blocked = false;

  function next(): Buffer {
    const bytes = queue.shift() as Buffer;
    waitingBytes -= bytes.length;
    return bytes;
  }

  function write(bytes: Buffer): void {
    blocked = !sink.write(bytes);
    onWritten(bytes);
  }

  sink.on('drain', () => {
    blocked = false;
    while (!blocked && queue.length > 0) write(next());
  });

  return {
    limit,
    push(bytes) {
      if (!blocked && queue.length === 0) {
        write(bytes);
        return 0;
      }
      queue.push(bytes);
      waitingBytes += bytes.length;
      let dropped = 0;
      for (; queue.length > this.limit; dropped += 1) next();
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
