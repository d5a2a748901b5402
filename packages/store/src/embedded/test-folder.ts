import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFolder } from './database-folder.ts';

/** For tests: a new data folder with an empty database in it. */
export async function testFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vedetta-store-'));
  await databaseFolder(folder);
  return folder;
}
