import { Client, credentials, status } from '@grpc/grpc-js';
import { expect, it } from 'vitest';
import { startHealth } from './health.ts';

function check(port: number, service: string): Promise<string | number> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const { promise, resolve } = Promise.withResolvers<string | number>();
  const bytes = (message: Buffer) => message;
  const request = Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)]);
  client.makeUnaryRequest('/grpc.health.v1.Health/Check', bytes, bytes, request, (error, answer) => {
    client.close();
    resolve(error ? error.code : (answer as Buffer).toString('hex'));
  });
  return promise;
}

it('the health server says what it is told, service by service', async () => {
  const server = await startHealth({ port: 0, services: ['vedetta.v1.Fronthaul'] });
  const [serving, notServing] = ['0801', '0802'];
  expect(await check(server.port, '')).toBe(notServing);
  server.set('', true);
  server.set('vedetta.v1.Fronthaul', true);
  expect(await check(server.port, '')).toBe(serving);
  expect(await check(server.port, 'vedetta.v1.Fronthaul')).toBe(serving);
  expect(await check(server.port, 'unknown')).toBe(status.NOT_FOUND);
  await server.close();
  expect(await check(server.port, '')).toBe(status.UNAVAILABLE);
});

it('a port in use is an error', async () => {
  const server = await startHealth({ port: 0 });
  await expect(startHealth({ port: server.port })).rejects.toThrow('EADDRINUSE');
  await server.close();
});
