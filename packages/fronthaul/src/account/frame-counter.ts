import type { BytePart, ByteParts, PayloadKind } from './byte-parts.ts';

/** What a message is, by the number of the first field in it. Others are control. */
export type KindOfField = Readonly<Record<number, PayloadKind>>;

export const kindsUp: KindOfField = { 2: 'report', 3: 'reference' };
export const kindsDown: KindOfField = { 4: 'reference' };

/** Of a message, by its first byte: field number and wire type, for field numbers up to 15. */
export function kindOf(message: Uint8Array, kinds: KindOfField): PayloadKind {
  return kinds[(message[0] as number) >> 3] ?? 'control';
}

const prefaceBytes = 24;
const frameHeaderBytes = 9;
const grpcPrefixBytes = 5;
/** More streams than a peer may open; who opens more only confuses his own account. */
const streamsFollowed = 64;

const frameType = { data: 0, headers: 1, reset: 3, continuation: 9 } as const;
const endStream = 0x1;
const padded = 0x8;

/** A gRPC message on its way over one stream. */
interface MessageState {
  prefixSeen: number;
  length: number;
  kind: PayloadKind | null;
}

/**
 * Reads along with one direction of an HTTP/2 connection and says what each byte is for. Takes any bytes in any
 * chunks; what is no HTTP/2 is counted all the same, somewhere.
 */
export class FrameCounter {
  readonly #kinds: KindOfField;
  readonly #parts: Record<BytePart, number> = {
    control: 0,
    reference: 0,
    report: 0,
    grpcPrefixes: 0,
    dataFrames: 0,
    headers: 0,
    other: 0,
  };
  readonly #streams = new Map<number, MessageState>();
  #messages = 0;
  #preface: number;
  #headerSeen = 0;
  readonly #header = new Uint8Array(frameHeaderBytes);
  /** Bytes of the current frame that are still to come: content, and padding behind it. */
  #content = 0;
  #padding = 0;
  #padLengthDue = false;
  #type = 0;
  #flags = 0;
  #stream = 0;

  /** @param sends  `client`: this direction begins with the preface. */
  constructor(sends: 'client' | 'server', kinds: KindOfField) {
    this.#preface = sends === 'client' ? prefaceBytes : 0;
    this.#kinds = kinds;
  }

  /** Complete gRPC messages so far. */
  get messages(): number {
    return this.#messages;
  }

  parts(): ByteParts {
    // A frame header that is not complete is of no known frame yet.
    return { ...this.#parts, other: this.#parts.other + this.#headerSeen };
  }

  read(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) at += this.#step(chunk, at, chunk.length - at);
  }

  /** @returns how many bytes it took, at least one. */
  #step(chunk: Uint8Array, at: number, available: number): number {
    if (this.#preface > 0) {
      const taken = Math.min(this.#preface, available);
      this.#preface -= taken;
      this.#parts.other += taken;
      return taken;
    }
    if (this.#padLengthDue) {
      this.#padLengthDue = false;
      this.#padding = Math.min(chunk[at] as number, this.#content - 1);
      this.#content -= 1 + this.#padding;
      this.#parts.dataFrames += 1;
      this.#endFrame();
      return 1;
    }
    if (this.#content > 0) {
      const length = Math.min(this.#content, available);
      const taken = this.#type === frameType.data ? this.#readData(chunk, at, length) : this.#skip(length);
      this.#content -= taken;
      this.#endFrame();
      return taken;
    }
    if (this.#padding > 0) {
      const taken = Math.min(this.#padding, available);
      this.#padding -= taken;
      this.#parts.dataFrames += taken;
      this.#endFrame();
      return taken;
    }
    this.#header[this.#headerSeen] = chunk[at] as number;
    this.#headerSeen += 1;
    if (this.#headerSeen === frameHeaderBytes) this.#beginFrame();
    return 1;
  }

  #beginFrame(): void {
    const [a, b, c, type, flags, s0, s1, s2, s3] = this.#header as unknown as number[];
    this.#headerSeen = 0;
    this.#content = (a << 16) | (b << 8) | c;
    this.#type = type;
    this.#flags = flags;
    this.#stream = (((s0 & 0x7f) << 24) | (s1 << 16) | (s2 << 8) | s3) >>> 0;
    this.#padLengthDue = type === frameType.data && (flags & padded) !== 0 && this.#content > 0;
    this.#parts[this.#partOfFrame()] += frameHeaderBytes;
    this.#endFrame();
  }

  #partOfFrame(): BytePart {
    if (this.#type === frameType.data) return 'dataFrames';
    return this.#type === frameType.headers || this.#type === frameType.continuation ? 'headers' : 'other';
  }

  /** Forgets a stream with its last frame. */
  #endFrame(): void {
    if (this.#content > 0 || this.#padding > 0) return;
    const carriesEnd = this.#type === frameType.data || this.#type === frameType.headers;
    const ends = carriesEnd && (this.#flags & endStream) !== 0;
    if (ends || this.#type === frameType.reset) this.#streams.delete(this.#stream);
  }

  #skip(length: number): number {
    this.#parts[this.#partOfFrame()] += length;
    return length;
  }

  #readData(chunk: Uint8Array, at: number, available: number): number {
    const message = this.#message();
    if (message.prefixSeen < grpcPrefixBytes) {
      if (message.prefixSeen > 0) message.length = message.length * 256 + (chunk[at] as number);
      message.prefixSeen += 1;
      this.#parts.grpcPrefixes += 1;
      if (message.prefixSeen === grpcPrefixBytes && message.length === 0) this.#endMessage(message);
      return 1;
    }
    message.kind ??= kindOf(chunk.subarray(at), this.#kinds);
    const taken = Math.min(message.length, available);
    message.length -= taken;
    this.#parts[message.kind] += taken;
    if (message.length === 0) this.#endMessage(message);
    return taken;
  }

  #message(): MessageState {
    const known = this.#streams.get(this.#stream);
    if (known !== undefined) return known;
    if (this.#streams.size === streamsFollowed) this.#streams.delete(this.#streams.keys().next().value as number);
    const begun = { prefixSeen: 0, length: 0, kind: null };
    this.#streams.set(this.#stream, begun);
    return begun;
  }

  #endMessage(message: MessageState): void {
    this.#messages += 1;
    message.prefixSeen = 0;
    message.length = 0;
    message.kind = null;
  }
}
