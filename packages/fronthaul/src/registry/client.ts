import { openStream } from '../client/stream.ts';
import { registryService } from '../definition.ts';
import { protocolVersion } from '../messages.ts';
import { decodeJoinDown, encodeHeartbeat, encodeJoinHello } from './codec.ts';
import type { AssignedAccessPoint, Assignment, JoinRefusalCode } from './messages.ts';

export interface RegistryLinkOptions {
  /** host:port of every scheduler's registry, in any order; at least one. */
  readonly addresses: readonly string[];
  readonly scenarioHash: string;
  /** Unique in the network. */
  readonly nodeName: string;
  /** What the node hosts at the moment, ascending; asked at every hello. */
  held(): readonly AssignedAccessPoint[];
  /** The whole truth for this node; it holds until the next one, also while no registry answers. */
  onAssignment(assignment: Assignment): void;
  /** This node is not welcome, and will not be: the link has ended. */
  onRefused(reason: string, code: JoinRefusalCode): void;
  onConnection(up: boolean, address: string): void;
  readonly heartbeatMs?: number;
  readonly random?: () => number;
}

export interface RegistryLink {
  /** Gives everything back. Nothing is called back from here on. */
  leave(): void;
}

/** Longer than a new leader takes to settle. */
const firstAssignmentMs = 8_000;
/** Short, so that a new leader knows everybody before it deals. */
const longestWaitMs = 500;
const keepalive = { timeMs: 2_000, timeoutMs: 4_000 };

/** Joins whoever leads: goes from address to address, or straight to the leader that a standby names. */
export function joinRegistry(options: RegistryLinkOptions): RegistryLink {
  const { addresses, nodeName, scenarioHash, heartbeatMs = 1_000 } = options;
  let named: string | null = null;
  let turn = 0;
  let address = addresses[0];
  let heartbeat: NodeJS.Timeout | null = null;

  const stream = openStream({
    address() {
      address = named ?? addresses[turn++ % addresses.length];
      named = null;
      return address;
    },
    method: registryService.join,
    hello: () => encodeJoinHello({ node: nodeName, scenarioHash, protocolVersion, held: options.held() }),
    keepalive,
    longestWaitMs,
    welcomeTimeoutMs: firstAssignmentMs,
    random: options.random ?? Math.random,
    onConnection(up) {
      if (heartbeat !== null) clearInterval(heartbeat);
      heartbeat = up ? setInterval(() => stream.call?.write(encodeHeartbeat()), heartbeatMs) : null;
      options.onConnection(up, address);
    },
    onRefused: () => {},
    onMessage(bytes) {
      const message = decodeJoinDown(bytes);
      if (!message.ok) return stream.restart();
      if (message.value.kind === 'assignment') {
        stream.welcomed();
        options.onAssignment(message.value.assignment);
        return;
      }
      const { code, reason, leader } = message.value.refusal;
      if (code === 'NOT_LEADER') {
        named = leader;
        return stream.restart();
      }
      stop();
      options.onRefused(reason, code);
    },
  });

  function stop(): void {
    if (heartbeat !== null) clearInterval(heartbeat);
    stream.close();
  }

  return { leave: stop };
}
