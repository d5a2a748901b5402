import { createServer, type Server, type Socket } from 'node:net';
import type { Keepalive } from '../definition.ts';
import { Connection } from './connection.ts';

const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

/** Our own TCP listener in front of gRPC: every byte passes it, and nothing gets in that does not speak HTTP/2. */
export interface Listener {
  readonly port: number;
  /** Open TCP connections. */
  readonly count: number;
  close(): Promise<void>;
}

export interface ListenerOptions {
  readonly host: string;
  readonly port: number;
  readonly maximumConnections: number;
  readonly prefaceTimeoutMs: number;
  readonly keepalive: Keepalive;
  accept(connection: Connection): void;
  /** Something came that is not a call. */
  onInvalid(reason: string): void;
}

/** @throws {Error} with Node's code (EADDRINUSE …) if the port cannot be bound. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const sockets = new Set<Socket>();
  let closing = false;

  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    let connection: Connection | null = null;
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (connection?.called === false && !closing) options.onInvalid('connection closed without a call');
    });
    awaitPreface(socket, options.prefaceTimeoutMs, (problem) => {
      if (problem === null) {
        connection = new Connection(socket, options.keepalive);
        connection.handTo(options.accept);
      } else if (!closing) options.onInvalid(problem);
    });
  });
  server.maxConnections = options.maximumConnections;
  server.on('drop', () => options.onInvalid(`more than ${options.maximumConnections} connections`));

  const port = await bind(server, options.host, options.port);
  return {
    port,
    get count() {
      return sockets.size;
    },
    close() {
      const { promise, resolve } = Promise.withResolvers<void>();
      closing = true;
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
      return promise;
    },
  };
}

/** Calls back once: with null when the peer began HTTP/2, else with what it did instead, its socket destroyed. */
function awaitPreface(socket: Socket, timeoutMs: number, done: (problem: string | null) => void): void {
  let seen: Buffer = Buffer.alloc(0);
  const timer = setTimeout(() => settle('nothing that begins HTTP/2 came in time'), timeoutMs);

  function settle(problem: string | null): void {
    clearTimeout(timer);
    socket.off('readable', read).off('end', ended).off('close', ended);
    if (problem === null) socket.unshift(seen);
    else socket.destroy();
    done(problem);
  }

  function read(): void {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    seen = Buffer.concat([seen, chunk]);
    const length = Math.min(seen.length, preface.length);
    if (seen.compare(preface, 0, length, 0, length) !== 0) settle('bytes that are not HTTP/2');
    else if (length === preface.length) settle(null);
  }

  /** A port scan or a TCP health check says nothing, so it says nothing wrong. */
  function ended(): void {
    if (seen.length > 0) {
      settle('connection closed in the middle of the HTTP/2 preface');
      return;
    }
    clearTimeout(timer);
    socket.off('readable', read).off('end', ended).off('close', ended).destroy();
  }

  socket.on('readable', read).on('end', ended).on('close', ended);
}

async function bind(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host, port }, resolve);
  await promise;
  server.off('error', reject);
  server.on('error', () => {});
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return address.port;
}
