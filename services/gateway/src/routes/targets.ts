import { pageOf, targetSchema } from '../schemas.ts';
import { answers, type GatewayApp, json, nothing, type RouteContext } from './context.ts';

export function targetRoutes(app: GatewayApp, { deployment }: RouteContext): void {
  const items = (deployment.targets ?? []).map(({ id, position, transmit, receive }) => ({
    id,
    estimate: [...position],
    transmit: [...transmit],
    receive: [...receive],
  }));

  app.get(
    '/v1/targets',
    {
      config: { offers: json },
      schema: {
        tags: ['network'],
        summary: 'Targets that the network follows, where it believes them to be; none while it scans',
        querystring: nothing,
        response: answers({ 200: pageOf(targetSchema) }),
      },
    },
    async () => ({ items, nextCursor: null }),
  );
}
