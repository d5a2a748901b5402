import { type Inspection, type SlotPlan, withAngleErrors } from '@vedetta/deployment';
import { fuse } from '@vedetta/detection';
import type { AccessPointCommand, CommandPart } from '@vedetta/fronthaul';
import type { DecisionRecord, FrameResult, PlannedFrame, SlotRecord } from '@vedetta/store';
import type { ReceiverSignals } from './central-receiver.ts';
import { putAside, type RunSession } from './run-session.ts';
import { SlotWindow } from './slot-window.ts';

/**
 * Issues the slots of a frame, waits for their windows, and decides. Pure in its outcome: given the on-air sets and the
 * reports that were used, nothing else enters a decision.
 *
 * @returns null when `signal` aborted before every slot was decided; then nothing of the frame counts.
 */
export async function executeFrame(
  frame: PlannedFrame,
  session: RunSession,
  signal: AbortSignal,
): Promise<FrameResult | null> {
  const executed: Promise<ExecutedSlot | null>[] = [];
  await session.issuing.enter();
  try {
    for (const [offset, inspections] of frame.slots.entries()) {
      if (signal.aborted) break;
      await session.inFlight.enter();
      await session.somebodyThere(signal);
      await session.metronome.beat(signal);
      const plan = withAngleErrors(session.deployment, { slot: frame.firstSlot + offset, inspections });
      executed.push(executeSlot(session, plan, signal));
    }
  } finally {
    session.issuing.leave();
  }
  const slots = await Promise.all(executed);
  if (signal.aborted || slots.length < frame.slots.length || slots.includes(null)) return null;
  const done = slots as ExecutedSlot[];
  // Windows stay registered until here, so that what came after its own window but before the commit is known as late.
  const decisions = done.flatMap(({ window, inspections }) =>
    decide(window, inspections, session.falseAlarmProbability),
  );
  for (const { window } of done) putAside(session, window);
  return { run: frame.run, frame: frame.frame, slots: done.map(({ record }) => record), decisions };
}

interface ExecutedSlot {
  readonly window: SlotWindow;
  readonly inspections: readonly Inspection[];
  readonly record: SlotRecord;
}

async function executeSlot(session: RunSession, plan: SlotPlan, signal: AbortSignal): Promise<ExecutedSlot | null> {
  try {
    const attached = new Set(session.hub.attached());
    // A transmit AP whose command is lost on its emulated way does not illuminate.
    const onAir = session.deployment.transmitAccessPoints.filter(
      (ap) => attached.has(ap) && !session.losses.isCommandLost(plan.slot, ap),
    );
    const window = new SlotWindow(plan.slot, plan.inspections, attached);
    session.windows.set(plan.slot, window);
    session.account.opened(plan.slot);
    session.hub.sendAir(plan, onAir);
    sendCommands(session, plan, attached, onAir, window);
    session.desk?.open(plan, onAir, attached, window);
    const stalled = await waitFor(window, session, signal);
    session.desk?.seal(plan.slot);
    session.account.closed(plan.slot);
    if (!signal.aborted) await session.central?.evaluate(window, plan, () => signalsOf(session, plan, onAir));
    return signal.aborted
      ? null
      : { window, inspections: plan.inspections, record: { slot: plan.slot, onAir, stalled } };
  } finally {
    session.desk?.close(plan.slot);
    session.inFlight.leave();
  }
}

function signalsOf({ desk, assumed }: RunSession, plan: SlotPlan, onAir: readonly number[]): ReceiverSignals {
  if (desk !== null) return desk.signals(plan.slot);
  const signals = assumed(plan, onAir);
  return () => signals;
}

function sendCommands(
  session: RunSession,
  plan: SlotPlan,
  attached: ReadonlySet<number>,
  onAir: readonly number[],
  window: SlotWindow,
): void {
  const parts = new Map<number, { transmit: CommandPart[]; receive: CommandPart[] }>();
  const part = (ap: number) => {
    const existing = parts.get(ap);
    if (existing) return existing;
    const made = { transmit: [], receive: [] };
    parts.set(ap, made);
    return made;
  };
  for (const { index, region, cell, transmit, receive } of plan.inspections) {
    const look = { inspection: index, region, cell };
    for (const ap of transmit) part(ap).transmit.push(look);
    for (const ap of receive) part(ap).receive.push(look);
  }
  // Whoever transmits has something to tell, whether it senses or not.
  if (session.desk !== null) for (const ap of onAir) part(ap);
  for (const [ap, { transmit, receive }] of parts) {
    if (!attached.has(ap)) continue;
    const lost = session.losses.isCommandLost(plan.slot, ap);
    const sent = session.hub.sendCommand(ap, commandOf(session, plan.slot, transmit, receive), lost);
    if (!sent || lost) window.abandon(ap);
  }
}

export function commandOf(
  { desk }: RunSession,
  slot: number,
  transmit: readonly CommandPart[],
  receive: readonly CommandPart[],
): AccessPointCommand {
  const command = { slot, transmit, receive };
  return desk?.handsDown && receive.length > 0 ? { ...command, referenceFollows: true } : command;
}

/** Later than this a watchdog was woken by a loop that had been busy. */
const wokenLateMs = 1_000;
/** A loop that is late every time is no excuse for ever. */
const mostRenewals = 10;

/**
 * A deadline counts from the sending. The watchdog counts from the last report of any slot: APs that are slow are not stuck. Nor are they
 * when this process had no time to look at what they sent: a watchdog that wakes late begins anew.
 *
 * @returns true when the watchdog had to close the window.
 */
async function waitFor(window: SlotWindow, session: RunSession, signal: AbortSignal): Promise<boolean> {
  const { deadlineMs, watchdog } = session.window;
  let timedOut = false;
  let due = 0;
  let renewals = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number) => {
    due = performance.now() + ms;
    timer = setTimeout(expire, ms);
  };
  const expire = () => {
    const now = performance.now();
    const quietMs = watchdog ? now - session.lastReportAt : deadlineMs;
    if (quietMs < deadlineMs) return wait(deadlineMs - quietMs);
    if (watchdog && now - due > wokenLateMs && renewals < mostRenewals) {
      renewals += 1;
      return wait(deadlineMs);
    }
    timedOut = true;
    window.close();
  };
  wait(deadlineMs);
  const abort = () => window.close();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) window.close();
  await window.closed;
  clearTimeout(timer);
  signal.removeEventListener('abort', abort);
  return timedOut && watchdog;
}

function decide(
  window: SlotWindow,
  inspections: readonly Inspection[],
  falseAlarmProbability: number,
): DecisionRecord[] {
  return inspections.map((inspection) => ({
    ...fuse(window.used(inspection.index), falseAlarmProbability),
    slot: window.slot,
    inspection,
    reports: window.records(inspection.index),
  }));
}
