import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { type DirectionCounters, segmentBytes } from '../account/byte-parts.ts';
import { FrameCounter, kindsDown, kindsUp } from '../account/frame-counter.ts';
import type { Keepalive } from '../definition.ts';
import { keepAlive } from '../link/keepalive.ts';
import { type Stall, transparent } from '../link/link-queue.ts';
import { Path } from '../link/path.ts';
import { ReceiveWindow } from '../link/receive-window.ts';
import type { WallLink } from '../link/wall-link.ts';

type Done = (error?: Error | null) => void;

/** The connection that gRPC is being handed, or on whose behalf it calls: it does not say so otherwise. */
const current = new AsyncLocalStorage<Connection>();

let watching = false;

/** gRPC does not show its HTTP/2 sessions; Node tells of every stream that is opened. */
function watchSessions(): void {
  if (watching) return;
  watching = true;
  subscribe('http2.server.stream.created', (message) => {
    const { session } = (message as { stream: ServerHttp2Stream }).stream;
    if (session !== undefined) current.getStore()?.adopt(session as ServerHttp2Session);
  });
}

/** The connection of the call that is being handled. */
export function currentConnection(): Connection | null {
  return current.getStore() ?? null;
}

/**
 * A TCP connection as gRPC sees it. Every byte passes here, is counted as it crosses the socket, and takes the time that
 * the emulated link takes; none until it is told whose link it is.
 */
export class Connection extends Duplex {
  readonly #socket: Socket;
  readonly #up = new Direction(new FrameCounter('client', kindsUp));
  readonly #down = new Direction(new FrameCounter('server', kindsDown));
  readonly #pathUp = new Path((bytes) => {
    this.#taken = this.push(bytes);
  });
  readonly #pathDown = new Path((bytes) => {
    if (!this.#socket.writable) return;
    this.#down.count(bytes);
    this.#socket.write(bytes);
  });
  readonly #keepalive: Keepalive;
  /** The next chunk may be read: the link has room, and gRPC took the last one. */
  #room = true;
  #taken = true;
  #upEnded = false;
  #window: ReceiveWindow | null = null;
  #link: WallLink | null = null;
  /** A call arrived: it is no stranger's. */
  called = false;

  constructor(socket: Socket, keepalive: Keepalive) {
    super();
    watchSessions();
    this.#socket = socket;
    this.#keepalive = keepalive;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('end', () => {
      this.#upEnded = true;
      this.#pathUp.end(() => this.push(null));
    });
    socket.on('close', () => {
      // A peer that ended well has sent everything, and it arrives.
      if (this.#upEnded && !this.readableEnded) this.once('end', () => setImmediate(() => this.destroy()));
      else this.destroy();
    });
  }

  /** Hands the connection over; whatever is called on its behalf finds it as `currentConnection`. */
  handTo(accept: (connection: Connection) => void): void {
    current.run(this, accept, this);
  }

  adopt(session: ServerHttp2Session): void {
    if (this.#window !== null) return;
    const { timeMs, timeoutMs } = this.#keepalive;
    this.#window = new ReceiveWindow(session);
    this.#window.set(this.#link?.windowUpBytes ?? null);
    keepAlive(session, timeMs, () => timeoutMs + (this.#link?.terms.patienceMs ?? 0));
  }

  /** From now on it passes this link; null: one that takes no time. */
  shape(link: WallLink | null, stalls: readonly Stall[]): void {
    this.#link = link;
    this.#pathUp.shape(link?.up ?? transparent, stalls);
    this.#pathDown.shape(link?.down ?? transparent, stalls);
    this.#window?.set(link?.windowUpBytes ?? null);
  }

  /** What it carried towards the CPU. */
  get up(): DirectionCounters {
    return this.#up.counters();
  }

  get down(): DirectionCounters {
    return this.#down.counters();
  }

  #receive(chunk: Buffer): void {
    this.#up.count(chunk);
    this.#room = false;
    this.#pathUp.write(chunk, () => {
      this.#room = true;
      this.#goOn();
    });
    if (!this.#room || !this.#taken) this.#socket.pause();
  }

  #goOn(): void {
    if (this.#room && this.#taken && this.#socket.isPaused()) this.#socket.resume();
  }

  override _read(): void {
    this.#taken = true;
    this.#goOn();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#pathDown.write(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _final(done: Done): void {
    this.#pathDown.end(() => {
      if (this.#socket.writable) this.#socket.end(() => done());
      else done();
    });
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#pathUp.destroy();
    this.#pathDown.destroy();
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
