import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { LinkConfig } from '@vedetta/scenario';
import { openStream } from '../client/stream.ts';
import { bidirectional, defaultKeepalive } from '../definition.ts';
import { currentConnection } from '../server/connection.ts';
import { listen } from '../server/listener.ts';
import type { ByteStream } from '../server/stream.ts';
import { wallLink } from './wall-link.ts';

/**
 * One emulated link between the two ends that the network uses (its listener, connection, client stream, windows) on a
 * real socket, with messages of any length instead of commands and reports: to measure what it delivers.
 */
export interface MeasuredLink extends AsyncDisposable {
  /** Keeps one direction full until so many stretches of at least 25 ms have passed. */
  measureRate(direction: 'up' | 'down', stretches: number): Promise<LinkRateMeasurement>;
  /** Sends so many messages one by one; what each took beyond its own time on the wire, ms. */
  measureDelays(direction: 'up' | 'down', count: number): Promise<number[]>;
}

/** What arrived, framing included; the start is not counted. */
export interface LinkRateMeasurement {
  /** Mbit/s of each stretch. */
  readonly stretches: readonly number[];
  /** Mbit/s over all of them. */
  readonly sustained: number;
}

const method = bidirectional('/vedetta.v1.Measure/Carry');
const clock = { pace: 1, slotPeriodMs: 50, fusionWindowMs: 100 };
const frameBytes = 16_384;
const smallBytes = 24;
const settleMs = 300;
const stretchMs = 25;

const bytesOnWire = (payload: number) => payload + 5 + 9 * Math.ceil((payload + 5) / frameBytes);

interface End {
  readonly call: { write(bytes: Buffer): boolean } & NodeJS.EventEmitter;
  received(bytes: Buffer): void;
}

/** @param messageBytes  of the messages that fill it; the receive windows have room for one beyond the product. */
export async function openMeasuredLink(link: LinkConfig, messageBytes: number): Promise<MeasuredLink> {
  const wall = wallLink(link, { ...clock, messageBytes });
  const server = new Server({ 'grpc.enable_channelz': 0 });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const near = Promise.withResolvers<End>();
  const far = Promise.withResolvers<End>();
  const fusion = { received: (_: Buffer) => {} };
  const point = { received: (_: Buffer) => {} };
  server.addService(
    { carry: method },
    {
      carry(call: ByteStream) {
        const connection = currentConnection();
        call.once('data', () => {
          connection?.shape(wall, []);
          call.write(Buffer.alloc(1));
          call.on('data', (bytes: Buffer) => fusion.received(bytes));
          far.resolve(Object.assign(fusion, { call }));
        });
        call.on('end', () => call.end());
        call.on('error', () => {});
      },
    },
  );
  const listener = await listen({
    host: '127.0.0.1',
    port: 0,
    maximumConnections: 1,
    prefaceTimeoutMs: 5000,
    keepalive: defaultKeepalive,
    accept: (connection) => injector.injectConnection(connection),
    onInvalid() {},
  });
  const stream = openStream({
    address: `127.0.0.1:${listener.port}`,
    method,
    hello: Buffer.alloc(1),
    keepalive: defaultKeepalive,
    welcomeTimeoutMs: 60_000,
    random: Math.random,
    onMessage(bytes) {
      if (stream.call !== null) return point.received(bytes);
      stream.keepTo(wall.terms);
      stream.welcomed();
      near.resolve(Object.assign(point, { call: stream.call as never }));
    },
    onConnection() {},
    onRefused() {},
  });
  const ends = {
    up: { from: await near.promise, to: await far.promise },
    down: { from: await far.promise, to: await near.promise },
  };
  await setTimeout(settleMs);

  return {
    async measureRate(direction, stretches) {
      const { from, to } = ends[direction];
      const message = Buffer.alloc(messageBytes);
      const wire = bytesOnWire(messageBytes);
      const perStretch = Math.ceil((stretchMs * wall[direction].bytesPerMs) / wire);
      const enough = Promise.withResolvers<void>();
      const start = performance.now();
      const arrivals: number[] = [];
      to.received = () => {
        const now = performance.now();
        if (now > start + settleMs) arrivals.push(now);
        if (arrivals.length > stretches * perStretch) enough.resolve();
      };
      let over = false;
      const fill = async (): Promise<void> => {
        while (!over) if (!from.call.write(message)) await once(from.call, 'drain');
      };
      const filling = fill();
      await enough.promise;
      over = true;
      to.received = () => {};
      await filling;
      // What is still on its way must not meet the next measurement.
      await setTimeout(settleMs + 40 * (wire / wall[direction].bytesPerMs));
      const mbps = (from: number, to: number) =>
        ((to - from) * wire) / ((arrivals[to] as number) - (arrivals[from] as number)) / 125;
      return {
        stretches: Array.from({ length: stretches }, (_, i) => mbps(i * perStretch, (i + 1) * perStretch)),
        sustained: mbps(0, stretches * perStretch),
      };
    },
    async measureDelays(direction, count) {
      const { from, to } = ends[direction];
      const own = bytesOnWire(smallBytes) / wall[direction].bytesPerMs;
      const delays: number[] = [];
      for (let i = 0; i < count; i += 1) {
        const arrived = new Promise<void>((resolve) => {
          to.received = () => resolve();
        });
        const sentAt = performance.now();
        from.call.write(Buffer.alloc(smallBytes));
        await arrived;
        delays.push(performance.now() - sentAt - own);
        await setTimeout(3 * Math.random());
      }
      return delays;
    },
    async [Symbol.asyncDispose]() {
      stream.close();
      injector.destroy();
      server.forceShutdown();
      await listener.close();
    },
  };
}
