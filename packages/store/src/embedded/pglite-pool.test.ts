import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PgNotification } from 'bullmq';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPglitePool } from './pglite-pool.ts';
import { startParameters } from './start-parameters.ts';
import { testFolder } from './test-folder.ts';

let folder: string;
let database: PGlite;
let pool: ReturnType<typeof createPglitePool>;

beforeAll(async () => {
  folder = await testFolder();
  database = await PGlite.create({ dataDir: join(folder, 'db'), startParams: startParameters });
  await database.exec('CREATE SCHEMA bullmq');
  pool = createPglitePool(database);
  await pool.query('CREATE TABLE word (text text); CREATE TABLE other (id integer)');
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = async () =>
  (await pool.query<{ text: string }>('SELECT text FROM word ORDER BY 1')).rows.map((r) => r.text);

test('statements beside an open transaction wait for its end', async () => {
  const client = await pool.connect();
  await client.query('-- a comment first\nBEGIN');
  await client.query('INSERT INTO word VALUES ($1)', ['rolled back']);
  let outside = false;
  const beside = pool.query('INSERT INTO word VALUES ($1)', ['beside']).then(() => {
    outside = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(outside).toBe(false);
  await client.query('ROLLBACK');
  await beside;
  expect(await words()).toEqual(['beside']);
  client.release();
});

test('a client that is released in the middle of a transaction undoes it', async () => {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO word VALUES ($1)', ['forgotten']);
  client.release(true);
  expect(await words()).toEqual(['beside']);
});

test('a failed statement does not end a transaction for the others', async () => {
  const client = await pool.connect();
  await client.query('BEGIN');
  await expect(client.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
  await client.query('ROLLBACK');
  client.release();
  expect(await words()).toEqual(['beside']);
});

test('notifications reach a listening client until it is released, also behind a comment', async () => {
  const client = await pool.connect();
  const heard: PgNotification[] = [];
  client.on('notification', (message) => heard.push(message));
  await client.query('-- subscribes\n-- to news\nLISTEN news;\n');
  await pool.query('SELECT pg_notify($1, $2)', ['news', 'now']);
  await pool.query('SELECT 1');
  expect(heard).toEqual([{ channel: 'news', payload: 'now' }]);
  client.release();
  await pool.query('SELECT pg_notify($1, $2)', ['news', 'later']);
  await pool.query('SELECT 1');
  expect(heard).toHaveLength(1);
});

test('several statements in one text give the last result, with its row count', async () => {
  const result = await pool.query('INSERT INTO other VALUES (1), (2); SELECT id FROM other ORDER BY id');
  expect(result).toEqual({ rows: [{ id: 1 }, { id: 2 }], rowCount: 2 });
  expect((await pool.query('UPDATE other SET id = id + $1', [1])).rowCount).toBe(2);
});
