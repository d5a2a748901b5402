import { setTimeout } from 'node:timers/promises';
import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { SlotPlan } from '@vedetta/deployment';
import type { LinkConfig } from '@vedetta/scenario';
import { createHealth } from '@vedetta/service-kit';
import { longestUp as defaultLongestUp } from '../codec/checks.ts';
import {
  airService,
  airServiceName,
  defaultKeepalive,
  fronthaulService,
  fronthaulServiceName,
  type Keepalive,
} from '../definition.ts';
import { EmulatedLinks } from '../link/emulated-links.ts';
import type { LinkClock } from '../link/wall-link.ts';
import type { AccessPointCommand, AirRun, ReferenceMessage } from '../messages.ts';
import { AccessPoints, type FronthaulHandlers } from './access-points.ts';
import { AirFeeds } from './air-feeds.ts';
import { currentConnection } from './connection.ts';
import type { LinkCounters } from './ledger.ts';
import { listen } from './listener.ts';
import { type ByteStream, Reception } from './stream.ts';

export interface FronthaulHubOptions {
  /** Default 127.0.0.1: nobody outside the machine. */
  readonly host?: string;
  /** 0: any free port. */
  readonly port: number;
  readonly scenarioHash: string;
  /** Ids the network has. */
  readonly accessPoints: readonly number[];
  /** Emulated link of each; those that are not named are not shaped. */
  readonly linkSettings?: ReadonlyMap<number, LinkConfig>;
  readonly handlers: FronthaulHandlers;
  /** Bytes of the largest message that is taken from an access point (`longestReportBytes`). Default 64 KiB. */
  readonly longestUp?: number;
  readonly keepalive?: Keepalive;
  /** Time a new connection has to begin HTTP/2, and a new stream to say hello. Default 5000. */
  readonly helloTimeoutMs?: number;
}

/** The fusion worker's side of the fronthaul and of the air feed. */
export interface FronthaulHub {
  readonly port: number;
  /**
   * Makes a run current. Streams of another run are drained; access points of this one may attach.
   *
   * @param clock  null: emulated links take no time, at pace `fast`.
   */
  startRun(run: AirRun, clock?: LinkClock | null): void;
  /** Changes an emulated link, at once. */
  setLink(accessPoint: number, link: LinkConfig): void;
  /** Drains all streams; access points are refused until a run starts. */
  endRun(): void;
  /** Access points attached to the current run, ascending. */
  attached(): readonly number[];
  /**
   * False when the access point is not attached. A connection that cannot follow loses its oldest command.
   *
   * @param lost  the access point is to drop it after decoding: lost on its emulated way. Its bytes travel.
   * @throws {InvalidMessageError} for a command that cannot be put on the wire.
   */
  sendCommand(accessPoint: number, command: AccessPointCommand, lost?: boolean): boolean;
  /**
   * Hands on what other APs send, after the command that announced it. False when the access point is not attached.
   *
   * @throws {InvalidMessageError} for a reference that cannot be put on the wire.
   */
  sendReference(accessPoint: number, reference: ReferenceMessage): boolean;
  /**
   * Tells the air of every process about a slot. Before its commands: the front ends need both.
   *
   * @throws {InvalidMessageError} for a slot that cannot be put on the wire.
   */
  sendAir(plan: SlotPlan, onAir: readonly number[]): void;
  /** One entry per access point of the network, ascending; counters grow over the life of the hub. */
  links(): readonly LinkCounters[];
  /** Open TCP connections on the port, whoever they belong to. */
  connections(): number;
  /** Processes on the air feed. */
  airFeeds(): number;
  /** What the gRPC health service on the same port says; true from the start. */
  setServing(serving: boolean): void;
  /** Ends streams, then connections; at most a second. */
  close(): Promise<void>;
}

/** @throws {Error} with Node's code, e.g. EADDRINUSE, if the port cannot be bound. */
export async function createFronthaulHub(options: FronthaulHubOptions): Promise<FronthaulHub> {
  const { host = '127.0.0.1', port, handlers, keepalive = defaultKeepalive, helloTimeoutMs = 5000 } = options;
  const longestUp = Math.max(defaultLongestUp, options.longestUp ?? 0);
  const rules = { scenarioHash: options.scenarioHash, accessPoints: new Set(options.accessPoints) };
  const streams = 2 * rules.accessPoints.size + 64;
  const reception = new Reception(streams, helloTimeoutMs);
  const invalid = (reason: string): void => handlers.onInvalid(null, reason, null);

  const server = new Server({
    // More than the codec checks and counts: gRPC ends the call by itself, untold.
    'grpc.max_receive_message_length': 4 * longestUp,
    'grpc.max_concurrent_streams': 16,
    'grpc.max_connection_idle_ms': 60_000,
    'grpc-node.max_session_memory': 16,
    'grpc.enable_channelz': 0,
  });
  const health = await createHealth();
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const listener = await listen({
    host,
    port,
    maximumConnections: 2 * streams,
    prefaceTimeoutMs: helloTimeoutMs,
    keepalive,
    accept: (connection) => injector.injectConnection(connection),
    onInvalid: invalid,
  });

  const links = new EmulatedLinks(options.linkSettings ?? new Map());
  const accessPoints = new AccessPoints({ rules, reception, handlers, links, longestUp });
  const feeds = new AirFeeds({ rules, reception, maximum: streams, refused: ({ reason }) => invalid(reason) });

  /** Adds a service whose every call clears its connection of suspicion. */
  function addService(definition: ServiceDefinition, methods: UntypedServiceImplementation): void {
    const recorded = Object.entries(methods).map(([name, method]) => [
      name,
      (...call: unknown[]) => {
        const connection = currentConnection();
        if (connection !== null) connection.called = true;
        return (method as (...all: unknown[]) => unknown)(...call);
      },
    ]);
    server.addService(definition, Object.fromEntries(recorded));
  }

  addService(fronthaulService, { attach: (call: ByteStream) => accessPoints.accept(call) });
  addService(airService, { feed: (call: ByteStream) => feeds.accept(call) });
  health.addTo({ addService });

  function setServing(serving: boolean): void {
    for (const service of ['', fronthaulServiceName, airServiceName]) health.set(service, serving);
  }
  setServing(true);

  return {
    port: listener.port,
    startRun(run, clock = null) {
      feeds.startRun(run);
      accessPoints.startRun(run.run, clock);
    },
    setLink: (accessPoint, link) => accessPoints.setLink(accessPoint, link),
    endRun() {
      // The processes learn of the end first, and close their links themselves instead of coming back.
      feeds.endRun();
      accessPoints.endRun('run ended');
    },
    attached: () => accessPoints.attached(),
    sendCommand: (accessPoint, command, lost) => accessPoints.send(accessPoint, command, lost),
    sendReference: (accessPoint, reference) => accessPoints.sendReference(accessPoint, reference),
    sendAir(plan, onAir) {
      feeds.send({ plan, onAir });
      accessPoints.tick(plan.slot);
    },
    links: () => accessPoints.links(),
    connections: () => listener.count,
    airFeeds: () => feeds.count,
    setServing,
    async close() {
      setServing(false);
      accessPoints.endRun('fusion worker closes');
      feeds.end();
      injector.drain(500);
      await Promise.race([
        new Promise<void>((resolve) => server.tryShutdown(() => resolve())),
        setTimeout(500, null, { ref: false }),
      ]);
      server.forceShutdown();
      await listener.close();
    },
  };
}
