import type { Deployment } from '@vedetta/deployment';
import { createFronthaulHub, type FronthaulHub } from '@vedetta/fronthaul';
import type { Logger } from '@vedetta/service-kit';
import type { FrameJob, FrameQueue, Store } from '@vedetta/store';
import { createFusionEvents, type FusionEvents } from './events.ts';
import { executeFrame } from './execute-frame.ts';
import { openRunSession, type RunSession } from './run-session.ts';

export interface FusionOptions {
  readonly deployment: Deployment;
  readonly scenarioHash: string;
  readonly store: Store;
  readonly queue: FrameQueue;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly logger: Logger;
  readonly events?: FusionEvents;
}

export interface Fusion {
  readonly hub: FronthaulHub;
  /** AP ids attached for a run, ascending; for the current one when none is named. */
  attached(run?: number): readonly number[];
  /** Decides nothing from here on: what is under way is dropped and will be carried out again. */
  halt(): Promise<void>;
  close(): Promise<void>;
}

/** The CPU of the paper: sends commands, collects reports, adds statistics and ranks, decides, stores. Never sees the truth. */
export async function createFusion(options: FusionOptions): Promise<Fusion> {
  const { deployment, store, queue, logger } = options;
  const events = options.events ?? createFusionEvents(logger);
  let session: RunSession | null = null;
  let closing = false;

  const hub = await createFronthaulHub({
    host: options.host,
    port: options.port,
    scenarioHash: options.scenarioHash,
    accessPoints: deployment.accessPoints.map(({ id }) => id),
    handlers: {
      onAttach: (accessPoint, epoch) => events.attached(accessPoint, epoch),
      onDetach: (accessPoint, reason) => {
        events.detached(accessPoint, reason);
        for (const window of session?.windows.values() ?? []) window.abandon(accessPoint);
      },
      onReport: (accessPoint, { slot, inspection, statistic, rank }) => {
        if (session !== null) session.lastReportAt = performance.now();
        const window = session?.windows.get(slot);
        if (session === null || window === undefined) return events.report('unknown');
        if (session.isLost(slot, inspection, accessPoint)) {
          window.lose(inspection, accessPoint);
          return events.report('lost');
        }
        events.report(window.accept(inspection, { accessPoint, statistic, rank }));
      },
      onInvalid: (accessPoint, reason, at) => {
        events.invalid(accessPoint, reason);
        if (accessPoint !== null && at) session?.windows.get(at.slot)?.spoil(at.inspection, accessPoint);
      },
    },
  });

  /** Follows the store: a running run gets a session, anything else ends it. */
  async function followRun(): Promise<void> {
    const run = await store.nextRun();
    if (closing) return;
    if (run?.status === 'running') {
      if (session?.run === run.id) return;
      endSession();
      session = openRunSession(run, deployment, hub);
      hub.startRun({ run: run.id, seed: run.seed });
      events.runBound(run.id);
    } else endSession();
  }

  function endSession(): void {
    if (session === null) return;
    session.abort.abort();
    session = null;
    hub.endRun();
  }

  const underWay = new Set<Promise<void>>();
  function take(job: FrameJob, signal: AbortSignal): Promise<void> {
    const work = execute(job, signal).finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  }

  async function execute(job: FrameJob, signal: AbortSignal): Promise<void> {
    if (closing) throw new Error(goesBack);
    if (session?.run !== job.run) await followRun();
    const current = session;
    if (current?.run !== job.run) return;
    const frame = await store.plannedFrame(job.run, job.frame);
    if (frame === null || (await store.isFrameDecided(job.run, job.frame))) return;
    const known = current.frames.get(job.frame);
    const execution = known ?? executeFrame(frame, current, AbortSignal.any([signal, current.abort.signal]));
    current.frames.set(job.frame, execution);
    const result = await execution;
    if (result === null) {
      current.frames.delete(job.frame);
      if (closing) throw new Error(goesBack);
      return;
    }
    const first = await store.commitFrame(result);
    current.frames.delete(job.frame);
    events.committed(result, first);
  }

  async function halt(): Promise<void> {
    closing = true;
    session?.abort.abort();
    await Promise.allSettled(underWay);
  }

  let following = Promise.resolve();
  const follow = () => {
    following = following.then(followRun).catch((error) => events.failed('follow run', error));
  };
  const unsubscribe = await store.onCommit(follow);
  follow();
  await following;
  // As many frames as may be planned ahead, so that APs have work while one is being committed.
  queue.consume(take, Math.max(1, deployment.network.timing.planningLag));

  return {
    hub,
    attached: (run) => (run === undefined || session?.run === run ? hub.attached() : []),
    halt,
    async close() {
      await halt();
      await unsubscribe();
      await hub.close();
    },
  };
}

const goesBack = 'the fusion worker is closing; the frame goes back';
