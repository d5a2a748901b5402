import type { FastifyRequest } from 'fastify';
import { MAX_URL_BYTES, sendProblem, urlTooLong } from './errors.ts';
import { negotiate } from './input/accept.ts';
import type { GatewayMetrics } from './metrics.ts';
import { ProblemError } from './problem.ts';
import type { GatewayApp } from './routes/context.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What holds for every request: length, origin, media type; 404 and 405; figures. Call before any route is added. */
export function guardRequests(app: GatewayApp, figures: GatewayMetrics): void {
  const known: { pattern: RegExp; methods: Set<string> }[] = [];

  app.addHook('onRoute', ({ url, method }) => {
    const source = url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[^/]+/g, '[^/]+')
      .replaceAll('*', '.*');
    known.push({ pattern: new RegExp(`^${source}$`), methods: new Set([method].flat()) });
  });

  app.decorateRequest('answerType', '');
  app.addHook('onRequest', async (request) => {
    if (Buffer.byteLength(request.raw.url ?? '') > MAX_URL_BYTES) throw urlTooLong();
    refuseOtherOrigin(request);
    const { offers } = request.routeOptions.config;
    if (!offers) return;
    const chosen = negotiate(request.headers.accept, offers);
    if (chosen === null) {
      throw new ProblemError('NOT_ACCEPTABLE', `this is offered as ${offers.join(' or ')}`);
    }
    request.answerType = chosen;
  });

  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    figures.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  });

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    const methods = new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap((route) => [...route.methods]));
    if (methods.size === 0 || methods.has(request.method)) {
      return sendProblem(reply, new ProblemError('NOT_FOUND', 'no such address; /docs lists all'));
    }
    const allow = [...methods].sort().join(', ');
    return sendProblem(
      reply,
      new ProblemError('METHOD_NOT_ALLOWED', `${request.method} is not offered here; ${allow} is`, {
        headers: { allow },
      }),
    );
  });
}

/** A page of another site that is open in the user's browser must not start or stop runs. */
function refuseOtherOrigin({ method, headers }: FastifyRequest): void {
  const { origin, host } = headers;
  if (origin === undefined || SAFE_METHODS.has(method)) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new ProblemError('CROSS_ORIGIN', `a page of ${origin.slice(0, 100)} asked for a change`);
}
