import { type Deployment, needsPowerPlan, withPowerPlan } from '@vedetta/deployment';
import {
  createFronthaulHub,
  type FronthaulHub,
  longestUpBytes,
  noInspection,
  type ReportCounters,
  type ReportPlace,
} from '@vedetta/fronthaul';
import type { Logger } from '@vedetta/service-kit';
import type { FrameJob, FrameQueue, Store } from '@vedetta/store';
import { createFusionEvents, type FusionEvents } from './events.ts';
import { commandOf, executeFrame } from './execute-frame.ts';
import { LinkSettings, linkClock } from './link-settings.ts';
import { type ReportContent, readReport } from './read-report.ts';
import { ReportAccount } from './report-account.ts';
import { openRunSession, type RunSession } from './run-session.ts';
import type { Arrival } from './slot-window.ts';

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
  /**
   * Resolves when this worker may take frames of a run it has bound: for one of several workers, which may come late.
   * Absent: at once.
   */
  readonly untilReady?: (run: number, attached: () => readonly number[], signal: AbortSignal) => Promise<void>;
  /** Told when `run`, `ready` or `attached` give something else than before. */
  readonly onChange?: () => void;
}

export interface Fusion {
  readonly hub: FronthaulHub;
  /** What became of reports since this worker started. */
  reports(): ReportCounters;
  /** The run that is bound to the fronthaul. */
  run(): number | null;
  /** It takes frames of that run. */
  ready(): boolean;
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
  const links = new LinkSettings(deployment);
  const account = new ReportAccount();
  let session: RunSession | null = null;
  let closing = false;

  const hub = await createFronthaulHub({
    host: options.host,
    port: options.port,
    scenarioHash: options.scenarioHash,
    accessPoints: deployment.accessPoints.map(({ id }) => id),
    longestUp: longestUpBytes(deployment.network),
    linkSettings: links.all(),
    handlers: {
      onAttach: (accessPoint, epoch) => {
        events.attached(accessPoint, epoch);
        if (session !== null) commandAgain(session, accessPoint);
        options.onChange?.();
      },
      onDetach: (accessPoint, reason, superseded) => {
        events.detached(accessPoint, reason);
        if (superseded) return;
        options.onChange?.();
        for (const window of session?.windows.values() ?? []) window.abandon(accessPoint);
        session?.desk?.gone(accessPoint);
      },
      onReport: (accessPoint, report) => {
        const { slot, inspection } = report;
        const content = readReport(report, deployment.network);
        if (content === null) {
          events.invalid(accessPoint, `a report that is none of split '${deployment.network.fronthaul.split}'`);
          session?.windows.get(slot)?.spoil(inspection, accessPoint);
          return;
        }
        const fate = fateOf(session, { ...content, accessPoint, slot, inspection });
        events.report(fate, account.count(fate, accessPoint, slot));
      },
      onReference: (accessPoint, reference) => {
        if (session?.desk == null) return events.reference('unknown');
        session.lastReportAt = performance.now();
        if (session.losses.isReferenceLost(reference.slot, accessPoint)) {
          session.desk.lose(reference.slot, accessPoint);
          return events.reference('lost');
        }
        events.reference(session.desk.accept(accessPoint, reference));
      },
      onInvalid: (accessPoint, reason, at) => {
        events.invalid(accessPoint, reason);
        if (accessPoint === null || at === null) return;
        session?.windows.get(at.slot)?.spoil(at.inspection, accessPoint);
        if (at.inspection === noInspection) session?.desk?.lose(at.slot, accessPoint);
      },
    },
  });

  events.watch(() => hub.links());

  /** Follows the store: what is changed of a link holds from here on. */
  async function followLinks(): Promise<void> {
    for (const [id, link] of links.follow(await store.changedLinks())) {
      hub.setLink(id, link);
      events.linkChanged(id, link);
    }
  }

  /** Follows the store: a running run gets a session, anything else ends it. */
  async function followRun(): Promise<void> {
    const run = await store.nextRun();
    if (closing) return;
    if (run?.status === 'running') {
      if (session?.run === run.id) return;
      const powerPlan = await store.powerPlan();
      if (closing || (needsPowerPlan(deployment.network) && powerPlan === null)) return;
      endSession();
      const planned = withPowerPlan(deployment, powerPlan);
      const opened = openRunSession(run, planned, hub, (id) => links.of(id), account);
      session = opened;
      hub.startRun(
        { run: run.id, seed: run.seed, ...(powerPlan && { powerPlan }) },
        linkClock(deployment.network, run.pace),
      );
      if (options.untilReady) {
        opened.isReady = false;
        opened.ready = options.untilReady(run.id, () => hub.attached(), opened.abort.signal);
        const takeFrames = () => {
          opened.isReady = true;
          consume();
          options.onChange?.();
        };
        opened.ready.then(takeFrames, (error) => events.failed('wait for access points', error));
      }
      events.runBound(run.id);
      options.onChange?.();
    } else endSession();
  }

  function endSession(): void {
    if (session === null) return;
    session.abort.abort();
    session = null;
    hub.endRun();
    options.onChange?.();
  }

  const underWay = new Map<string, Promise<void>>();

  /** A frame that the queue delivers again while it is under way here is carried out once: its windows are its slots'. */
  function execute(job: FrameJob, signal: AbortSignal): Promise<void> {
    const key = `${job.run}/${job.frame}`;
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const carried = carryOut(job, signal).finally(() => underWay.delete(key));
    underWay.set(key, carried);
    return carried;
  }

  async function carryOut(job: FrameJob, signal: AbortSignal): Promise<void> {
    if (closing) throw new Error(goesBack);
    if (session?.run !== job.run) await followRun();
    const current = session;
    if (current?.run !== job.run) return;
    await current.ready;
    const frame = await store.plannedFrame(job.run, job.frame);
    if (frame === null || (await store.isFrameDecided(job.run, job.frame))) return;
    events.taken(frame);
    const known = current.frames.get(job.frame);
    const execution = known ?? executeFrame(frame, current, AbortSignal.any([signal, current.abort.signal]));
    current.frames.set(job.frame, execution);
    const result = await execution.catch((error) => {
      current.frames.delete(job.frame);
      throw error;
    });
    if (result === null) {
      current.frames.delete(job.frame);
      events.dropped(frame);
      if (closing || signal.aborted) throw new Error(goesBack);
      return;
    }
    const first = await store.commitFrame(result);
    current.frames.delete(job.frame);
    events.committed(result, first);
  }

  async function halt(): Promise<void> {
    closing = true;
    session?.abort.abort();
    await Promise.allSettled(underWay.values());
  }

  let consuming = false;
  /** Two frames, so that APs have work while one is being committed; the others are for other workers. */
  function consume(): void {
    if (consuming || closing) return;
    consuming = true;
    queue.consume(execute, Math.max(1, Math.min(2, deployment.network.timing.planningLag)));
  }

  let following = Promise.resolve();
  let followers = 0;
  const follow = () => {
    // One that has not begun will see what this one would.
    if (followers > 1) return;
    followers += 1;
    following = following
      .then(followLinks)
      .then(followRun)
      .catch((error) => events.failed('follow run', error))
      .finally(() => {
        followers -= 1;
      });
  };
  const unsubscribe = await store.onCommit(follow);
  follow();
  await following;
  if (options.untilReady === undefined) consume();

  return {
    hub,
    reports: () => account.counters(),
    run: () => session?.run ?? null,
    ready: () => session?.isReady ?? false,
    attached: (run) => (run === undefined || session?.run === run ? hub.attached() : []),
    halt,
    async close() {
      await halt();
      await unsubscribe();
      await hub.close();
    },
  };
}

/** Puts a report where it belongs, and says what became of it. */
function fateOf(
  session: RunSession | null,
  { slot, inspection, ...report }: ReportContent & ReportPlace & { readonly accessPoint: number },
): Arrival | 'lost' {
  if (session === null) return 'unknown';
  session.lastReportAt = performance.now();
  const window = session.windows.get(slot) ?? session.past.get(slot);
  if (window === undefined) return 'unknown';
  if (session.losses.isReportLost(slot, inspection, report.accessPoint)) {
    window.lose(inspection, report.accessPoint);
    return 'lost';
  }
  return window.accept(inspection, report);
}

/** An access point that is hosted elsewhere now does what is still waited for: it keeps nothing between slots. */
function commandAgain(session: RunSession, accessPoint: number): void {
  const { windows, hub, desk } = session;
  for (const window of windows.values()) {
    const receive = window.awaited(accessPoint).map(({ index, region, cell }) => ({ inspection: index, region, cell }));
    if (receive.length === 0 && !desk?.owes(window.slot, accessPoint)) continue;
    hub.sendCommand(accessPoint, commandOf(session, window.slot, [], receive));
    desk?.again(window.slot, accessPoint);
  }
}

const goesBack = 'the fusion worker is closing; the frame goes back';
