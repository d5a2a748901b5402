import { status } from '@grpc/grpc-js';

interface Meaning {
  readonly grpcStatus: number;
  readonly httpStatus: number;
  readonly title: string;
}

const meanings = {
  INVALID_INPUT: { grpcStatus: status.INVALID_ARGUMENT, httpStatus: 400, title: 'Invalid input' },
  NOT_FOUND: { grpcStatus: status.NOT_FOUND, httpStatus: 404, title: 'Not found' },
  CONFLICT: { grpcStatus: status.FAILED_PRECONDITION, httpStatus: 409, title: 'Conflict' },
  TOO_LARGE: { grpcStatus: status.RESOURCE_EXHAUSTED, httpStatus: 413, title: 'Too large' },
  OVERLOADED: { grpcStatus: status.RESOURCE_EXHAUSTED, httpStatus: 429, title: 'Too many requests' },
  UNAVAILABLE: { grpcStatus: status.UNAVAILABLE, httpStatus: 503, title: 'Unavailable' },
  INTERNAL: { grpcStatus: status.INTERNAL, httpStatus: 500, title: 'Internal error' },
} as const satisfies Record<string, Meaning>;

/** What can go wrong between processes, in one word each. */
export type ServiceErrorCode = keyof typeof meanings;

/** One thing that is wrong with an input, and where. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
}

export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly problems: readonly InputProblem[];

  constructor(code: ServiceErrorCode, message: string, problems: readonly InputProblem[] = []) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.problems = problems;
  }
}

/** RFC 9457. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly InputProblem[];
}

/** Errors without a known code are internal, and say nothing about themselves. */
export function problemDocument(error: unknown): ProblemDocument {
  const { code, detail } = codeOf(error);
  const { title, httpStatus } = meanings[code];
  const type = `urn:vedetta:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  const errors = error instanceof ServiceError && error.problems.length > 0 ? { errors: error.problems } : {};
  return { type, title, status: httpStatus, detail, ...errors };
}

/** The status of a gRPC call that failed with this error. */
export function grpcStatus(error: unknown): { readonly code: number; readonly details: string } {
  const { code, detail } = codeOf(error);
  return { code: meanings[code].grpcStatus, details: detail };
}

function codeOf(error: unknown): { code: ServiceErrorCode; detail: string } {
  if (error instanceof ServiceError) return { code: error.code, detail: error.message };
  return { code: 'INTERNAL', detail: 'An unexpected error; the log of the service has it.' };
}
