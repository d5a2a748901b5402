import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGateway } from './gateway.ts';
import type { GatewayOptions } from './options.ts';
import type { GatewayApp } from './routes/context.ts';
import { type FilledStore, fillStore } from './testing/filled-gateway.ts';

let filled: FilledStore;
let options: GatewayOptions;
let app: GatewayApp;
const readiness = { ready: false, waitingFor: ['access point 4', 'access point 9'] };

beforeAll(async () => {
  filled = await fillStore(1);
  options = filled.gatewayOptions({ isReady: async () => readiness });
  app = await buildGateway(options);
});

afterAll(async () => {
  await app?.close();
  await filled?.close();
});

const post = (url: string, payload?: object) => app.inject({ method: 'POST', url, ...(payload ? { payload } : {}) });

describe('runs', () => {
  it('are created with the defaults that the documentation names', async () => {
    const response = await post('/v1/runs', {});
    expect(response.statusCode).toBe(201);
    const run = response.json();
    expect(response.headers.location).toBe(`/v1/runs/${run.id}`);
    const falseAlarmProbability = options.network.sensing.falseAlarmProbability;
    expect(run).toMatchObject({ status: 'queued', seed: 1, slots: null, pace: 1, falseAlarmProbability });
    expect((await app.inject(`/v1/runs/${run.id}`)).json()).toEqual(run);
  });

  it('take a seed, slots, a pace and a false-alarm probability, and the scenario by name or hash', async () => {
    const asked = { seed: 2 ** 53 - 1, slots: 80, pace: 'fast', falseAlarmProbability: 1e-3 };
    const { name, hash } = options.scenario;
    for (const scenario of [{ scenario: name }, { scenario: hash }, { scenarioHash: hash }]) {
      const response = await post('/v1/runs', { ...asked, ...scenario });
      expect(response.json()).toMatchObject({ ...asked, scenarioHash: hash });
    }
  });

  it('with another scenario are a conflict that names the present one', async () => {
    const { name, hash } = options.scenario;
    for (const other of [
      { scenario: 'paper-literal' },
      { scenarioHash: '0'.repeat(64) },
      { scenario: name, scenarioHash: name },
    ]) {
      const response = await post('/v1/runs', other);
      expect(response.json()).toMatchObject({ status: 409, code: 'OTHER_SCENARIO', scenario: { name, hash } });
    }
  });

  it('are listed newest first, page by page', async () => {
    const ids = [];
    let cursor = '';
    do {
      const page = (await app.inject(`/v1/runs?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).json();
      ids.push(...page.items.map(({ id }: { id: number }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual([5, 4, 3, 2, 1]);
  });

  it('are stopped once; to stop again changes nothing, and one that is over cannot be stopped', async () => {
    const stopped = (await post('/v1/runs/2/stop')).json();
    expect(stopped).toMatchObject({ id: 2, status: 'stopped' });
    expect((await post('/v1/runs/2/stop')).json()).toEqual(stopped);
    await filled.store.setRunStatus(1, 'completed');
    expect((await post('/v1/runs/1/stop')).json()).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect((await post('/v1/runs/77/stop')).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('health', () => {
  it('is 200 from the start, readiness 503 with its reasons until the network is ready', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const waiting = await app.inject('/readyz');
    expect(waiting.json()).toMatchObject({
      status: 503,
      code: 'NOT_READY',
      detail: 'waiting for access point 4; access point 9',
      waitingFor: readiness.waitingFor,
    });
    Object.assign(readiness, { ready: true, waitingFor: [] });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  it('shows metrics in the Prometheus text form, by route and not by address', async () => {
    const { body, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/^# TYPE vedetta_http_request_duration_seconds histogram$/m);
    expect(body).toContain('vedetta_http_requests_total{method="POST",route="/v1/runs/:id/stop",status="404"} 1');
    expect(body).not.toContain('/v1/runs/77');
    expect(Buffer.byteLength(body) % 4096).toBe(0);
  });
});

describe('documentation', () => {
  it('is an OpenAPI document with a typed answer and a summary for every operation', async () => {
    const document = (await app.inject('/docs/json')).json();
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document).at(-1)).toBe('openapi');
    const operations = Object.entries(
      document.paths as Record<string, Record<string, { summary?: string; tags?: string[] }>>,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );
    expect(operations.map(({ path, method }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'get /v1/decisions',
        'get /v1/events',
        'post /v1/runs',
        'post /v1/runs/{id}/stop',
        'get /metrics',
      ]),
    );
    for (const { summary, tags } of operations)
      expect([summary, tags]).toEqual([expect.any(String), [expect.any(String)]]);
    const limit = document.paths['/v1/decisions'].get.parameters.find(({ name }: { name: string }) => name === 'limit');
    expect(limit.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000 });
    expect((await app.inject('/docs')).headers['content-type']).toContain('text/html');
  });
});
