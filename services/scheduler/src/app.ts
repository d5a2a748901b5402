import type { Deployment } from '@vedetta/deployment';
import { createBackoff } from '@vedetta/service-kit';
import type { FrameJob, FrameQueue, LeaseGuard, Run, Store } from '@vedetta/store';
import type { SchedulerEvents } from './events.ts';
import { planFrame } from './plan-frame.ts';
import { ensurePowerPlan } from './power/ensure-power-plan.ts';
import { ReleaseClock } from './release-clock.ts';
import { pause, Waker } from './waker.ts';
import { whileRunning } from './while-running.ts';

export interface SchedulerOptions {
  readonly deployment: Deployment;
  readonly store: Store;
  readonly queue: FrameQueue;
  /** Resolves when all assigned APs are attached, or a stated time has passed; names who is missing. */
  readonly networkAttached: (run: Run, signal: AbortSignal) => Promise<{ readonly missing: readonly number[] }>;
  readonly events: SchedulerEvents;
  /** Frames are planned only while this lease is held. */
  readonly guard?: LeaseGuard;
  /** Told once, when a plan was refused because another scheduler has the lease; nothing is planned any more. */
  readonly onLeaseLost?: () => void;
  /** Hands frames out at the pace of the run: for several fusion workers, each of which keeps the pace by itself alone. */
  readonly paced?: boolean;
  /** After so long without a decision, what is planned is queued once more: the queue may have forgotten it. */
  readonly queueAgainMs?: number;
}

export interface Scheduler {
  /** Ends a queued or running run at the next frame's edge. */
  stop(run: number): Promise<Run>;
  close(): Promise<void>;
}

interface Context extends SchedulerOptions {
  readonly wake: Waker;
  readonly signal: AbortSignal;
}

const retryMs = 250;
const queueAgainMs = 5_000;

/**
 * Takes runs one after the other, plans their frames and queues them. `planned_frame` is the truth and the queue only
 * delivers: what is planned and undecided when a run is taken up is queued again.
 */
export async function createScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { store, events } = options;
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
        const signal = AbortSignal.any([closing.signal, abort.signal]);
        await carryOut(run, { ...options, wake, signal });
      } catch (error) {
        if (codeOf(error) === 'LEASE_LOST') {
          closing.abort();
          options.onLeaseLost?.();
          return;
        }
        events.failed('run', error);
        await pause(retryMs, closing.signal);
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

async function carryOut(queued: Run, context: Context): Promise<void> {
  const { store, deployment, events, signal, guard } = context;
  const run = queued.status === 'running' ? queued : await store.setRunStatus(queued.id, 'running');
  if (!(await takeOff(run, context))) return;

  await queueUndecided(run.id, context);
  let next = (await store.lastPlannedFrame(run.id)) + 1;
  const { timing } = deployment.network;
  const lag = timing.planningLag;
  const clock = new ReleaseClock(context.paced ? run.pace : 'fast', timing);
  for (;;) {
    // Frame n may use decisions up to frame n − lag, and waits for exactly those.
    if (!(await untilDecided(run.id, next - lag, context))) return;
    const frame = planFrame(deployment, run, next);
    if (frame === null) break;
    await clock.beat(signal);
    if (signal.aborted) return;
    await store.planFrame(frame, guard);
    events.planned(frame);
    if (!(await enqueue({ run: run.id, frame: next }, context))) return;
    next++;
  }
  for (let frame = Math.max(0, next - lag); frame < next; frame++) {
    if (!(await untilDecided(run.id, frame, context))) return;
  }
  await end(run.id, 'completed', null, context);
}

/** Waits for what a run needs before its first frame: its powers and its access points. @returns false when it is not to be carried out. */
async function takeOff(run: Run, context: Context): Promise<boolean> {
  const { store, deployment, events, signal } = context;
  await using running = await whileRunning(store, run.id, signal);
  const refused = await ensurePowerPlan(deployment, store, events, running.signal);
  if (refused !== null && !running.signal.aborted) {
    await end(run.id, 'failed', refused, context);
    return false;
  }
  const { missing } = await context.networkAttached(run, running.signal);
  if (!running.signal.aborted) {
    events.runStarted(run, missing);
    return true;
  }
  if (!signal.aborted) await letGo(run.id, (await store.run(run.id))?.status, context);
  return false;
}

/** A run that somebody else has stopped: nothing of it stays queued. */
async function letGo(run: number, status: Run['status'] | undefined, { queue, events }: Context): Promise<void> {
  await queue.discard(run);
  events.runEnded(run, status ?? 'gone', null);
}

/** A run that was stopped at its last moment stays stopped. */
async function end(
  run: number,
  status: 'completed' | 'failed',
  reason: string | null,
  { store, events }: Context,
): Promise<void> {
  try {
    await store.setRunStatus(run, status, reason ?? undefined);
    events.runEnded(run, status, reason);
  } catch (error) {
    if (codeOf(error) !== 'STORE_CONFLICT') throw error;
  }
}

/** @returns false when `signal` aborted first, or the run was stopped, by whomever. */
async function untilDecided(run: number, frame: number, context: Context): Promise<boolean> {
  const { store, wake, signal } = context;
  const patience = context.queueAgainMs ?? queueAgainMs;
  let since = performance.now();
  while (!signal.aborted) {
    if (frame < 0 || (await store.isFrameDecided(run, frame))) return !signal.aborted;
    const status = (await store.run(run))?.status;
    if (status !== 'running') {
      await letGo(run, status, context);
      return false;
    }
    if (performance.now() - since > patience) {
      await queueUndecided(run, context);
      since = performance.now();
    }
    await wake.sleep(signal);
  }
  return false;
}

async function queueUndecided(run: number, context: Context): Promise<void> {
  for (const { frame } of await context.store.undecidedFrames(run)) {
    if (!(await enqueue({ run, frame }, context))) return;
    context.events.queuedAgain(run, frame);
  }
}

/** Persists while the queue is away, and says so once. @returns false when `signal` aborted first. */
async function enqueue(job: FrameJob, { queue, events, signal }: Context): Promise<boolean> {
  const backoff = createBackoff({ minimumMs: 50, maximumMs: 500 });
  for (let told = false; !signal.aborted; told = true) {
    try {
      await queue.enqueue(job);
      return true;
    } catch (error) {
      if (!told) events.failed('enqueue', error);
      await pause(backoff.next(), signal);
    }
  }
  return false;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
