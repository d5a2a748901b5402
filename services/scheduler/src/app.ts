import type { Deployment } from '@vedetta/deployment';
import type { Logger } from '@vedetta/service-kit';
import type { FrameQueue, Run, Store } from '@vedetta/store';
import { planFrame } from './plan-frame.ts';

export interface SchedulerOptions {
  readonly deployment: Deployment;
  readonly store: Store;
  readonly queue: FrameQueue;
  /** Resolves when all assigned APs are attached, or a stated time has passed; names who is missing. */
  readonly networkAttached: (run: Run, signal: AbortSignal) => Promise<{ readonly missing: readonly number[] }>;
  readonly logger: Logger;
}

export interface Scheduler {
  /** Ends a queued or running run at the next frame's edge. */
  stop(run: number): Promise<Run>;
  close(): Promise<void>;
}

/**
 * Takes runs one after the other, plans their frames and queues them. `planned_frame` is the truth and the queue only
 * delivers: what is planned and undecided when a run is taken up is queued again.
 */
export async function createScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { store, logger } = options;
  const closing = new AbortController();
  const wake = new Waker();
  const unsubscribe = await store.onCommit(() => wake.wake());
  let current: { readonly run: number; readonly abort: AbortController } | null = null;

  const loop = (async () => {
    while (!closing.signal.aborted) {
      try {
        const run = await store.nextRun();
        if (run === null) {
          await wake.sleep(closing.signal);
          continue;
        }
        const abort = new AbortController();
        current = { run: run.id, abort };
        await carryOut(run, options, wake, AbortSignal.any([closing.signal, abort.signal]));
      } catch (error) {
        logger.error({ err: error }, 'scheduling failed, trying again');
        await wake.sleep(closing.signal);
      } finally {
        current = null;
      }
    }
  })();

  return {
    async stop(run) {
      const stopped = await store.setRunStatus(run, 'stopped', 'stopped on request');
      if (current?.run === run) current.abort.abort();
      await options.queue.discard(run);
      wake.wake();
      return stopped;
    },
    async close() {
      closing.abort();
      wake.wake();
      await loop;
      await unsubscribe();
    },
  };
}

async function carryOut(queued: Run, options: SchedulerOptions, wake: Waker, signal: AbortSignal): Promise<void> {
  const { store, queue, deployment, logger } = options;
  const run = queued.status === 'running' ? queued : await store.setRunStatus(queued.id, 'running');
  const { missing } = await options.networkAttached(run, signal);
  if (signal.aborted) return;
  if (missing.length > 0) logger.warn({ run: run.id, missing }, 'run starts without some access points');

  for (const { frame } of await store.undecidedFrames(run.id)) await queue.enqueue({ run: run.id, frame });
  let next = (await store.lastPlannedFrame(run.id)) + 1;
  const lag = deployment.network.timing.planningLag;
  for (;;) {
    // Frame n may use decisions up to frame n − lag, and waits for exactly those.
    if (!(await untilDecided(store, run.id, next - lag, wake, signal))) return;
    const frame = planFrame(deployment, run, next);
    if (frame === null) break;
    await store.planFrame(frame);
    await queue.enqueue({ run: run.id, frame: next });
    next++;
  }
  for (let frame = Math.max(0, next - lag); frame < next; frame++) {
    if (!(await untilDecided(store, run.id, frame, wake, signal))) return;
  }
  await store.setRunStatus(run.id, 'completed');
  logger.info({ run: run.id }, 'run completed');
}

/** @returns false when `signal` aborted first. */
async function untilDecided(
  store: Store,
  run: number,
  frame: number,
  wake: Waker,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    if (frame < 0 || (await store.isFrameDecided(run, frame))) return !signal.aborted;
    await wake.sleep(signal);
  }
  return false;
}

/** A condition variable: `sleep` returns at the next `wake`, also one that came since the last sleep. */
class Waker {
  #pending = false;
  #resolve: (() => void) | null = null;

  wake(): void {
    this.#pending = true;
    this.#resolve?.();
  }

  async sleep(signal: AbortSignal): Promise<void> {
    if (!this.#pending && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          signal.removeEventListener('abort', done);
          resolve();
        };
        this.#resolve = done;
        signal.addEventListener('abort', done, { once: true });
      });
      this.#resolve = null;
    }
    this.#pending = false;
  }
}
