import type { ServerResponse } from 'node:http';
import type { EventFeed } from './event-feed.ts';
import { type EventQuery, isWanted } from './input/event-query.ts';
import type { EventStreamLimits } from './options.ts';

export type StreamEnd = 'client' | 'server' | 'slow' | 'error';

/** Longest wait for events that the feed knows of and the store does not show yet. */
const HIDDEN_EVENT_WAIT_MS = 1_000;

/**
 * Writes events to one response until the client goes, the server stops, or the client takes nothing for too long.
 * What is buffered for a client is one batch: the next is read only after the socket took the last one.
 * A heartbeat carries the position, so that a client of rare events resumes from where it is.
 *
 * @param response  head already written
 */
export async function streamEvents(
  response: ServerResponse,
  feed: EventFeed,
  query: EventQuery,
  limits: EventStreamLimits,
  stopping: AbortSignal,
): Promise<StreamEnd> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.on('error', () => gone.abort());
  const over = AbortSignal.any([gone.signal, stopping]);
  let position = startPosition(query, feed);
  response.write(`retry: 2000\nid: ${position}\n\n`);
  let lastWrite = Date.now();
  let passed = feed.passing.number;

  while (!over.aborted) {
    const version = feed.version;
    const events = await feed.read(position, limits.batch);
    position = events.at(-1)?.id ?? position;
    let chunk = '';
    for (const event of events) if (isWanted(query, event)) chunk += event.text;
    const silence = Date.now() - lastWrite;
    if (chunk === '' && silence >= limits.heartbeatMs) chunk = `: heartbeat\nid: ${position}\n\n`;
    if (chunk !== '') lastWrite = Date.now();
    // What passes has no position: the heartbeat comes all the same.
    if (query.types.has('fronthaul') && feed.passing.number > passed) chunk += feed.passing.text;
    passed = feed.passing.number;
    if (chunk !== '') {
      if (!response.write(chunk) && !(await drained(response, limits.drainTimeoutMs, over))) return 'slow';
    } else if (events.length === 0) {
      const wait = limits.heartbeatMs - silence;
      await feed.changed(version, position < feed.newest ? Math.min(wait, HIDDEN_EVENT_WAIT_MS) : wait, over);
    }
  }
  return stopping.aborted ? 'server' : 'client';
}

/** An id from the future belongs to another data folder: such a client goes on from now. */
function startPosition({ lastEventId }: EventQuery, feed: EventFeed): number {
  return lastEventId === null || lastEventId > feed.newest ? feed.newest : lastEventId;
}

/** False if the socket took nothing for `timeoutMs`. */
function drained(response: ServerResponse, timeoutMs: number, over: AbortSignal): Promise<boolean> {
  if (over.aborted || !response.writableNeedDrain) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (inTime: boolean) => {
      clearTimeout(timer);
      response.off('drain', onTime);
      over.removeEventListener('abort', onTime);
      resolve(inTime);
    };
    const onTime = () => finish(true);
    const timer = setTimeout(() => finish(false), timeoutMs);
    response.once('drain', onTime);
    over.addEventListener('abort', onTime, { once: true });
  });
}
