import { Metadata, type StatusObject, status } from '@grpc/grpc-js';

/** Why a stream was refused or ended; travels in the trailer `vedetta-refusal`. */
export type RefusalCode =
  | 'SCENARIO_MISMATCH'
  | 'PROTOCOL_MISMATCH'
  | 'UNKNOWN_ACCESS_POINT'
  | 'SUPERSEDED'
  | 'EPOCH_IN_USE'
  | 'STALE_RUN'
  | 'HELLO_EXPECTED'
  | 'HELLO_TIMEOUT'
  | 'INVALID_MESSAGE'
  | 'OVERLOADED';

interface Meaning {
  readonly grpcStatus: number;
  /** The same hello may be accepted later. */
  readonly retryable: boolean;
}

const meanings: Record<RefusalCode, Meaning> = {
  SCENARIO_MISMATCH: { grpcStatus: status.FAILED_PRECONDITION, retryable: false },
  PROTOCOL_MISMATCH: { grpcStatus: status.FAILED_PRECONDITION, retryable: false },
  UNKNOWN_ACCESS_POINT: { grpcStatus: status.NOT_FOUND, retryable: false },
  SUPERSEDED: { grpcStatus: status.ALREADY_EXISTS, retryable: false },
  EPOCH_IN_USE: { grpcStatus: status.ALREADY_EXISTS, retryable: true },
  STALE_RUN: { grpcStatus: status.ABORTED, retryable: true },
  HELLO_EXPECTED: { grpcStatus: status.INVALID_ARGUMENT, retryable: true },
  HELLO_TIMEOUT: { grpcStatus: status.DEADLINE_EXCEEDED, retryable: true },
  INVALID_MESSAGE: { grpcStatus: status.INVALID_ARGUMENT, retryable: true },
  OVERLOADED: { grpcStatus: status.RESOURCE_EXHAUSTED, retryable: true },
};

export const refusalCodes = Object.keys(meanings) as readonly RefusalCode[];

const trailer = 'vedetta-refusal';

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence, for people. */
  readonly reason: string;
}

export function isRetryable(code: RefusalCode): boolean {
  return meanings[code].retryable;
}

/** The refusal as an error that grpc-js turns into the status of a call. */
export function refusalError({ code, reason }: Refusal): Error & StatusObject {
  const metadata = new Metadata();
  metadata.set(trailer, code);
  return Object.assign(new Error(reason), { code: meanings[code].grpcStatus, details: reason, metadata });
}

/** The refusal in the status of a call, null if it ended for another cause. */
export function refusalOf(ended: Pick<StatusObject, 'details' | 'metadata'>): Refusal | null {
  const [value] = ended.metadata?.get(trailer) ?? [];
  return typeof value === 'string' && Object.hasOwn(meanings, value)
    ? { code: value as RefusalCode, reason: ended.details }
    : null;
}
