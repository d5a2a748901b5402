interface Sink {
  write(bytes: Buffer): boolean;
  on(event: 'drain', listener: () => void): unknown;
}

/** Messages that wait for a slow connection; the oldest is dropped first. */
export interface Outbox {
  /** @returns how many messages were dropped to make room. */
  push(bytes: Buffer): number;
  /** For what holds until the next of its kind and must not be dropped: it takes the place of one that still waits. */
  renew(bytes: Buffer): void;
  readonly waiting: number;
  readonly waitingBytes: number;
  /** Messages held back at most, from now on, beside a renewed one. */
  limit: number;
}

/**
 * `write` returning false is only advice in grpc-js: this heeds it, holds at most `limit` messages back and drops the
 * oldest beyond that, because a late message is worth less than a fresh one.
 */
export function createOutbox(sink: Sink, limit: number, onWritten: (message: Buffer) => void = () => {}): Outbox {
  const queue: { readonly bytes: Buffer; readonly renewed: boolean }[] = [];
  let waitingBytes = 0;
  let droppable = 0;
  let blocked = false;

  function remove(index: number): Buffer {
    const [{ bytes, renewed }] = queue.splice(index, 1);
    waitingBytes -= bytes.length;
    if (!renewed) droppable -= 1;
    return bytes;
  }

  function write(bytes: Buffer): void {
    blocked = !sink.write(bytes);
    onWritten(bytes);
  }

  /** Writes it, or puts it behind the others. */
  function offer(bytes: Buffer, renewed: boolean): void {
    if (!blocked && queue.length === 0) {
      write(bytes);
      return;
    }
    queue.push({ bytes, renewed });
    waitingBytes += bytes.length;
    if (!renewed) droppable += 1;
  }

  sink.on('drain', () => {
    blocked = false;
    while (!blocked && queue.length > 0) write(remove(0));
  });

  return {
    limit,
    push(bytes) {
      offer(bytes, false);
      let dropped = 0;
      for (; droppable > this.limit; dropped += 1) remove(queue.findIndex(({ renewed }) => !renewed));
      return dropped;
    },
    renew(bytes) {
      const waiting = queue.findIndex(({ renewed }) => renewed);
      if (waiting >= 0) remove(waiting);
      offer(bytes, true);
    },
    get waiting() {
      return queue.length;
    },
    get waitingBytes() {
      return waitingBytes;
    },
  };
}
