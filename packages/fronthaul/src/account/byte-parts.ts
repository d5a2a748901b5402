/** What the bytes of one direction of a connection were for; the parts add up to every byte of the TCP stream. */
export interface ByteParts {
  /** Payload of hellos, welcomes, commands, drains: whatever is neither a reference nor a report. */
  readonly control: number;
  /** Payload of references: symbols and precoders that really travel. */
  readonly reference: number;
  /** Payload of reports, of whichever split. */
  readonly report: number;
  /** The 5 bytes that gRPC puts before a message. */
  readonly grpcPrefixes: number;
  /** The 9 bytes before the content of a DATA frame, and padding. */
  readonly dataFrames: number;
  /** HEADERS and CONTINUATION frames. */
  readonly headers: number;
  /** Preface, SETTINGS, PING, WINDOW_UPDATE, RST_STREAM, GOAWAY and the like. */
  readonly other: number;
}

export type BytePart = keyof ByteParts;
export type PayloadKind = 'control' | 'reference' | 'report';

export const byteParts: readonly BytePart[] = [
  'control',
  'reference',
  'report',
  'grpcPrefixes',
  'dataFrames',
  'headers',
  'other',
];

/** One direction of a link. */
export interface DirectionCounters extends ByteParts {
  /** gRPC messages that are complete. */
  readonly messages: number;
  /** TCP segments, were each chunk that crossed the socket sent at once. */
  readonly segments: number;
}

export const nothingCarried: DirectionCounters = {
  control: 0,
  reference: 0,
  report: 0,
  grpcPrefixes: 0,
  dataFrames: 0,
  headers: 0,
  other: 0,
  messages: 0,
  segments: 0,
};

export function sumCounters(a: DirectionCounters, b: DirectionCounters): DirectionCounters {
  const sum: Record<string, number> = {};
  for (const key of Object.keys(nothingCarried) as (keyof DirectionCounters)[]) sum[key] = a[key] + b[key];
  return sum as unknown as DirectionCounters;
}

/** Bytes of protobuf messages. */
export function payloadBytes({ control, reference, report }: ByteParts): number {
  return control + reference + report;
}

/** Bytes of the TCP stream: payload, gRPC and HTTP/2. */
export function wireBytes(parts: ByteParts): number {
  return byteParts.reduce((sum, part) => sum + parts[part], 0);
}

/** Largest TCP payload of an Ethernet frame: 1500 − 20 (IPv4) − 32 (TCP with time stamps). */
export const segmentBytes = 1448;
/** IPv4 and TCP header of every segment. */
const headerBytes = 52;

/**
 * Estimate of what TCP and IPv4 add in one direction of a real network: headers of its segments, and of one pure
 * acknowledgement for every two segments of the other direction.
 */
export function tcpIpEstimate(own: { readonly segments: number }, other: { readonly segments: number }): number {
  return headerBytes * (own.segments + Math.ceil(other.segments / 2));
}
