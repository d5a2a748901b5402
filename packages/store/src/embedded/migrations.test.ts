import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectPreviousRows, PREVIOUS, previousRows } from '../conformance/previous-version.ts';
import { StoreFormatError } from '../errors.ts';
import { migrate } from '../sql/migrate.ts';
import { openEmbedded } from './open-embedded.ts';
import { startParameters } from './start-parameters.ts';
import { testFolder } from './test-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withDatabase(work: (database: PGlite) => Promise<unknown>): Promise<void> {
  const database = await PGlite.create({ dataDir: join(folder, 'db'), startParams: startParameters });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

test('data of the previous version are brought to this one, and go on', async () => {
  await withDatabase(async (database) => {
    await migrate(new Kysely({ dialect: new PGliteDialect({ pglite: database }) }), PREVIOUS);
    await database.exec(previousRows);
  });
  const opened = await openEmbedded(folder, { version: '0.2.0' });
  await expectPreviousRows(opened.store);
  await opened.close();
});

test('data of a newer version are refused and stay as they are', async () => {
  await (await openEmbedded(folder, { version: '0.1.0' })).close();
  const insert = `INSERT INTO vedetta.kysely_migration VALUES ('9999-from-the-future', '2030-01-01')`;
  await withDatabase((database) => database.exec(insert));
  await expect(openEmbedded(folder, { version: '0.1.0' })).rejects.toThrow(StoreFormatError);
  await withDatabase(async (database) => {
    const { rows } = await database.query('SELECT name FROM vedetta.kysely_migration ORDER BY name');
    expect(rows).toContainEqual({ name: '9999-from-the-future' });
  });
});
