import { Worker } from 'node:worker_threads';
import type { PowerPlanOutcome } from '@vedetta/power-plan';
import type { Network } from '@vedetta/scenario';
import type { ThreadMessage } from './thread.ts';

/**
 * Solves for a network's powers in a thread of its own: it takes seconds, and the services beside it stay quick. The same network gives the same
 * powers, whoever solves.
 *
 * @param onSolved  told how many of the problems are solved
 * @returns null when `signal` aborted first
 */
export function solvePower(
  network: Network,
  signal: AbortSignal,
  onSolved: (solved: number) => void,
): Promise<PowerPlanOutcome | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(null);
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: network });
    const onAbort = () => {
      resolve(null);
      void worker.terminate();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: ThreadMessage) => {
      if ('solved' in message) onSolved(message.solved);
      else resolve(message);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', onAbort);
      reject(new Error('the thread that solves for powers ended'));
    });
  });
}
