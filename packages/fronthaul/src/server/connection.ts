import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { type DirectionCounters, segmentBytes } from '../account/byte-parts.ts';
import { FrameCounter, kindsDown, kindsUp } from '../account/frame-counter.ts';

/** The connection that gRPC is being handed, or on whose behalf it calls: it does not say so otherwise. */
const current = new AsyncLocalStorage<Connection>();

/** The connection of the call that is being handled. */
export function currentConnection(): Connection | null {
  return current.getStore() ?? null;
}

/** A TCP connection as gRPC sees it. Every byte passes here and is counted as it crosses the socket. */
export class Connection extends Duplex {
  readonly #socket: Socket;
  readonly #up = new Direction(new FrameCounter('client', kindsUp));
  readonly #down = new Direction(new FrameCounter('server', kindsDown));
  /** A call arrived: it is no stranger's. */
  called = false;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#up.count(chunk);
      if (!this.push(chunk)) socket.pause();
    });
    socket.on('end', () => this.push(null));
    socket.on('close', () => this.destroy());
  }

  /** Hands the connection over; whatever is called on its behalf finds it as `currentConnection`. */
  handTo(accept: (connection: Connection) => void): void {
    current.run(this, accept, this);
  }

  /** What it carried towards the CPU. */
  get up(): DirectionCounters {
    return this.#up.counters();
  }

  get down(): DirectionCounters {
    return this.#down.counters();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#down.count(chunk);
    this.#socket.write(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}

class Direction {
  readonly #frames: FrameCounter;
  #segments = 0;

  constructor(frames: FrameCounter) {
    this.#frames = frames;
  }

  count(chunk: Buffer): void {
    this.#frames.read(chunk);
    this.#segments += Math.ceil(chunk.length / segmentBytes);
  }

  counters(): DirectionCounters {
    return { ...this.#frames.parts(), messages: this.#frames.messages, segments: this.#segments };
  }
}
