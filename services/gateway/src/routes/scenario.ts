import { scenarioSchema } from '../schemas.ts';
import { answers, type GatewayApp, json, type RouteContext, truthQuery } from './context.ts';

export function scenarioRoutes(app: GatewayApp, { store, network, scenario }: RouteContext): void {
  app.get(
    '/v1/scenario',
    {
      config: { offers: json },
      schema: {
        tags: ['network'],
        summary: 'The scenario, resolved',
        querystring: truthQuery,
        response: answers({ 200: scenarioSchema }),
      },
    },
    async ({ query }) => {
      const { name, hash, version } = scenario;
      const publicHalf = { name, hash, version, network };
      if (!query.truth) return publicHalf;
      return { ...publicHalf, world: (await store.scenario())?.world ?? null };
    },
  );
}
