import { execFileSync } from 'node:child_process';

export interface ProcessUsage {
  /** User and system time, seconds. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** CPU time and memory of processes as the operating system accounts them; asks `ps`, which every Unix has. */
export function usageOf(pids: readonly number[]): ReadonlyMap<number, ProcessUsage> {
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
