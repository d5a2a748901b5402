import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { decisionsToCsv } from '../decision-csv.ts';
import { decisionFilter, decisionQuerySchema } from '../input/decision-query.ts';
import { wholeNumber } from '../input/fields.ts';
import { notFound } from '../problem.ts';
import { decisionDetailSchema, decisionSchema, pageOf } from '../schemas.ts';
import { answers, type GatewayApp, type RouteContext, truthQuery } from './context.ts';

const decisionKey = z.strictObject({ run: wholeNumber(0), slot: wholeNumber(0), inspection: wholeNumber(0) });

/** Address of the next page, relative to this one (RFC 8288). */
function nextLink(request: FastifyRequest, cursor: string): string {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  query.set('cursor', cursor);
  return `</v1/decisions?${query}>; rel="next"`;
}

export function decisionRoutes(app: GatewayApp, { store }: RouteContext): void {
  const tags = ['decisions'];

  app.get(
    '/v1/decisions',
    {
      config: { offers: ['application/json', 'text/csv'] },
      schema: {
        tags,
        summary: 'Decisions, as JSON or (Accept: text/csv) as CSV',
        description: 'The next page is named by `nextCursor`, and by the `link` header in both forms.',
        querystring: decisionQuerySchema,
        produces: ['application/json', 'text/csv'],
        response: answers({ 200: pageOf(decisionSchema) }),
      },
    },
    async (request, reply) => {
      const page = await store.decisions(decisionFilter(request.query));
      reply.header('vary', 'accept');
      if (page.nextCursor !== null) reply.header('link', nextLink(request, page.nextCursor));
      if (request.answerType === 'text/csv') {
        const text: unknown = decisionsToCsv(page.items);
        reply.type('text/csv; charset=utf-8; header=present').serializer((payload: unknown) => payload as string);
        return reply.send(text as never);
      }
      return page as unknown as z.output<ReturnType<typeof pageOf<typeof decisionSchema>>>;
    },
  );

  app.get(
    '/v1/decisions/:run/:slot/:inspection',
    {
      config: { offers: ['application/json'] },
      schema: {
        tags,
        summary: 'One decision: every local statistic, and who was missing or late',
        params: decisionKey,
        querystring: truthQuery,
        response: answers({ 200: decisionDetailSchema }),
      },
    },
    async ({ params: { run, slot, inspection }, query }) => {
      const decision = await store.decision(run, slot, inspection);
      if (!decision) throw notFound(`decision ${run}/${slot}/${inspection}`);
      const { evaluation, ...visible } = decision;
      return (query.truth ? { ...visible, evaluation } : visible) as unknown as z.output<typeof decisionDetailSchema>;
    },
  );
}
