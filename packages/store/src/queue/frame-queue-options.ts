import type { StoreLogger } from '../logger.ts';

export interface FrameQueueOptions {
  readonly logger?: StoreLogger;
  /** Several queues may share a server. */
  readonly name?: string;
  /** How long `close` waits for a running handler. */
  readonly closeTimeoutMs?: number;
  /** How long `openFrameQueue` waits for the server to come; as long as it takes by default. */
  readonly waitMs?: number;
  /** Ends that wait. */
  readonly signal?: AbortSignal;
}
