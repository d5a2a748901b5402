import protobuf from 'protobufjs/minimal.js';

/** Reader over received bytes; fields of a newer protocol are skipped, not kept. */
export function readerOf(bytes: Uint8Array): protobuf.Reader {
  const reader = protobuf.Reader.create(bytes);
  reader.discardUnknown = true;
  return reader;
}

/** A body that was decoded: the generated types forget that absent fields read as their defaults. */
export type Received<T> = T extends readonly (infer E)[]
  ? readonly Received<E>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Received<NonNullable<T[K]>> }
    : T;

/** The bodies of a decoded message, of which at most one is there. */
export type Bodies<T> = {
  readonly [K in Exclude<keyof T, 'body' | '$unknowns'>]: Received<NonNullable<T[K]>> | undefined;
};

/** Written bytes as the Buffer that gRPC wants. */
export function finish(writer: protobuf.Writer): Buffer {
  const bytes = writer.finish();
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
