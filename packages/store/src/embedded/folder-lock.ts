import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUseError } from '../errors.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** Held by exactly one live process. PGlite itself would let two of them destroy each other's writes. */
export interface FolderLock {
  release(): void;
}

const LOCK_NAME = 'vedetta.lock';
const EMPTY_FILE_GRACE_MS = 300;

/** A lock of this very process is invisible to `kill(pid, 0)`. */
const heldHere = new Set<string>();

/**
 * Creates the lock file, or takes over that of a process which is gone. Age does not matter: a process that lives keeps
 * its folder, however long it has been silent.
 *
 * @throws {FolderInUseError} naming the process that holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, LOCK_NAME);
  if (heldHere.has(path)) throw new FolderInUseError(folder, process.pid);
  if (!createExclusively(path)) {
    const holder = await readHolder(path);
    if (holder !== null && isAlive(holder)) throw new FolderInUseError(folder, holder.pid);
    takeOver(folder, path);
  }
  heldHere.add(path);
  return {
    release() {
      if (heldHere.delete(path) && parse(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

function createExclusively(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, JSON.stringify(ownIdentity()));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null when the file is gone, or stays without a readable holder: its writer died between creating and writing. */
async function readHolder(path: string): Promise<ProcessIdentity | null> {
  const holder = parse(path);
  if (holder !== null || !existsSync(path)) return holder;
  await sleep(EMPTY_FILE_GRACE_MS);
  return parse(path);
}

function parse(path: string): ProcessIdentity | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity>;
    return Number.isInteger(pid) ? { pid: pid as number, started: started ?? null } : null;
  } catch {
    return null;
  }
}

/** Among several that find the same dead holder, one wins: who creates the second lock, and still finds the holder dead. */
function takeOver(folder: string, path: string): void {
  const turn = `${path}.takeover`;
  const other = parse(turn);
  if (other !== null && !isAlive(other)) rmSync(turn, { force: true });
  if (!createExclusively(turn)) throw new FolderInUseError(folder, parse(turn)?.pid ?? 0);
  try {
    const holder = parse(path);
    if (holder !== null && isAlive(holder)) throw new FolderInUseError(folder, holder.pid);
    if (!existsSync(path)) {
      if (createExclusively(path)) return;
      throw new FolderInUseError(folder, parse(path)?.pid ?? 0);
    }
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify(ownIdentity()));
    renameSync(fresh, path);
  } finally {
    rmSync(turn, { force: true });
  }
}
