import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessUsage {
  /** User and system time, seconds. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  /** Name of the program, as the operating system has it. */
  readonly program: string;
}

/** CPU time and memory of some processes; those that have ended are left out. */
export function usageOf(pids: readonly number[]): ReadonlyMap<number, ProcessUsage> {
  return new Map([...usageOfAll()].filter(([pid]) => pids.includes(pid)));
}

/**
 * Every process of this machine as the operating system accounts it: from /proc in hundredths of a second where there is
 * one, else from `ps`, which every Unix has.
 */
export function usageOfAll(): ReadonlyMap<number, ProcessUsage> {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** Linux fixes the unit of /proc/<pid>/stat at a hundredth of a second; pages have 4 KiB on the machines Node runs on. */
const ticksPerSecond = 100;
const pageBytes = 4096;

function fromProc(): Map<number, ProcessUsage> {
  const table = new Map<number, ProcessUsage>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      // The program stands in brackets and may hold anything; what follows are numbers from field 3 on.
      const end = stat.lastIndexOf(')');
      const fields = stat.slice(end + 2).split(' ');
      const at = (field: number) => Number(fields[field - 3]);
      table.set(Number(name), {
        cpuSeconds: (at(14) + at(15)) / ticksPerSecond,
        residentBytes: at(24) * pageBytes,
        program: stat.slice(stat.indexOf('(') + 1, end),
      });
    } catch {
      // It ended meanwhile.
    }
  }
  return table;
}

function fromPs(): Map<number, ProcessUsage> {
  const rows = execFileSync('ps', ['-axo', 'pid=,rss=,time=,comm='], { encoding: 'utf8' }).trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [pid, kilobytes, time, ...program] = row.trim().split(/\s+/);
      return [
        Number(pid),
        { cpuSeconds: seconds(time), residentBytes: 1024 * Number(kilobytes), program: program.join(' ') },
      ];
    }),
  );
}

/** `[[dd-]hh:]mm:ss` in seconds. */
function seconds(time: string): number {
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  return clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0) + 86_400 * Number(days);
}
