/** Server-sent events as they come over a response body (WHATWG HTML §9.2). */

export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
  /** Where to resume from. */
  readonly lastEventId: string;
}

/** Yields an event per block; a block without data only moves `lastEventId` and is yielded with empty data. */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let pending = '';
  let lastEventId = '';
  let type = 'message';
  let data: string[] = [];
  for await (const bytes of body) {
    pending += decoder.decode(bytes, { stream: true });
    const lines = pending.split(/\r\n|\n|\r(?!$)/);
    pending = lines.pop() as string;
    for (const line of lines) {
      if (line === '') {
        yield { type, data: data.join('\n'), lastEventId };
        [type, data] = ['message', []];
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon === -1 ? line : line.slice(0, colon);
      const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'id') lastEventId = value;
      else if (field === 'event') type = value;
      else if (field === 'data') data.push(value);
    }
  }
}
