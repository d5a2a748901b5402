import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildGateway } from './gateway.ts';
import type { GatewayApp } from './routes/context.ts';
import { type FilledStore, fillStore } from './testing/filled-gateway.ts';

/** A network that follows three targets. */

let filled: FilledStore;
let app: GatewayApp;

beforeAll(async () => {
  filled = await fillStore(1, {
    phase: 'tracking',
    targetEstimatesMetres: [
      [60, 80, 40],
      [400, 90, 60],
      [150, 250, 30],
    ],
  });
  app = await buildGateway(filled.gatewayOptions());
});

afterAll(async () => {
  await app?.close();
  await filled?.close();
});

async function getJson(url: string) {
  const response = await app.inject({ url });
  return { status: response.statusCode, type: response.headers['content-type'], body: response.json() };
}

it('a followed target is shown as in the list of them; one that is not followed is a 404', async () => {
  const { body: list } = await getJson('/v1/targets');
  expect(list.items).toEqual(
    filled.deployment.targets?.map(({ id, position, transmit, receive }) => ({
      id,
      estimate: position,
      transmit,
      receive,
    })),
  );
  for (const target of list.items)
    expect(await getJson(`/v1/targets/${target.id}`)).toMatchObject({ status: 200, body: target });
  expect(await getJson('/v1/targets/3')).toMatchObject({
    status: 404,
    type: 'application/problem+json',
    body: { status: 404, code: 'NOT_FOUND', detail: 'target 3 does not exist' },
  });
  expect(await getJson('/v1/targets/first')).toMatchObject({
    status: 400,
    body: { code: 'INVALID_REQUEST', errors: [{ path: 'id' }] },
  });
});

it('decisions name the target that access points are said to sense', async () => {
  const { body } = await getJson('/v1/decisions?phase=tracking&region=1&limit=1');
  const [{ region, position, reportsExpected }] = body.items;
  const { body: target } = await getJson(`/v1/targets/${region}`);
  expect(position).toEqual(target.estimate);
  expect(reportsExpected).toBe(target.receive.length);
  const { body: accessPoint } = await getJson(`/v1/access-points/${target.receive[0]}`);
  expect(accessPoint.targets).toContain(1);
});

it('every answer is described: the OpenAPI document has the list and the one', async () => {
  const { body } = await getJson('/docs/json');
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/v1/targets', '/v1/targets/{id}']));
  const answers = body.paths['/v1/targets/{id}'].get.responses;
  expect(Object.keys(answers['200'].content['application/json'].schema.properties)).toEqual([
    'id',
    'estimate',
    'transmit',
    'receive',
  ]);
  expect(Object.keys(answers)).toContain('4XX');
});
