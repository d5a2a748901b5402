import { Server, ServerCredentials } from '@grpc/grpc-js';
import { createHealth, stopServer } from '@vedetta/service-kit';
import { registryService, registryServiceName } from '../definition.ts';
import { protocolVersion } from '../messages.ts';
import type { Refusal } from '../refusal.ts';
import { type ByteStream, onEnd, Reception } from '../server/stream.ts';
import { decodeJoinUp, encodeAssignment, encodeJoinRefusal } from './codec.ts';
import type { AssignedAccessPoint, JoinHello, JoinRefusal } from './messages.ts';
import { Roster } from './roster.ts';

export interface RegistryOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0: any free port. */
  readonly port: number;
  readonly scenarioHash: string;
  /** Ids the network has. */
  readonly accessPoints: readonly number[];
  /** A node that is silent or gone for so long loses its access points. Default 3000. */
  readonly leaseMs?: number;
  /** A new leader waits so long for the nodes it does not know yet, before it deals. Default 2000. */
  readonly settleMs?: number;
  readonly events?: Partial<RegistryEvents>;
}

export interface RegistryEvents {
  joined(node: string): void;
  left(node: string, reason: string): void;
  refused(node: string | null, reason: string): void;
  assigned(node: string, accessPoints: readonly AssignedAccessPoint[], fusionEndpoints: readonly string[]): void;
  /** This leader cannot go on: its fencing number has no epochs left. */
  exhausted(error: unknown): void;
}

/** The scheduler's side of the registry. A standby until told otherwise. */
export interface Registry {
  readonly port: number;
  /** This process leads: nodes are dealt their share. */
  lead(fence: number): void;
  /** Another one leads, or nobody (null): nodes are refused and sent there. Told often; heeded when it changes. */
  follow(leader: string | null): void;
  setFusionEndpoints(endpoints: readonly string[]): void;
  /** Live nodes and what they have, by name. */
  nodes(): readonly { readonly name: string; readonly accessPoints: readonly AssignedAccessPoint[] }[];
  close(): Promise<void>;
}

interface Node {
  call: ByteStream | null;
  heardAt: number;
  /** What it was told last, to tell it again only when it changes. */
  told: string;
}

const streamsWaiting = 256;
const helloTimeoutMs = 5_000;

/** @throws {Error} if the port cannot be bound. */
export async function createRegistry(options: RegistryOptions): Promise<Registry> {
  const { host = '127.0.0.1', leaseMs = 3_000, settleMs = 2_000, events = {}, scenarioHash } = options;
  const accessPoints = [...options.accessPoints].sort((a, b) => a - b);
  const reception = new Reception(streamsWaiting, helloTimeoutMs);
  const nodes = new Map<string, Node>();
  let roster: Roster | null = null;
  let last: Roster | null = null;
  let leader: string | null = null;
  let endpoints: readonly string[] = [];
  let generation = 0;
  let settling: NodeJS.Timeout | null = null;

  function accept(call: ByteStream): void {
    call.on('error', () => {});
    reception.expectHello(call, helloOf, (hello) => join(call, hello), refusedEarly);
  }

  const refusedEarly = ({ reason }: Refusal) => events.refused?.(null, reason);

  function join(call: ByteStream, hello: JoinHello): void {
    const refusal = refusalOf(hello);
    if (refusal !== null) {
      if (refusal.code !== 'NOT_LEADER') events.refused?.(hello.node, refusal.reason);
      end(call, refusal);
      return;
    }
    const known = nodes.get(hello.node);
    if (known?.call) {
      const reason = `another process joined with the name ${hello.node}`;
      end(known.call, { code: 'NAME_TAKEN', reason, leader: null });
    }
    const node: Node = { call, heardAt: performance.now(), told: '' };
    nodes.set(hello.node, node);
    (roster as Roster).sit(hello.node, hello.held);
    call.on('data', (bytes: Buffer) => {
      if (decodeJoinUp(bytes).ok) node.heardAt = performance.now();
    });
    onEnd(call, (reason) => {
      if (nodes.get(hello.node) !== node || node.call !== call) return;
      node.call = null;
      if (reason === 'closed by the peer') remove(hello.node, 'left');
    });
    if (known === undefined) events.joined?.(hello.node);
    deal();
  }

  function refusalOf(hello: JoinHello): JoinRefusal | null {
    const refuse = (code: JoinRefusal['code'], reason: string): JoinRefusal => ({ code, reason, leader });
    if (hello.protocolVersion !== protocolVersion) {
      return refuse(
        'PROTOCOL_MISMATCH',
        `protocol version ${hello.protocolVersion} here meets version ${protocolVersion} at the registry`,
      );
    }
    if (hello.scenarioHash !== scenarioHash) {
      return refuse(
        'SCENARIO_MISMATCH',
        `scenario hash ${hello.scenarioHash} here meets ${scenarioHash} at the registry`,
      );
    }
    if (roster !== null) return null;
    return refuse('NOT_LEADER', leader === null ? 'nobody leads at the moment' : `the leader is ${leader}`);
  }

  function remove(name: string, reason: string): void {
    const call = nodes.get(name)?.call;
    nodes.delete(name);
    if (call) call.end();
    roster?.leave(name);
    events.left?.(name, reason);
    deal();
  }

  /** Deals, unless it is too early to know everybody, and tells every node what changed for it. */
  function deal(): void {
    if (roster === null || settling !== null) return;
    try {
      roster.deal();
    } catch (error) {
      events.exhausted?.(error);
      return;
    }
    generation += 1;
    for (const [name, node] of nodes) {
      const mine = roster.of(name);
      const told = JSON.stringify([mine, endpoints]);
      if (node.call === null || node.told === told) continue;
      node.told = told;
      node.call.write(encodeAssignment({ generation, accessPoints: mine, fusionEndpoints: endpoints }));
      events.assigned?.(name, mine, endpoints);
    }
  }

  function stepDown(): void {
    if (settling !== null) clearTimeout(settling);
    settling = null;
    last = roster ?? last;
    roster = null;
    const reason = leader === null ? 'this scheduler does not lead any more' : `the leader is ${leader}`;
    for (const { call } of nodes.values()) if (call) end(call, { code: 'NOT_LEADER', reason, leader });
    nodes.clear();
  }

  const watch = setInterval(() => {
    if (settling !== null) return;
    const now = performance.now();
    for (const [name, { heardAt }] of [...nodes]) if (now - heardAt > leaseMs) remove(name, 'silent');
  }, leaseMs / 10);

  const server = new Server({ 'grpc.max_receive_message_length': 256 * 1024, 'grpc.enable_channelz': 0 });
  const health = await createHealth([registryServiceName]);
  server.addService(registryService, { join: accept });
  health.addTo(server);
  health.set('', true);
  const bound = Promise.withResolvers<number>();
  server.bindAsync(`${host}:${options.port}`, ServerCredentials.createInsecure(), (error, port) =>
    error ? bound.reject(error) : bound.resolve(port),
  );

  return {
    port: await bound.promise,
    lead(fence) {
      if (roster?.fence === fence) return;
      if (roster !== null) stepDown();
      roster = new Roster(accessPoints, fence, last?.fence === fence ? last.deals : 0);
      leader = null;
      settling = setTimeout(() => {
        settling = null;
        // Nodes begin to send heartbeats with their first assignment.
        for (const node of nodes.values()) node.heardAt = performance.now();
        deal();
      }, settleMs);
      health.set(registryServiceName, true);
    },
    follow(next) {
      leader = next;
      if (roster === null) return;
      health.set(registryServiceName, false);
      stepDown();
    },
    setFusionEndpoints(next) {
      const sorted = [...new Set(next)].sort();
      if (JSON.stringify(sorted) === JSON.stringify(endpoints)) return;
      endpoints = sorted;
      deal();
    },
    nodes: () => [...nodes.keys()].sort().map((name) => ({ name, accessPoints: roster?.of(name) ?? [] })),
    async close() {
      clearInterval(watch);
      stepDown();
      await stopServer(server, 500);
    },
  };
}

function helloOf(bytes: Buffer) {
  const message = decodeJoinUp(bytes);
  if (!message.ok) return message;
  if (message.value.kind === 'hello') return { ok: true as const, value: message.value.hello };
  return { ok: false as const, problem: 'a heartbeat before the hello', at: null };
}

/** Says why, then ends the stream. */
function end(call: ByteStream, refusal: JoinRefusal): void {
  if (call.destroyed || call.writableEnded) return;
  call.write(encodeJoinRefusal(refusal));
  call.end();
}
