import { checkPace, effectiveLinks } from '@vedetta/deployment';
import { withoutUndefined } from '../input/decision-query.ts';
import { runRequest, runRequestSchema, runsQuerySchema } from '../input/run-request.ts';
import { notFound } from '../problem.ts';
import { pageOf, runSchema } from '../schemas.ts';
import { answers, type GatewayApp, idParameters, json, nothing, type RouteContext } from './context.ts';

export function runRoutes(app: GatewayApp, { store, network, deployment, scenario, runControl }: RouteContext): void {
  const config = { offers: json };
  const tags = ['runs'];

  app.get(
    '/v1/runs',
    {
      config,
      schema: {
        tags,
        summary: 'Runs, newest first',
        querystring: runsQuerySchema,
        response: answers({ 200: pageOf(runSchema) }),
      },
    },
    async (request) => {
      const page = await store.runs(withoutUndefined(request.query) as { limit: number; cursor?: string });
      return { items: [...page.items], nextCursor: page.nextCursor };
    },
  );

  app.get(
    '/v1/runs/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One run',
        params: idParameters,
        querystring: nothing,
        response: answers({ 200: runSchema }),
      },
    },
    async ({ params }) => {
      const run = await store.run(params.id);
      if (!run) throw notFound(`run ${params.id}`);
      return run;
    },
  );

  app.post(
    '/v1/runs',
    {
      config,
      schema: {
        tags,
        summary: 'Ask for a run; one runs at a time, others wait',
        querystring: nothing,
        body: runRequestSchema,
        response: answers({ 201: runSchema }),
      },
    },
    async (request, reply) => {
      const asked = runRequest(request.body, network, scenario);
      checkPace(effectiveLinks(deployment, await store.changedLinks()), asked.pace);
      const run = await runControl.create(asked);
      return reply.code(201).header('location', `/v1/runs/${run.id}`).send(run);
    },
  );

  app.post(
    '/v1/runs/:id/stop',
    {
      config,
      schema: {
        tags,
        summary: 'Stop a run that runs or waits',
        params: idParameters,
        querystring: nothing,
        response: answers({ 200: runSchema }),
      },
    },
    async ({ params }) => {
      const run = await store.run(params.id);
      if (!run) throw notFound(`run ${params.id}`);
      return run.status === 'stopped' ? run : runControl.stop(params.id);
    },
  );
}
