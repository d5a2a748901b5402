import { containerSource } from './containers.ts';
import { postgresKind } from './postgres.ts';
import { binarySource } from './processes.ts';
import { redisKind } from './redis.ts';
import type { BorrowedServer, NoServer, ServerKind, ServerSource, TestServer } from './types.ts';

/**
 * Servers for tests, in this order: a URL in the environment, a container, a binary of this machine. Those of a URL
 * cannot be stopped and killed; `find…ToBreak` passes them over.
 */
export const findPostgres = () => find(postgresKind);
export const findRedis = () => find(redisKind);
export const findPostgresToBreak = () => findToBreak(postgresKind);
export const findRedisToBreak = () => findToBreak(redisKind);

async function find(kind: ServerKind): Promise<ServerSource<BorrowedServer> | NoServer> {
  const url = process.env[kind.urlVariable];
  if (url === undefined || url === '') {
    const found = await findToBreak(kind);
    if (found.origin !== null) return found;
    return { origin: null, description: `${kind.urlVariable} is not set; ${found.description}` };
  }
  return {
    origin: 'url',
    description: `${kind.name} from ${kind.urlVariable}`,
    open: async () => ({ url, close: async () => {} }),
  };
}

async function findToBreak(kind: ServerKind): Promise<ServerSource<TestServer> | NoServer> {
  const container = await containerSource(kind);
  if (container.origin !== null) return container;
  const binary = binarySource(kind);
  if (binary.origin !== null) return binary;
  return { origin: null, description: `${container.description}; ${binary.description}` };
}
