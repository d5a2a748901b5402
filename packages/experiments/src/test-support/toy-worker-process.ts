import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./toy-worker.ts', import.meta.url));

/** A real process that computes toy units from a queue. */
export interface ToyWorker {
  readonly child: ChildProcess;
  /** What it said, in order: `begun held 1 0`, then `finished held 1 0`: experiment, point and unit. */
  readonly words: readonly string[];
  /** With −9 unless told otherwise. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface ToyWorkerOptions {
  /** File for which `held` waits. */
  readonly gate?: string;
  readonly version?: string;
  readonly concurrency?: number;
  readonly patienceMs?: number;
}

export function startToyWorker(url: string, options: ToyWorkerOptions = {}): ToyWorker {
  const { gate, version = 'test', concurrency = 1, patienceMs = 60_000 } = options;
  const child = spawn(process.execPath, [program, url, version, String(concurrency), String(patienceMs)], {
    env: { ...process.env, ...(gate === undefined ? {} : { VEDETTA_TOY_GATE: gate }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const words: string[] = [];
  createInterface(child.stdout).on('line', (line) => words.push(line));
  return {
    child,
    words,
    async end(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}

export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what}: not within a minute`);
    await sleep(20);
  }
}
