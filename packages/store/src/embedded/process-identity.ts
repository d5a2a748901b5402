import { readFileSync } from 'node:fs';

/** A pid alone is used again: after a restart of a container, often by the same program. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot and start tick of the process; null where the system does not tell. */
  readonly started: string | null;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startedOf(process.pid) };
}

/** Of a holder other than this process's current self. A zombie is dead. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = readStat(pid);
  if (now === null) return pid !== process.pid;
  if (now.state === 'Z' || now.state === 'X') return false;
  return started === null ? pid !== process.pid : started === now.started;
}

function startedOf(pid: number): string | null {
  return readStat(pid)?.started ?? null;
}

/** Linux: fields 3 and 22 of `/proc/<pid>/stat`, counted behind the name, which may hold anything; null elsewhere. */
function readStat(pid: number): { state: string; started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return { state: fields[0], started: `${boot}/${fields[19]}` };
  } catch {
    return null;
  }
}
