import type { StoreLogger } from '../logger.ts';

/** Keeps the messages, for tests that count them. */
export function recordingLogger(): StoreLogger & { readonly messages: string[] } {
  const messages: string[] = [];
  const keep = (_fields: object, message: string) => void messages.push(message);
  return { messages, info: keep, warn: keep, error: keep };
}
