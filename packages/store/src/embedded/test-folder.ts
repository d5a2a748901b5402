import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFolder } from './database-folder.ts';
import { creationParameters } from './start-parameters.ts';

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/vedetta-store', import.meta.url));

/** For tests: a new data folder with an empty database in it, copied from one that is made once per checkout. */
export async function testFolder(): Promise<string> {
  const made = join(
    cache,
    `${process.versions.node}-${Buffer.from(creationParameters.join(' ')).toString('base64url')}`,
  );
  if (!existsSync(made)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, 'new-'));
    await databaseFolder(fresh);
    try {
      renameSync(fresh, made);
    } catch {
      // Another test file was first.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'vedetta-store-'));
  cpSync(made, folder, { recursive: true });
  return folder;
}
