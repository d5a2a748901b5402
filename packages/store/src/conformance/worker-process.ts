import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { until } from './fixtures.ts';

const program = fileURLToPath(new URL('./worker-child.ts', import.meta.url));

/** A real process that handles frames. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** What it said, in order: `begin 3`, then `first 3` when its commit was first, else `second 3`. */
  readonly words: readonly string[];
  kill(): Promise<void>;
}

export async function startWorker(
  storeUrl: string,
  queueUrl: string,
  name: string,
  workMs: number,
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [program, storeUrl, queueUrl, name, String(workMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const words: string[] = [];
  createInterface(child.stdout).on('line', (line) => words.push(line));
  await until(() => words.includes('ready'), 30_000);
  return {
    child,
    words,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
