import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessUsage {
  /** User and system time, seconds. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** CPU time and memory of processes as the operating system accounts them; those that are gone are left out. */
export function usageOf(pids: readonly number[]): ReadonlyMap<number, ProcessUsage> {
  if (pids.length === 0) return new Map();
  return process.platform === 'linux' ? fromProc(pids) : fromPs(pids);
}

const pageBytes = 4096;
/** USER_HZ: what /proc counts in, whatever the kernel's own clock. */
const ticksPerSecond = 100;

/** To a hundredth of a second, where `ps` knows whole ones. */
function fromProc(pids: readonly number[]): Map<number, ProcessUsage> {
  const found = new Map<number, ProcessUsage>();
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name of the program, in brackets, may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const residentPages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
      const ticks = Number(fields[11]) + Number(fields[12]);
      found.set(pid, { cpuSeconds: ticks / ticksPerSecond, residentBytes: pageBytes * residentPages });
    } catch {
      // It has ended.
    }
  }
  return found;
}

/** Asks `ps`, which every Unix has. */
function fromPs(pids: readonly number[]): Map<number, ProcessUsage> {
  const rows = execFileSync('ps', ['-o', 'pid=,rss=,time=', '-p', pids.join(',')], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return new Map(
    rows.map((row) => {
      const [pid, kilobytes, time] = row.trim().split(/\s+/);
      return [Number(pid), { cpuSeconds: seconds(time), residentBytes: 1024 * Number(kilobytes) }];
    }),
  );
}

/** `[[dd-]hh:]mm:ss` in seconds. */
function seconds(time: string): number {
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  return clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0) + 86_400 * Number(days);
}
