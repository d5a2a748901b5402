import { Counter, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { startMetricsServer } from './metrics-server.ts';

it('the metrics server shows metrics, says whether the process serves, and nothing else', async () => {
  const registry = new Registry();
  new Counter({ name: 'vedetta_test_total', help: 'A test.', registers: [registry] }).inc();
  let serving = false;
  const server = await startMetricsServer({ host: '127.0.0.1', port: 0, registry, isServing: () => serving });
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  expect(await (await ask('/metrics')).text()).toContain('vedetta_test_total 1');
  expect((await ask('/healthz')).status).toBe(503);
  serving = true;
  expect((await ask('/healthz?verbose')).status).toBe(200);
  expect([(await ask('/')).status, (await ask('/metrics', 'POST')).status]).toEqual([404, 405]);
  await expect(
    startMetricsServer({ host: '127.0.0.1', port: server.port, registry, isServing: () => true }),
  ).rejects.toThrow('EADDRINUSE');
  await server.close();
});
