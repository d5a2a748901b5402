import { fronthaulSchema } from '../link-schemas.ts';
import { fronthaulView } from '../link-view.ts';
import { answers, type GatewayApp, json, nothing, type RouteContext } from './context.ts';

export function fronthaulRoutes(app: GatewayApp, { network, liveStatus }: RouteContext): void {
  app.get(
    '/v1/fronthaul',
    {
      config: { offers: json },
      schema: {
        tags: ['network'],
        summary: 'All links together: bytes by part and direction, what became of reports, latency and lateness',
        querystring: nothing,
        response: answers({ 200: fronthaulSchema }),
      },
    },
    async () => {
      const { links, reports } = await liveStatus();
      return fronthaulView(links, reports, network);
    },
  );
}
