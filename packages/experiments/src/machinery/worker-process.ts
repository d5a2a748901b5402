import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileCache } from './compile-cache.ts';
import type { Crew, UnitWorker } from './crew.ts';
import { UnitFailedError } from './errors.ts';
import type { Answer, Order, WorkerInput } from './messages.ts';

const workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url));
const rememberedBytes = 4_000;

/** Processes of this machine. */
export function localCrew(input: WorkerInput, workers: number): Crew {
  return { lanes: workers, size: () => workers, start: () => startWorker(input), async close() {} };
}

function startWorker(input: WorkerInput): UnitWorker {
  const child = fork(workerFile, [JSON.stringify(input)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...compileCache() },
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-rememberedBytes);
  });
  let settle: ((answer: Answer) => void) | null = null;
  child.on('message', (answer: Answer) => settle?.(answer));
  child.on('error', (error) => settle?.({ kind: 'failed', message: error.message }));
  const gone = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      settle?.({ kind: 'failed', message: `worker ended with ${signal ?? `exit ${code}`}\n${lastWords}`.trim() });
      resolve();
    });
  });
  const order = (message: Order) => child.connected && child.send(message, () => {});

  return {
    compute({ point, unit }, onProgress) {
      return new Promise((resolve, reject) => {
        settle = (answer) => {
          if (answer.kind === 'progress') return onProgress(answer.share);
          settle = null;
          if (answer.kind === 'computed') resolve(answer.computed);
          else reject(new UnitFailedError(answer.message));
        };
        if (!child.connected) settle({ kind: 'failed', message: `worker is gone\n${lastWords}`.trim() });
        order({ kind: 'compute', point, unit });
      });
    },
    async end(graceMs) {
      if (child.exitCode !== null || child.signalCode !== null) return gone;
      // A unit that is stopped fails; nobody waits for more than that.
      const stopped = new Promise<void>((resolve) => {
        if (settle === null || graceMs === 0) return resolve();
        const answered = settle;
        settle = (answer) => {
          answered(answer);
          if (answer.kind !== 'progress') resolve();
        };
        order({ kind: 'stop' });
        setTimeout(resolve, graceMs).unref();
      });
      await stopped;
      child.kill('SIGKILL');
      await gone;
    },
  };
}
