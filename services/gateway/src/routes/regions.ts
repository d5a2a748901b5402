import type { SensingRegion } from '@vedetta/deployment';
import { notFound } from '../problem.ts';
import { pageOf, regionDetailSchema, regionSchema } from '../schemas.ts';
import { answers, type GatewayApp, idParameters, json, nothing, type RouteContext } from './context.ts';

export function regionRoutes(app: GatewayApp, { deployment }: RouteContext): void {
  const config = { offers: json };
  const tags = ['network'];

  const show = (region: SensingRegion) => ({
    id: region.id,
    centre: [...region.centre],
    lower: [...region.lower],
    upper: [...region.upper],
    transmit: [...region.transmit],
    receive: [...region.receive],
    cellCount: region.cellCount,
  });

  app.get(
    '/v1/regions',
    {
      config,
      schema: {
        tags,
        summary: 'Sensing regions',
        querystring: nothing,
        response: answers({ 200: pageOf(regionSchema) }),
      },
    },
    async () => ({ items: deployment.regions.map(show), nextCursor: null }),
  );

  app.get(
    '/v1/regions/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One sensing region with its cells',
        params: idParameters,
        querystring: nothing,
        response: answers({ 200: regionDetailSchema }),
      },
    },
    async ({ params }) => {
      const region = deployment.regions[params.id];
      if (!region) throw notFound(`region ${params.id}`);
      const cells = Array.from({ length: region.cellCount }, (_, cell) => [...region.cellPosition(cell)]);
      return { ...show(region), cells };
    },
  );
}
