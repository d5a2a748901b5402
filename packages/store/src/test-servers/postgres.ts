import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findExecutable, unprivilegedUser, versionedFolders } from './machine.ts';
import type { ServerKind } from './types.ts';

const run = promisify(execFile);

/** Killing a server does not need a disk that keeps its word, cutting the power would. */
const parameters = settings({ fsync: 'off' });

export const postgresKind: ServerKind = {
  name: 'PostgreSQL',
  urlVariable: 'VEDETTA_TEST_POSTGRES_URL',
  image: {
    name: process.env.VEDETTA_TEST_POSTGRES_IMAGE ?? 'postgres:15-bookworm',
    port: 5432,
    environment: { POSTGRES_USER: 'vedetta', POSTGRES_PASSWORD: 'vedetta', POSTGRES_DB: 'vedetta' },
    command: ['postgres', ...parameters],
  },
  stopSignal: 'SIGINT',
  url: (port) => `postgres://vedetta:vedetta@127.0.0.1:${port}/postgres`,
  findBinary() {
    const folders = versionedFolders('/usr/lib/postgresql', 15).map((version) => join(version, 'bin'));
    const initdb = findExecutable('initdb', folders);
    const server = findExecutable('postgres', folders);
    if (initdb === null || server === null) return null;
    const runner = unprivilegedUser('postgres');
    return {
      description: server,
      runner,
      async prepare(folder) {
        const options = ['-U', 'vedetta', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
        await run(initdb, ['-D', join(folder, 'data'), ...options], { cwd: folder, ...runner });
      },
      command: (folder, port) => [
        server,
        ...['-D', join(folder, 'data'), '-p', String(port)],
        ...parameters,
        ...settings({ listen_addresses: '127.0.0.1', unix_socket_directories: '', restart_after_crash: 'off' }),
      ],
    };
  },
  async ask(url) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
    } finally {
      void client.end().catch(() => {});
    }
  },
};

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** An empty database of its own on a server; dropped by `drop`. */
export async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `vedetta_test_${crypto.randomUUID().replaceAll('-', '')}`;
  await execute(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
