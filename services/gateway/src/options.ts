import type { Deployment } from '@vedetta/deployment';
import type { LinkCounters, ReportCounters } from '@vedetta/fronthaul';
import type { Network } from '@vedetta/scenario';
import type { Run, RunRequest, Store } from '@vedetta/store';
import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';

export interface LiveStatus {
  /** Ids, in any order. */
  readonly attachedAccessPoints: readonly number[];
  /** Up is towards the CPU. */
  readonly links: readonly LinkCounters[];
  readonly reports: ReportCounters;
}

export interface Readiness {
  readonly ready: boolean;
  /** What is still missing, one clause each; empty when ready. */
  readonly waitingFor: readonly string[];
}

/** Who starts and ends runs; errors with a `code` of the store's are answered as conflicts. */
export interface RunControl {
  create(request: RunRequest): Promise<Run>;
  stop(id: number): Promise<Run>;
}

/** How server-sent events are bounded. */
export interface EventStreamLimits {
  /** Streams open at a time; one more is answered with 503. */
  readonly maxStreams: number;
  readonly heartbeatMs: number;
  /** A client whose socket takes nothing for so long is dropped. */
  readonly drainTimeoutMs: number;
  /** Events read and written at a time: bounds what is buffered for one client. */
  readonly batch: number;
  /** Recent events kept in memory for all clients together. */
  readonly kept: number;
  /** How often a `fronthaul` event tells what links carried. */
  readonly fronthaulMs: number;
}

/** Requests a minute and client address. */
export interface RateLimits {
  readonly loopback: number;
  readonly other: number;
}

export interface GatewayOptions {
  readonly store: Store;
  readonly network: Network;
  readonly deployment: Deployment;
  readonly scenario: { readonly name: string; readonly hash: string; readonly version: string };
  readonly isReady: () => Promise<Readiness>;
  readonly runControl: RunControl;
  readonly liveStatus: () => LiveStatus | Promise<LiveStatus>;
  /** Shown at `/metrics`; the gateway adds its own figures to it. */
  readonly metrics: Registry;
  readonly logger?: FastifyBaseLogger;
  readonly events?: Partial<EventStreamLimits>;
  readonly rateLimits?: Partial<RateLimits>;
}

export const defaultEventStreamLimits: EventStreamLimits = {
  maxStreams: 64,
  heartbeatMs: 15_000,
  drainTimeoutMs: 10_000,
  batch: 200,
  kept: 5_000,
  fronthaulMs: 1_000,
};

export const defaultRateLimits: RateLimits = { loopback: 60_000, other: 1_200 };
