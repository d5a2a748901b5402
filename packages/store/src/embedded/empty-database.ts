import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
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
  try {
    copyFolder(await keptDatabase(), path);
  } catch {
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true });
    await create(path);
  }
}

/** `cpSync` ends the process where it may not read, and `cp` of promises takes ten times as long for a thousand small files. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
}

/** @throws what the file system says where `node_modules` cannot be written. */
async function keptDatabase(): Promise<string> {
  const { cache, name } = place();
  const kept = join(cache, name);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  await removeHalfMade(cache);
  const fresh = await mkdtemp(join(cache, 'new-'));
  try {
    await create(fresh);
    // Temporary folders are their owner's alone; this one is for whoever may read the installation.
    await chmod(fresh, 0o755);
    await rename(fresh, kept);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was first.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

/** What processes left behind that were killed an hour ago or more. */
async function removeHalfMade(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (!name.startsWith('new-') || Date.now() - (await stat(path)).mtimeMs < 3_600_000) continue;
    await rm(path, { recursive: true, force: true });
  }
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
