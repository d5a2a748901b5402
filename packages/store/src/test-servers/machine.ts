import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** In the given folders, then in the PATH. */
export function findExecutable(name: string, folders: readonly string[] = []): string | null {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of [...folders, ...path]) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not there.
    }
  }
  return null;
}

/** Subfolders named by numbers, newest first. */
export function versionedFolders(folder: string, oldest: number): string[] {
  try {
    const versions = readdirSync(folder)
      .map(Number)
      .filter((version) => version >= oldest);
    return versions.sort((a, b) => b - a).map((version) => join(folder, String(version)));
  } catch {
    return [];
  }
}

export interface Runner {
  readonly uid: number;
  readonly gid: number;
}

/** Servers refuse to run as root, or should: the user that their package made, or nobody. Null when we are not root. */
export function unprivilegedUser(preferred: string): Runner | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === preferred) ?? lines.find(([name]) => name === 'nobody');
  if (entry === undefined) throw new Error('neither the server’s user nor nobody is known here');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** A process with all that descend from it, parents first. */
export function processTree(pid: number): number[] {
  const found = [pid];
  // Grows while it is gone through.
  for (const parent of found) found.push(...childrenOf(parent));
  return found;
}

function childrenOf(pid: number): number[] {
  try {
    const words = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return words.filter((word) => word.trim() !== '').map(Number);
  } catch {
    return [];
  }
}
