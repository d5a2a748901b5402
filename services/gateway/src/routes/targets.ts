import { notFound } from '../problem.ts';
import { pageOf, targetSchema } from '../schemas.ts';
import { answers, type GatewayApp, idParameters, json, nothing, type RouteContext } from './context.ts';

export function targetRoutes(app: GatewayApp, { deployment }: RouteContext): void {
  const config = { offers: json };
  const tags = ['network'];

  const items = (deployment.targets ?? []).map(({ id, position, transmit, receive }) => ({
    id,
    estimate: [...position],
    transmit: [...transmit],
    receive: [...receive],
  }));

  app.get(
    '/v1/targets',
    {
      config,
      schema: {
        tags,
        summary: 'Targets that the network follows, where it believes them to be; none while it scans',
        querystring: nothing,
        response: answers({ 200: pageOf(targetSchema) }),
      },
    },
    async () => ({ items, nextCursor: null }),
  );

  app.get(
    '/v1/targets/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One followed target',
        params: idParameters,
        querystring: nothing,
        response: answers({ 200: targetSchema }),
      },
    },
    async ({ params }) => {
      const target = items[params.id];
      if (!target) throw notFound(`target ${params.id}`);
      return target;
    },
  );
}
