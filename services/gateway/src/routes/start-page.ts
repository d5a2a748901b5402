import { z } from 'zod';
import { answers, type GatewayApp, json, nothing, type RouteContext } from './context.ts';

const startPage = z.object({
  name: z.literal('vedetta'),
  version: z.string(),
  scenario: z.object({ name: z.string(), hash: z.string() }),
  links: z.record(z.string(), z.string()),
});

const links = {
  documentation: '/docs',
  openApi: '/docs/json',
  runs: '/v1/runs',
  scenario: '/v1/scenario',
  accessPoints: '/v1/access-points',
  links: '/v1/links',
  fronthaul: '/v1/fronthaul',
  regions: '/v1/regions',
  targets: '/v1/targets',
  decisions: '/v1/decisions',
  performance: '/v1/performance',
  events: '/v1/events',
  health: '/healthz',
  readiness: '/readyz',
  metrics: '/metrics',
};

export function startPageRoute(app: GatewayApp, { scenario: { name, hash, version } }: RouteContext): void {
  app.get(
    '/',
    {
      config: { offers: json },
      schema: {
        tags: ['health'],
        summary: 'Where to look',
        querystring: nothing,
        response: answers({ 200: startPage }),
      },
    },
    async () => ({ name: 'vedetta' as const, version, scenario: { name, hash }, links }),
  );
}
