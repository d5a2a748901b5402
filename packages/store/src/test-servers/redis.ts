import { Redis } from 'ioredis';
import { findExecutable, unprivilegedUser } from './machine.ts';
import type { ServerKind } from './types.ts';

/** Keeps what it has said yes to, as in operation: append-only file, no snapshots. */
const settings = ['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'];

export const redisKind: ServerKind = {
  name: 'Redis',
  urlVariable: 'VEDETTA_TEST_REDIS_URL',
  image: {
    name: process.env.VEDETTA_TEST_REDIS_IMAGE ?? 'redis:7-bookworm',
    port: 6379,
    environment: {},
    command: ['redis-server', ...settings],
  },
  stopSignal: 'SIGTERM',
  url: (port) => `redis://127.0.0.1:${port}`,
  findBinary() {
    const server = findExecutable('redis-server');
    if (server === null) return null;
    return {
      description: server,
      runner: unprivilegedUser('redis'),
      async prepare() {},
      command: (folder, port) => [
        server,
        ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--daemonize', 'no'],
        ...settings,
      ],
    };
  },
  async ask(url) {
    const client = new Redis(url, { retryStrategy: () => null, lazyConnect: true, connectTimeout: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.ping();
    } finally {
      client.disconnect();
    }
  },
};
