import { z } from 'zod';
import { ProblemError } from '../problem.ts';
import { answers, type GatewayApp, nothing, type RouteContext } from './context.ts';

const PING_MS = 2_000;

async function answersInTime(ping: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PING_MS, false);
  });
  const answered = ping().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function healthRoutes(app: GatewayApp, { store, isReady, metrics }: RouteContext): void {
  const tags = ['health'];

  app.get(
    '/healthz',
    {
      schema: {
        tags,
        summary: 'The gateway lives',
        querystring: nothing,
        response: answers({ 200: z.object({ status: z.literal('ok') }) }),
      },
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        tags,
        summary: 'The network is scanning and can be asked; 503 says what is missing',
        querystring: nothing,
        response: answers({ 200: z.object({ ready: z.literal(true) }) }),
      },
    },
    async () => {
      const { ready, waitingFor } = await isReady();
      const reasons = (await answersInTime(() => store.ping())) ? waitingFor : ['the store to answer', ...waitingFor];
      if (ready && reasons.length === 0) return { ready: true as const };
      throw new ProblemError('NOT_READY', `waiting for ${reasons.join('; ') || 'the network'}`, {
        headers: { 'retry-after': '1' },
        extensions: { waitingFor: reasons },
      });
    },
  );

  app.get(
    '/metrics',
    { schema: { tags, summary: 'Prometheus metrics', produces: ['text/plain'] } },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
