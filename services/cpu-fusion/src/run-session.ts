import type { Deployment } from '@vedetta/deployment';
import type { FronthaulHub } from '@vedetta/fronthaul';
import type { LinkConfig } from '@vedetta/scenario';
import type { FrameResult, Run } from '@vedetta/store';
import { type CentralReceiver, createCentralReceiver } from './central-receiver.ts';
import { Gate } from './gate.ts';
import { assumedSignals, type KnownSignals } from './known-signals/known-signals.ts';
import { createLosses, type Losses } from './losses.ts';
import { Metronome, windowMs } from './pace.ts';
import { ReferenceDesk } from './reference-desk.ts';
import type { ReportAccount } from './report-account.ts';
import type { SlotWindow } from './slot-window.ts';

/** What one fusion worker holds while a run goes on. Dropped as a whole when it ends. */
export interface RunSession {
  readonly run: number;
  readonly falseAlarmProbability: number;
  readonly hub: FronthaulHub;
  readonly deployment: Deployment;
  /** Open, and closed but not yet committed, by slot. */
  readonly windows: Map<number, SlotWindow>;
  /** Of the last frames that were decided: what comes for them is late, and by so much. */
  readonly past: Map<number, SlotWindow>;
  readonly account: ReportAccount;
  /** On the monotonic clock; for the watchdog. */
  lastReportAt: number;
  /** One frame issues its slots at a time, in order. */
  readonly issuing: Gate;
  readonly inFlight: Gate;
  readonly metronome: Metronome;
  readonly window: { readonly deadlineMs: number; readonly watchdog: boolean };
  /**
   * Frames that are carried out, or were and are not yet committed. A job that comes again (a commit failed, a lock ran out) gets the same
   * result: a worker never issues a slot twice, with perhaps another on-air set.
   */
  readonly frames: Map<number, Promise<FrameResult | null>>;
  /** Aborts when the run is stopped or the worker closes. */
  readonly abort: AbortController;
  /** Resolves when frames may be taken. */
  ready: Promise<void>;
  isReady: boolean;
  /**
   * At pace `fast` nothing but the machine decides how many slots pass while no access point is attached: waits for some on both sides of
   * the air, up to a bound. At a numeric pace time goes on without them.
   */
  somebodyThere(signal: AbortSignal): Promise<void>;
  /** Null where APs send statistics. */
  readonly central: CentralReceiver | null;
  /** Null where references do not travel. */
  readonly desk: ReferenceDesk | null;
  /** What receivers know where references do not travel. */
  readonly assumed: KnownSignals;
  readonly losses: Losses;
}

export function openRunSession(
  run: Run,
  deployment: Deployment,
  hub: FronthaulHub,
  linkOf: (accessPoint: number) => LinkConfig,
  account: ReportAccount,
): RunSession {
  account.startRun(run.pace);
  const { timing, fronthaul } = deployment.network;
  const losses = createLosses(run.seed, linkOf);
  return {
    run: run.id,
    falseAlarmProbability: run.falseAlarmProbability,
    hub,
    deployment,
    windows: new Map(),
    past: new Map(),
    account,
    lastReportAt: 0,
    issuing: new Gate(1),
    inFlight: new Gate(timing.slotsInFlight),
    metronome: new Metronome(run.pace, timing.slotPeriodMs),
    window: windowMs(run.pace, timing.fusionWindowMs),
    frames: new Map(),
    abort: new AbortController(),
    ready: Promise.resolve(),
    isReady: true,
    somebodyThere: run.pace === 'fast' ? waitForBothSides(deployment, hub) : async () => {},
    central: fronthaul.split === 'raw' ? createCentralReceiver(deployment) : null,
    desk: fronthaul.references === 'explicit' ? new ReferenceDesk(deployment, hub, losses) : null,
    assumed: assumedSignals(deployment, run.seed),
    losses,
  };
}

const longestWaitMs = 15_000;
const lookEveryMs = 20;

function waitForBothSides(deployment: Deployment, hub: FronthaulHub): RunSession['somebodyThere'] {
  const sides = [new Set(deployment.transmitAccessPoints), new Set(deployment.receiveAccessPoints)];
  return async (signal) => {
    const until = performance.now() + longestWaitMs;
    while (!signal.aborted && performance.now() < until) {
      const attached = hub.attached();
      if (sides.every((side) => attached.some((id) => side.has(id)))) return;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };
}

const pastSlots = 512;

/** A slot is decided: its window takes no part any more, but knows what is late. */
export function putAside({ windows, past }: RunSession, window: SlotWindow): void {
  windows.delete(window.slot);
  past.set(window.slot, window);
  if (past.size > pastSlots) past.delete(past.keys().next().value as number);
}
