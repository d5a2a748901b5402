import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { UnitFailedError } from './errors.ts';
import type { Row } from './experiment.ts';
import type { Answer, Order, WorkerInput } from './messages.ts';

/** A worker as its parent sees it. */
export interface WorkerProcess {
  /** One at a time. Rejects with `UnitFailedError`, also when the process ends. */
  compute(point: number, unit: number, onProgress: (share: number) => void): Promise<readonly Row[]>;
  /** Resolves when the process is gone. @param graceMs  time to close what it holds; 0: at once. */
  end(graceMs: number): Promise<void>;
}

const workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url));
const rememberedBytes = 4_000;

export function startWorker(input: WorkerInput): WorkerProcess {
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
    compute(point, unit, onProgress) {
      return new Promise((resolve, reject) => {
        settle = (answer) => {
          if (answer.kind === 'progress') return onProgress(answer.share);
          settle = null;
          if (answer.kind === 'rows') resolve(answer.rows);
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

/** Workers read the modules that this process, or an earlier start, has compiled. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
