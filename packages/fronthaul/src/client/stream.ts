import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { Client, type ClientDuplexStream, credentials, type MethodDefinition, type StatusObject } from '@grpc/grpc-js';
import { createBackoff } from '@vedetta/service-kit';
import { type Keepalive, maximumDownBytes } from '../definition.ts';
import { keepAlive } from '../link/keepalive.ts';
import { ReceiveWindow } from '../link/receive-window.ts';
import type { LinkTerms } from '../messages.ts';
import { isRetryable, type Refusal, refusalOf } from '../refusal.ts';

export interface StreamOptions {
  /** Asked anew for every attempt when it is a function; so is the hello. */
  readonly address: string | (() => string);
  readonly method: MethodDefinition<Buffer, Buffer>;
  /** First message of every new stream. */
  readonly hello: Buffer | (() => Buffer);
  readonly keepalive: Keepalive;
  /** Longest wait before another attempt; default 1000. */
  readonly longestWaitMs?: number;
  /** Time for a connection and its welcome. */
  readonly welcomeTimeoutMs: number;
  /** Jitter of the back-off, uniform in [0, 1). */
  readonly random: () => number;
  /** A message; the first one should be the welcome: the handler then calls `welcomed`. */
  onMessage(bytes: Buffer): void;
  onConnection(up: boolean): void;
  /** Once per cause: a repeated refusal with the same code is not told again. */
  onRefused(refusal: Refusal): void;
}

/** A bidirectional stream that comes back by itself, each time on a new TCP connection of its own. */
export interface PersistentStream {
  /** The welcome came: the stream is up. */
  welcomed(): void;
  /** What the link demands; forgotten with the connection. */
  keepTo(terms: Pick<LinkTerms, 'windowBytes' | 'patienceMs'>): void;
  /** Ends this stream and tries anew; for a peer that talks nonsense. */
  restart(): void;
  /** The current call while it is up. */
  readonly call: ClientDuplexStream<Buffer, Buffer> | null;
  /** Bytes of all its TCP connections. */
  wireBytes(): { up: number; down: number };
  /** Ends the stream. Nothing is called back from here on. */
  close(): void;
}

/** Time for the peer to end the call when we do. */
const closingMs = 500;
/** A stream that lasted this long was a good one. */
const steadyMs = 1000;

/** What grpc-js opens on behalf of one stream: it does not show it otherwise. */
interface Opened {
  socket(socket: Socket): void;
  session(session: ClientHttp2Session): void;
}

const opening = new AsyncLocalStorage<Opened>();
let watching = false;

function watchSockets(): void {
  if (watching) return;
  watching = true;
  subscribe('net.client.socket', (message) => opening.getStore()?.socket((message as { socket: Socket }).socket));
  subscribe('http2.client.stream.created', (message) => {
    const { session } = (message as { stream: ClientHttp2Stream }).stream;
    if (session !== undefined) opening.getStore()?.session(session as ClientHttp2Session);
  });
}

export function openStream(options: StreamOptions): PersistentStream {
  watchSockets();
  const backoff = createBackoff({
    minimumMs: 50,
    maximumMs: options.longestWaitMs ?? 1000,
    random: options.random,
  });
  let up = false;
  let upSince = 0;
  let closed = false;
  let lastRefusal: string | null = null;
  let socket: Socket | null = null;
  let settledUp = 0;
  let settledDown = 0;
  let attempt: { client: Client; call: ClientDuplexStream<Buffer, Buffer>; timer: NodeJS.Timeout } | null = null;
  let retry: NodeJS.Timeout | null = null;

  let window: ReceiveWindow | null = null;
  let patienceMs = 0;

  /** Only while connecting: what is opened later under this stream's callbacks is not its own. */
  const adopt: Opened = {
    socket(opened) {
      if (up) return;
      settleWire();
      socket = opened;
    },
    session(opened) {
      if (up) return;
      window = new ReceiveWindow(opened);
      keepAlive(opened, options.keepalive.timeMs, () => options.keepalive.timeoutMs + patienceMs);
    },
  };

  function settleWire(): void {
    settledUp += socket?.bytesWritten ?? 0;
    settledDown += socket?.bytesRead ?? 0;
    socket = null;
  }

  function start(): void {
    retry = null;
    const { method } = options;
    window = null;
    patienceMs = 0;
    const hello = typeof options.hello === 'function' ? options.hello() : options.hello;
    const address = typeof options.address === 'function' ? options.address() : options.address;
    const client = new Client(address, credentials.createInsecure(), {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_receive_message_length': maximumDownBytes,
      'grpc.enable_retries': 0,
      // grpc-js keeps sent messages for retries and calls them written: by default a stalled link hides 1 MiB of them.
      'grpc.per_rpc_retry_buffer_size': 2048,
      'grpc.service_config_disable_resolution': 1,
      // A proxy set for the web is none of the fronthaul's business.
      'grpc.enable_http_proxy': 0,
      'grpc.enable_channelz': 0,
    });
    const call = client.makeBidiStreamRequest(method.path, method.requestSerialize, method.responseDeserialize);
    const timer = setTimeout(() => call.cancel(), options.welcomeTimeoutMs);
    attempt = { client, call, timer };
    call.on('data', (bytes: Buffer) => {
      if (attempt?.call === call && !closed) options.onMessage(bytes);
    });
    call.on('error', () => {});
    call.on('status', (status: StatusObject) => ended(call, status));
    call.write(hello);
  }

  function ended(call: ClientDuplexStream<Buffer, Buffer>, status: StatusObject | null): void {
    if (attempt?.call !== call) return;
    clearTimeout(attempt.timer);
    attempt.client.close();
    attempt = null;
    settleWire();
    if (up) {
      up = false;
      // A stream that ends as soon as it is welcome must not come back at full speed.
      if (performance.now() - upSince > steadyMs) backoff.reset();
      if (!closed) options.onConnection(false);
    }
    const refusal = status === null ? null : refusalOf(status);
    if (refusal !== null && refusal.code !== lastRefusal && !closed) {
      lastRefusal = refusal.code;
      options.onRefused(refusal);
    }
    if (refusal !== null && !isRetryable(refusal.code)) closed = true;
    if (!closed) retry = setTimeout(() => opening.run(adopt, start), backoff.next());
  }

  opening.run(adopt, start);

  return {
    welcomed() {
      if (up || attempt === null) return;
      clearTimeout(attempt.timer);
      up = true;
      upSince = performance.now();
      lastRefusal = null;
      options.onConnection(true);
    },
    keepTo(terms) {
      window?.set(terms.windowBytes);
      patienceMs = terms.patienceMs;
    },
    restart() {
      const call = attempt?.call;
      if (call === undefined) return;
      call.cancel();
      ended(call, null);
    },
    get call() {
      return up ? (attempt?.call ?? null) : null;
    },
    wireBytes: () => ({ up: settledUp + (socket?.bytesWritten ?? 0), down: settledDown + (socket?.bytesRead ?? 0) }),
    close() {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      if (attempt === null) return;
      const { call, timer } = attempt;
      clearTimeout(timer);
      // The peer ends the call in turn; one that does not is cut off.
      attempt.timer = setTimeout(() => call.cancel(), closingMs);
      if (up) call.end();
      else call.cancel();
    },
  };
}
