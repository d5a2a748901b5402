import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill, newRun } from '../conformance/fixtures.ts';
import { StoreFormatError } from '../errors.ts';
import { openEmbedded } from './open-embedded.ts';

let root: string;
let folder: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'vedetta-reopen-'));
  folder = join(root, 'made', 'on', 'the', 'way');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a new folder is made, migrated from empty, and opens again with everything in it', async () => {
  const first = await openEmbedded(folder, { version: '0.1.0' });
  const run = await newRun(first.store);
  await fill(first.store, run.id, 0, 2);
  const decisions = await first.store.decisions({ run: run.id, limit: 100 });
  await first.queue.enqueue({ run: run.id, frame: 0 });
  await Promise.all([first.close(), first.close()]);
  expect(readdirSync(folder)).toEqual(['db']);

  const second = await openEmbedded(folder, { version: '0.2.0' });
  expect(await second.store.decisions({ run: run.id, limit: 100 })).toEqual(decisions);
  expect(await second.store.run(run.id)).toMatchObject({ version: '0.1.0', decidedSlots: 4 });
  expect(await second.store.createRun(run)).toMatchObject({ version: '0.2.0' });
  await second.close();
});

test('data of another PostgreSQL is refused before anything is touched', async () => {
  const other = join(root, 'other');
  mkdirSync(join(other, 'db'), { recursive: true });
  writeFileSync(join(other, 'db', 'PG_VERSION'), '17\n');
  await expect(openEmbedded(other, { version: '0.1.0' })).rejects.toThrow(StoreFormatError);
  expect(readdirSync(other)).toEqual(['db']);
});
