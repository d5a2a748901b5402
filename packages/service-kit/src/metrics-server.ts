import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/metrics` for Prometheus and `/healthz` for whoever watches the process: 200 while `isServing`, else 503.
 *
 * @throws {Error} with Node's code (EADDRINUSE …) if the port cannot be bound.
 */
export async function startMetricsServer(options: {
  host: string;
  port: number;
  registry: Registry;
  isServing: () => boolean;
}): Promise<MetricsServer> {
  const { registry, isServing } = options;
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'GET alone\n');
    if (path === '/healthz')
      return answer(isServing() ? 200 : 503, 'text/plain', isServing() ? 'ok\n' : 'not serving\n');
    if (path !== '/metrics') return answer(404, 'text/plain', '/metrics and /healthz are here\n');
    registry.metrics().then(
      (text) => answer(200, registry.contentType, text),
      () => answer(500, 'text/plain', 'the metrics could not be read\n'),
    );
  });
  server.listen({ host: options.host, port: options.port });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
