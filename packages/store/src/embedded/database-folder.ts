import { existsSync, readFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFormatError } from '../errors.ts';
import { makeEmptyDatabase } from './empty-database.ts';

const DATABASE_NAME = 'db';
const POSTGRES_MAJOR = '18';

/**
 * The folder of an existing database, or of a new, empty one, which appears under its name only when it is complete.
 *
 * @param folder  locked by this process.
 * @throws {StoreFormatError} if the database there is of another PostgreSQL.
 */
export async function databaseFolder(folder: string): Promise<string> {
  const path = join(folder, DATABASE_NAME);
  await removeHalfMade(folder);
  const versionFile = join(path, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    await makeEmptyDatabase(`${path}.new`);
    await rename(`${path}.new`, path);
  }
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major !== POSTGRES_MAJOR) {
    throw new StoreFormatError(
      `${path} was written by PostgreSQL ${major}, this version needs ${POSTGRES_MAJOR}: name another folder`,
    );
  }
  return path;
}

async function removeHalfMade(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter((name) => name === `${DATABASE_NAME}.new`);
  for (const name of leftovers) await rm(join(folder, name), { recursive: true, force: true });
}
