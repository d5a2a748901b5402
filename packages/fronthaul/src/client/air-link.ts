import type { SlotPlan } from '@vedetta/deployment';
import { decodeAirDown, encodeAirHello } from '../codec/air.ts';
import { airService, defaultKeepalive, type Keepalive } from '../definition.ts';
import { type AirRun, protocolVersion } from '../messages.ts';
import type { RefusalCode } from '../refusal.ts';
import { openStream } from './stream.ts';

export interface AirLinkOptions {
  /** host:port of the fusion worker. */
  readonly address: string;
  readonly scenarioHash: string;
  /** For people. */
  readonly processName: string;
  /** The access points that this process hosts, ascending; asked at every hello. */
  accessPoints(): readonly number[];
  /** A run is on. Told once per run, also when the connection was lost in between. */
  onRun(run: AirRun): void;
  /** No run is on any more. */
  onRunEnd(): void;
  /** After a lost connection the most recent slots come again: the same slot may be told twice. */
  onSlot(plan: SlotPlan, onAir: readonly number[]): void;
  /** Told once per cause. A link refused for good (`isRetryable(code)` false) stays down; others go on trying. */
  onRefused(reason: string, code: RefusalCode): void;
  onConnection(up: boolean): void;
  readonly keepalive?: Keepalive;
  readonly welcomeTimeoutMs?: number;
  readonly random?: () => number;
}

export interface AirLink {
  /** Nothing is called back from here on. */
  close(): void;
}

/** The air feed of one access-point process; comes back by itself (50 ms to 1 s, jittered). */
export function connectAir(options: AirLinkOptions): AirLink {
  const { processName, scenarioHash } = options;
  let current: AirRun | null = null;

  function announce(run: AirRun | null): void {
    if (run?.run === current?.run && run?.seed === current?.seed) return;
    if (current !== null) options.onRunEnd();
    current = run;
    if (run !== null) options.onRun(run);
  }

  const stream = openStream({
    address: options.address,
    method: airService.feed,
    hello: () => encodeAirHello({ processName, scenarioHash, protocolVersion, accessPoints: options.accessPoints() }),
    keepalive: options.keepalive ?? defaultKeepalive,
    welcomeTimeoutMs: options.welcomeTimeoutMs ?? 5000,
    random: options.random ?? Math.random,
    onConnection: options.onConnection,
    onRefused: ({ reason, code }) => options.onRefused(reason, code),
    onMessage(bytes) {
      const message = decodeAirDown(bytes);
      if (!message.ok) return stream.restart();
      if (message.value.kind === 'welcome') return stream.welcomed();
      if (message.value.kind === 'run') return announce(message.value.run);
      if (message.value.kind === 'runEnd') return announce(null);
      options.onSlot(message.value.slot.plan, message.value.slot.onAir);
    },
  });

  return { close: () => stream.close() };
}
