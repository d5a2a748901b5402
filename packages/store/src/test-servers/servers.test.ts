import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { binarySource } from './processes.ts';
import { redisKind } from './redis.ts';
import type { ServerKind } from './types.ts';

const nowhere: ServerKind = { ...redisKind, findBinary: () => null };

test('a server that no package of this machine brings says so', () => {
  expect(binarySource(nowhere)).toEqual({ origin: null, description: 'no Redis is installed here' });
});

test('a server that cannot start is an error with its last words, and leaves nothing behind', async () => {
  const folders: string[] = [];
  const broken: ServerKind = {
    ...redisKind,
    findBinary: () => ({
      description: 'a server that cannot start',
      runner: null,
      async prepare(folder) {
        folders.push(folder);
      },
      command: () => [process.execPath, '-e', 'console.error("no room left"); process.exit(1)'],
    }),
  };
  const source = binarySource(broken);
  if (source.origin === null) throw new Error('unreachable');
  await expect(source.open()).rejects.toThrow(/Redis ended: .*no room left/s);
  expect(folders).toHaveLength(2);
  expect(folders.filter(existsSync)).toEqual([]);
});
