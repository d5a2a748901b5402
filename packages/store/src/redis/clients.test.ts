import { expect, test } from 'vitest';
import { ServerUrlError } from '../errors.ts';
import { isRedisUnavailable } from './clients.ts';
import { openFrameQueue } from './open-frame-queue.ts';

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
  for (const url of ['', 'localhost:6379', 'postgres://root:secret@x/y']) {
    const error = await openFrameQueue(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServerUrlError);
    expect((error as Error).message).not.toContain('secret');
  }
});
