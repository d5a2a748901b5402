import { z } from 'zod';
import { ProblemError } from '../problem.ts';
import { answers, type GatewayApp, nothing, type RouteContext } from './context.ts';

const CHECK_MS = 2_000;

/** What is missing; a check that fails or does not end in time is a reason as well. */
async function reasonsToWait({ store, isReady }: RouteContext): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(resolve, CHECK_MS, ['the store to answer']);
  });
  const checked = (async () => {
    await store.ping();
    const { ready, waitingFor } = await isReady();
    return ready ? [] : waitingFor.length > 0 ? waitingFor : ['the network'];
  })().catch(() => ['the store to answer']);
  try {
    return await Promise.race([checked, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function healthRoutes(app: GatewayApp, context: RouteContext): void {
  const { metrics } = context;
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
      const waitingFor = await reasonsToWait(context);
      if (waitingFor.length === 0) return { ready: true as const };
      throw new ProblemError('NOT_READY', `waiting for ${waitingFor.join('; ')}`, {
        headers: { 'retry-after': '1' },
        extensions: { waitingFor },
      });
    },
  );

  app.get(
    '/metrics',
    { schema: { tags, summary: 'Prometheus metrics', produces: ['text/plain'] } },
    async (_request, reply) => reply.type(metrics.contentType).send(inWholePages(await metrics.metrics())),
  );
}

const PAGE_BYTES = 4_096;

/** Blank lines up to a whole page: curl then hands a pipe all at once, and `curl … | grep -q` cannot break it midway. */
function inWholePages(text: string): string {
  return text + '\n'.repeat((PAGE_BYTES - (Buffer.byteLength(text) % PAGE_BYTES)) % PAGE_BYTES);
}
