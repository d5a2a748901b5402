import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { creationParameters, startParameters } from './start-parameters.ts';

const creator = fileURLToPath(new URL('./create-database.ts', import.meta.url));

/**
 * Makes an empty database in `path`, a new folder.
 *
 * PostgreSQL needs two to four seconds for that, and 250 MB, hence a process of its own; a copy takes a tenth. So the
 * first one of an installation is kept beside its modules, and gone when they are installed anew. Where nothing can be
 * kept each is made by itself.
 */
export async function makeEmptyDatabase(path: string): Promise<void> {
  const kept = await keptDatabase().catch(() => null);
  if (kept === null) {
    await mkdir(path, { recursive: true });
    await create(path);
    return;
  }
  // A thousand small files: this blocks for 50 ms, where `cp` of promises takes 300 to 800.
  cpSync(kept, path, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** @throws what the file system says where `node_modules` cannot be written. */
async function keptDatabase(): Promise<string> {
  const { cache, name } = place();
  const kept = join(cache, name);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'new-'));
  try {
    await create(fresh);
    await rename(fresh, kept);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was first.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

function place(): { cache: string; name: string } {
  const manifest = findPackageJSON('@electric-sql/pglite', import.meta.url);
  if (manifest === undefined) throw new Error('@electric-sql/pglite is not installed');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const made = JSON.stringify([version, process.versions.node, creationParameters, startParameters]);
  const name = `empty-${createHash('sha256').update(made).digest('hex').slice(0, 16)}`;
  return { cache: join(dirname(manifest), '..', '..', '.cache', 'vedetta'), name };
}

async function create(path: string): Promise<void> {
  await promisify(execFile)(process.execPath, [creator, path]);
}
