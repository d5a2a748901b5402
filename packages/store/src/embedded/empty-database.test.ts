import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeEmptyDatabase } from './empty-database.ts';
import { startParameters } from './start-parameters.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vedetta-empty-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes databases that have nothing in common', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  await Promise.all([makeEmptyDatabase(one), makeEmptyDatabase(other)]);
  const open = (dataDir: string) => PGlite.create({ dataDir, startParams: startParameters });
  const first = await open(one);
  await first.exec('CREATE TABLE public.written (n int)');
  await first.close();
  const second = await open(other);
  const tables = await second.query(
    `SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.rows).toEqual([]);
  await second.close();
});
