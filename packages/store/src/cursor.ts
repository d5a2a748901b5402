import { BadCursorError } from './errors.ts';

/** Cursors are the key of the last item shown, with the list they belong to: base64url of `["decisions:newest",1,17,3]`. */

export function encodeCursor(list: string, key: readonly number[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/** @throws {BadCursorError} unless `cursor` came from `encodeCursor(list, key)` with a key of `length` integers ≥ 0. */
export function decodeCursor(list: string, cursor: string, length: number): number[] {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(cursor)) throw new BadCursorError(cursor, 'malformed');
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadCursorError(cursor, 'malformed');
  }
  if (!Array.isArray(parts) || parts.length !== length + 1) throw new BadCursorError(cursor, 'malformed');
  const [name, ...key] = parts as unknown[];
  if (name !== list) throw new BadCursorError(cursor, 'it belongs to another list or order');
  if (!key.every((part) => Number.isInteger(part) && (part as number) >= 0 && (part as number) <= 0x7fffffff)) {
    throw new BadCursorError(cursor, 'malformed');
  }
  return key as number[];
}
