import { z } from 'zod';
import { EventFeed } from '../event-feed.ts';
import { type StreamEnd, streamEvents } from '../event-stream.ts';
import { FronthaulFeed } from '../fronthaul-feed.ts';
import { eventQuery, eventQuerySchema } from '../input/event-query.ts';
import { defaultEventStreamLimits } from '../options.ts';
import { ProblemError } from '../problem.ts';
import type { GatewayApp, RouteContext } from './context.ts';

const headers = z.looseObject({ 'last-event-id': z.string().optional().describe('Go on after this event.') });

export function eventRoutes(app: GatewayApp, { store, events, figures, liveStatus }: RouteContext): void {
  const limits = { ...defaultEventStreamLimits, ...events };
  const feed = new EventFeed(store, limits.kept, (err) => app.log.error({ err }, 'reading the outbox failed'));
  const fronthaul = new FronthaulFeed({
    liveStatus,
    everyMs: limits.fronthaulMs,
    tell: (event) => feed.pass(event),
    onError: (err) => app.log.error({ err }, 'reading the links failed'),
  });
  const stopping = new AbortController();
  let open = 0;

  app.addHook('onReady', () => feed.start());
  app.addHook('preClose', async () => {
    stopping.abort();
    fronthaul.stop();
    await feed.stop();
  });

  app.get(
    '/v1/events',
    {
      exposeHeadRoute: false,
      config: { offers: ['text/event-stream'] },
      schema: {
        tags: ['events'],
        summary: 'Server-sent events: runs, committed frames and their alarms, and what the fronthaul carries',
        description:
          'Goes on after `Last-Event-ID`, else from now. A client that takes nothing for a while is dropped.',
        querystring: eventQuerySchema,
        headers,
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const query = eventQuery(request.query, request.headers['last-event-id']);
      if (open >= limits.maxStreams) {
        throw new ProblemError('TOO_MANY_STREAMS', `${limits.maxStreams} event streams are open, no more are served`, {
          headers: { 'retry-after': '5' },
        });
      }
      open += 1;
      let end: StreamEnd = 'error';
      let leave = () => {};
      figures.streamOpened();
      try {
        const unsubscribe = await feed.subscribe();
        const unlisten = query.types.has('fronthaul') ? fronthaul.listen() : () => {};
        leave = () => {
          unsubscribe();
          unlisten();
        };
        reply.hijack();
        reply.raw.writeHead(200, {
          ...(reply.getHeaders() as Record<string, string>),
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        end = await streamEvents(reply.raw, feed, query, limits, stopping.signal);
      } catch (error) {
        if (!reply.sent) throw error;
        request.log.error({ err: error }, 'event stream failed');
      } finally {
        open -= 1;
        leave();
        figures.streamClosed(end);
        if (reply.sent) {
          if (end === 'slow' || end === 'error') reply.raw.destroy();
          else reply.raw.end();
        }
      }
    },
  );
}
