/** RFC 9457 problem documents: the one shape in which the gateway says no. */

const PROBLEMS = {
  INVALID_REQUEST: [400, 'The request is not valid'],
  CROSS_ORIGIN: [403, 'Another site may not change this network'],
  NOT_FOUND: [404, 'There is no such thing here'],
  METHOD_NOT_ALLOWED: [405, 'This method is not offered here'],
  NOT_ACCEPTABLE: [406, 'None of the accepted media types is offered here'],
  REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
  CONFLICT: [409, 'The request does not fit the present state'],
  OTHER_SCENARIO: [409, 'This network has another scenario'],
  BODY_TOO_LARGE: [413, 'The body is too large'],
  URI_TOO_LONG: [414, 'The address is too long'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'The body must be JSON'],
  TOO_MANY_REQUESTS: [429, 'Too many requests'],
  HEADERS_TOO_LARGE: [431, 'The header fields are too large'],
  INTERNAL: [500, 'Something broke inside'],
  STORE_UNAVAILABLE: [503, 'The store is away'],
  NOT_READY: [503, 'The network is not ready'],
  TOO_MANY_STREAMS: [503, 'Too many event streams are open'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong with one field: its name (dotted for nested ones) and what is allowed. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A refusal that is told to the client; `code` is stable. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly document: ProblemDocument;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail, { cause: extras.cause });
    const [status, title] = PROBLEMS[code];
    this.code = code;
    this.statusCode = status;
    this.headers = extras.headers ?? {};
    this.document = {
      type: `urn:vedetta:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title,
      status,
      detail,
      code,
      ...(extras.errors ? { errors: extras.errors } : {}),
      ...extras.extensions,
    };
  }
}

export const problemMediaType = 'application/problem+json';

/** One 400 for a list of field errors; the detail repeats them in one line. */
export function invalidRequest(errors: readonly FieldError[]): ProblemError {
  const detail = errors.map(({ path, message }) => (path ? `${path} ${message}` : message)).join('; ');
  return new ProblemError('INVALID_REQUEST', detail, { errors });
}

export function notFound(what: string): ProblemError {
  return new ProblemError('NOT_FOUND', `${what} does not exist`);
}
