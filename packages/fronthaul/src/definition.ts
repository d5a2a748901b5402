import type { MethodDefinition } from '@grpc/grpc-js';

/** Messages cross gRPC as the bytes they are: codec and byte counts stay in our hands, on either side. */
const bytes = (message: Buffer): Buffer => message;

export function bidirectional(path: string): MethodDefinition<Buffer, Buffer> {
  return {
    path,
    requestStream: true,
    responseStream: true,
    requestSerialize: bytes,
    requestDeserialize: bytes,
    responseSerialize: bytes,
    responseDeserialize: bytes,
  };
}

export const fronthaulServiceName = 'vedetta.v1.Fronthaul';
export const airServiceName = 'vedetta.v1.Air';
export const registryServiceName = 'vedetta.v1.Registry';

export const fronthaulService = { attach: bidirectional(`/${fronthaulServiceName}/Attach`) };
export const airService = { feed: bidirectional(`/${airServiceName}/Feed`) };
export const registryService = { join: bidirectional(`/${registryServiceName}/Join`) };

/** Largest command or air slot a peer takes from the fusion worker. */
export const maximumDownBytes = 4 * 1024 * 1024;

export interface Keepalive {
  /** Silence after which the peer is asked whether it lives. */
  readonly timeMs: number;
  /** Time it has to answer. */
  readonly timeoutMs: number;
}

/**
 * A killed peer closes its socket at once; this finds the one that stopped, or whose machine is gone. Longer than the
 * stalls of an event loop on a busy machine: cutting off a peer that is only late would change who is on air, and with
 * it the decisions of a run that has no faults.
 */
export const defaultKeepalive: Keepalive = { timeMs: 5000, timeoutMs: 10_000 };
