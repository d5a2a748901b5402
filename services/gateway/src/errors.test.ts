import { once } from 'node:events';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGateway } from './gateway.ts';
import { createGateway, type GatewayListenError, type ListeningGateway } from './server.ts';
import { type FilledStore, fillStore } from './testing/filled-gateway.ts';

let filled: FilledStore;
let gateway: ListeningGateway;
let base: string;

beforeAll(async () => {
  filled = await fillStore(1);
  gateway = await createGateway({ ...filled.gatewayOptions(), port: 0 });
  base = `http://127.0.0.1:${gateway.port}`;
});

afterAll(async () => {
  await gateway?.close();
  await filled?.close();
});

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: response.status, type: expect.stringContaining('urn:vedetta:problem:') });
  expect(problem.title).toBeTypeOf('string');
  expect(problem.detail).toBeTypeOf('string');
  return problem;
}

const post = (
  path: string,
  body: string | null,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => fetch(base + path, { method: 'POST', body, headers });

/** What the gateway says to bytes that fetch would not send. */
async function raw(bytes: string): Promise<string> {
  const socket = createConnection(gateway.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.end(bytes);
  return text(socket).catch(() => '');
}

describe('every refusal is a problem document', () => {
  it.each([
    ['GET', '/v1/nothing', 404, 'NOT_FOUND'],
    ['GET', '/v1/runs/99', 404, 'NOT_FOUND'],
    ['GET', '/v1/runs/one', 400, 'INVALID_REQUEST'],
    ['GET', '/v1/runs/%E0%A4%A', 400, 'INVALID_REQUEST'],
    ['GET', '/v1/runs?limit=1&limit=1', 400, 'INVALID_REQUEST'],
    ['GET', '/v1/runs?cursor=WzFd', 400, 'INVALID_REQUEST'],
    ['GET', '/v1/decisions?cursor=abc', 400, 'INVALID_REQUEST'],
    ['GET', '/healthz?deep=true', 400, 'INVALID_REQUEST'],
    ['DELETE', '/v1/runs/1', 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS', '/v1/decisions', 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '/v1/nothing', 404, 'NOT_FOUND'],
    ['GET', `/v1/decisions?cursor=${'a'.repeat(9_000)}`, 414, 'URI_TOO_LONG'],
    ['GET', `/v1/runs/${'1'.repeat(9_000)}`, 414, 'URI_TOO_LONG'],
    ['GET', `/v1/runs/${'1'.repeat(1_000)}`, 414, 'URI_TOO_LONG'],
    ['GET', `/${'x'.repeat(60_000)}`, 414, 'URI_TOO_LONG'],
  ])('%s %.40s is %i %s', async (method, path, status, code) => {
    const response = await fetch(base + path, { method });
    expect(response.status).toBe(status);
    expect((await problemOf(response)).code).toBe(code);
  });

  it('says which methods an address has', async () => {
    const response = await fetch(`${base}/v1/runs`, { method: 'PATCH' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('says which media types an address has', async () => {
    const response = await fetch(`${base}/v1/decisions`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(406);
    expect((await problemOf(response)).detail).toBe('this is offered as application/json or text/csv');
  });

  it.each([
    ['{', 400],
    ['', 400],
    ['[]', 400],
    ['null', 400],
    ['{"seed":-1,"slots":0,"pace":"slow","falseAlarmProbability":1,"colour":"red"}', 400],
    ['{"__proto__":{"seed":1}}', 400],
    [`{"scenario":"${'x'.repeat(70_000)}"}`, 413],
  ])('a body %.30s is %i', async (body, status) => {
    const response = await post('/v1/runs', body);
    expect(response.status).toBe(status);
    await problemOf(response);
  });

  it('names every wrong field of a body', async () => {
    const response = await post('/v1/runs', '{"seed":1.5,"slots":0,"pace":0,"falseAlarmProbability":1,"colour":"red"}');
    const { errors } = (await problemOf(response)) as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(['seed', 'slots', 'pace', 'falseAlarmProbability', 'colour']);
    expect(errors[2]?.message).toBe(
      'is 0; "fast", or emulated seconds per wall second above 0 and up to 1000, is allowed',
    );
  });

  it('whatever JSON a body is, it makes a run or is refused with a problem document', async () => {
    const keys = fc.constantFrom('seed', 'slots', 'pace', 'falseAlarmProbability', 'scenario', 'colour', '__proto__');
    const near = fc.dictionary(keys, fc.oneof(fc.nat(), fc.double(), fc.constant('fast'), fc.constant(null)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, fc.jsonValue()), async (value) => {
        const response = await post('/v1/runs', JSON.stringify(value));
        if (response.status === 201) return void (await response.json());
        expect([400, 409]).toContain(response.status);
        await problemOf(response);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/xml' },
    {},
  ])('a body that is %o is 415', async (headers) => {
    const response = await post('/v1/runs', '{}', headers);
    expect(response.status).toBe(415);
    await problemOf(response);
  });

  it('a change that a page of another site asks for is 403', async () => {
    const response = await post('/v1/runs/1/stop', null, { origin: 'http://elsewhere.example' });
    expect((await problemOf(response)).code).toBe('CROSS_ORIGIN');
    expect((await filled.store.run(1))?.status).toBe('running');
  });

  it('what is not HTTP, and header fields without end, are answered and cut off', async () => {
    expect(await raw('\x16\x03\x01garbage\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 Bad Request\r\ncontent-type: application\/problem\+json/,
    );
    expect(await raw(`GET /v1/runs HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`)).toContain('"status":431');
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  it('a client that asks too often is 429', async () => {
    const app = await buildGateway(filled.gatewayOptions({ rateLimits: { loopback: 2 } }));
    try {
      const statuses = [];
      for (let n = 0; n < 3; n += 1) statuses.push((await app.inject('/v1/runs')).statusCode);
      expect(statuses).toEqual([200, 200, 429]);
      expect((await app.inject('/v1/runs')).json()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
      expect((await app.inject('/healthz')).statusCode).toBe(200);
    } finally {
      await app.close();
    }
  });

  it('an error inside is 500 and says nothing of the inside', async () => {
    const liveStatus = () => {
      throw new Error('password is 1234');
    };
    const app = await buildGateway(filled.gatewayOptions({ liveStatus }));
    const response = await app.inject('/v1/access-points');
    expect(response.json()).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(response.body).not.toContain('1234');
    await app.close();
  });
});

describe('a port that is taken', () => {
  it('is one error that names it', async () => {
    const failure = createGateway({ ...filled.gatewayOptions(), port: gateway.port });
    await expect(failure).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      port: gateway.port,
    } satisfies Partial<GatewayListenError>);
    await expect(failure).rejects.toThrow(
      `port ${gateway.port} of 127.0.0.1 is in use by another process; choose another with --port`,
    );
  });
});

describe('closing', () => {
  it('does not wait for connections that are kept alive or half open', async () => {
    const other = await createGateway({ ...filled.gatewayOptions(), port: 0 });
    const socket = createConnection(other.port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write('GET /healthz HT');
    const before = performance.now();
    await other.close();
    expect(performance.now() - before).toBeLessThan(5_000);
    socket.destroy();
  });
});
