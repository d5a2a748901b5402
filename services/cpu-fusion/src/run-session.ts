import type { Deployment } from '@vedetta/deployment';
import type { FronthaulHub } from '@vedetta/fronthaul';
import { type DrawKey, drawKey, fillUniform } from '@vedetta/numerics';
import type { FrameResult, Run } from '@vedetta/store';
import { Gate } from './gate.ts';
import { Metronome, windowMs } from './pace.ts';
import type { SlotWindow } from './slot-window.ts';

/** What one fusion worker holds while a run goes on. Dropped as a whole when it ends. */
export interface RunSession {
  readonly run: number;
  readonly falseAlarmProbability: number;
  readonly hub: FronthaulHub;
  /** Ascending. */
  readonly transmitAccessPoints: readonly number[];
  /** Open, and closed but not yet committed, by slot. */
  readonly windows: Map<number, SlotWindow>;
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
  /** Emulated loss on the uplink, a named draw per report. */
  isLost(slot: number, inspection: number, accessPoint: number): boolean;
}

export function openRunSession(run: Run, deployment: Deployment, hub: FronthaulHub): RunSession {
  const { timing, fronthaul } = deployment.network;
  return {
    run: run.id,
    falseAlarmProbability: run.falseAlarmProbability,
    hub,
    transmitAccessPoints: deployment.transmitAccessPoints,
    windows: new Map(),
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
    isLost: lossDraw(drawKey(run.seed, 'report-loss'), fronthaul.reportLossProbability),
  };
}

function lossDraw(key: DrawKey, probability: number): RunSession['isLost'] {
  const uniform = new Float64Array(1);
  return (slot, inspection, accessPoint) => {
    if (probability === 0) return false;
    fillUniform(key, slot, inspection, accessPoint, uniform);
    return uniform[0] < probability;
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
