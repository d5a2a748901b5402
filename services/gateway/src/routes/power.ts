import { powerPlanSchema } from '../schemas.ts';
import { answers, type GatewayApp, json, nothing, type RouteContext } from './context.ts';

export function powerRoutes(app: GatewayApp, { store, network }: RouteContext): void {
  app.get(
    '/v1/power',
    {
      config: { offers: json },
      schema: {
        tags: ['network'],
        summary: 'Power control: the policy, and under max-min the powers that were solved for',
        querystring: nothing,
        response: answers({ 200: powerPlanSchema }),
      },
    },
    async () => ({ ...network.power, budgetW: network.accessPoints.powerW, allocations: await store.powerPlan() }),
  );
}
