import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { handleClientError, handleError, MAX_BODY_BYTES, sendProblem, toProblem } from './errors.ts';
import { guardRequests } from './guards.ts';
import { splitQuery, validate } from './input/validate.ts';
import { createGatewayMetrics } from './metrics.ts';
import { defaultRateLimits, type GatewayOptions } from './options.ts';
import { ProblemError } from './problem.ts';
import { accessPointRoutes } from './routes/access-points.ts';
import type { GatewayApp, RouteContext } from './routes/context.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { eventRoutes } from './routes/events.ts';
import { fronthaulRoutes } from './routes/fronthaul.ts';
import { healthRoutes } from './routes/health.ts';
import { linkRoutes } from './routes/links.ts';
import { performanceRoutes } from './routes/performance.ts';
import { powerRoutes } from './routes/power.ts';
import { regionRoutes } from './routes/regions.ts';
import { runRoutes } from './routes/runs.ts';
import { scenarioRoutes } from './routes/scenario.ts';
import { startPageRoute } from './routes/start-page.ts';
import { targetRoutes } from './routes/targets.ts';

const routes = [
  startPageRoute,
  runRoutes,
  scenarioRoutes,
  accessPointRoutes,
  linkRoutes,
  fronthaulRoutes,
  regionRoutes,
  targetRoutes,
  powerRoutes,
  decisionRoutes,
  performanceRoutes,
  eventRoutes,
  healthRoutes,
];

/** The gateway as a value: ready for `inject` or `listen`. Nothing is read from the environment. */
export async function buildGateway(options: GatewayOptions): Promise<GatewayApp> {
  const app = createApp(options);
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
    try {
      return { value: validate(schema, data) };
    } catch (error) {
      return { error: error as ProblemError };
    }
  });
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.removeContentTypeParser('text/plain');
  const figures = createGatewayMetrics(options.metrics);
  guardRequests(app, figures);
  await registerPlugins(app, options);
  const context: RouteContext = { ...options, figures };
  for (const register of routes) register(app, context);
  await app.ready();
  return app;
}

function createApp({ logger }: GatewayOptions): GatewayApp {
  const app: FastifyInstance = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: { maxHeaderSize: 32 * 1024 },
    clientErrorHandler: handleClientError,
    frameworkErrors: (error, _request, reply) => {
      const badUrl = error.code === 'FST_ERR_BAD_URL';
      sendProblem(
        reply,
        badUrl ? new ProblemError('INVALID_REQUEST', 'the path is not properly encoded') : toProblem(error),
      );
    },
    routerOptions: { querystringParser: splitQuery, maxParamLength: 500 },
  });
  return app.withTypeProvider<ZodTypeProvider>();
}

async function registerPlugins(app: GatewayApp, options: GatewayOptions): Promise<void> {
  await app.register(fastifyHelmet, {
    // Plain HTTP on one's own machine: nothing to upgrade to.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  });
  const limits = { ...defaultRateLimits, ...options.rateLimits };
  await app.register(fastifyRateLimit, {
    max: ({ ip }) => (isLoopback(ip) ? limits.loopback : limits.other),
    timeWindow: 60_000,
    allowList: ({ url }) => url === '/healthz' || url === '/readyz' || url === '/metrics',
    errorResponseBuilder: (_request, { max, after }) =>
      new ProblemError('TOO_MANY_REQUESTS', `${max} requests a minute are answered; ask again in ${after}`),
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Vedetta',
        description: 'What a cell-free massive-MIMO network that senses while it communicates has decided, and why.',
        version: options.scenario.version,
        license: { name: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      // The version comes last: `curl … | grep -q` for it reads to the end, so curl does not fail on a closed pipe.
      const { openapi, ...rest } = document.openapiObject;
      return { ...rest, openapi } as typeof document.openapiObject;
    },
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/docs' });
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
