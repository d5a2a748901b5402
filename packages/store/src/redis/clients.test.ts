import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ServerUrlError } from '../errors.ts';
import { isRedisUnavailable } from './clients.ts';
import { openFrameQueue } from './open-frame-queue.ts';
import { openRedis } from './open-redis.ts';

const reply = (message: string) => Object.assign(new Error(message), { name: 'ReplyError' });

test('a server that is away, or says "not now", is told from one that refuses', () => {
  const away = [
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), { code: 'ECONNREFUSED' }),
    new Error('Command timed out'),
    new Error('Connection is closed.'),
    new Error("Stream isn't writeable and enableOfflineQueue options is false"),
    reply('LOADING Redis is loading the dataset in memory'),
    reply("READONLY You can't write against a read only replica."),
    reply("OOM command not allowed when used memory > 'maxmemory'."),
  ];
  for (const error of away) expect(isRedisUnavailable(error), error.message).toBe(true);
  const refusals = [
    reply('WRONGPASS invalid username-password pair'),
    reply('ERR unknown command'),
    new TypeError('x'),
  ];
  for (const error of refusals) expect(isRedisUnavailable(error), error.message).toBe(false);
});

test('what is no address of a Redis server is refused, without repeating its password', async () => {
  const split = ['redis://root:1#secret@x', 'redis://root:1/secret@x', 'redis://root:1?secret@x'];
  for (const url of ['', 'localhost:6379', 'postgres://root:secret@x/y', ...split]) {
    const error = await openFrameQueue(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServerUrlError);
    expect((error as Error).message).not.toContain('secret');
  }
});

test('a server that refuses the password is told without it, in everything the error holds', async () => {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      heard.push(String(data));
      socket.write('-WRONGPASS invalid username-password pair or user is disabled.\r\n');
    });
    socket.on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `redis://units:secret@127.0.0.1:${(server.address() as AddressInfo).port}/3`;
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => void logged.push(line);
  const logger = { info: log, warn: log, error: log };
  for (const open of [openRedis, openFrameQueue]) {
    const error = await open(url, { logger }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringMatching(/^WRONGPASS/) });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('secret');
    expect(JSON.stringify(error)).not.toContain('secret');
  }
  server.close();
  expect(heard.join('')).toContain('secret');
  expect(logged.length).toBeGreaterThan(0);
  expect(inspect(logged, { depth: null })).not.toContain('secret');
});
