import type { LinkConfig, LinkDirectionConfig } from '@vedetta/scenario';
import type { LinkTerms } from '../messages.ts';

/** How emulated time passes while a run is on. */
export interface LinkClock {
  /** Emulated seconds per wall second. */
  readonly pace: number;
  readonly slotPeriodMs: number;
  /** Emulated time a slot waits for reports. */
  readonly fusionWindowMs: number;
  /** The longest message that a link carries. */
  readonly messageBytes: number;
}

/** One direction of a link on the wall clock. */
export interface WallDirection {
  /** Infinity: no limit. */
  readonly bytesPerMs: number;
  readonly delayMs: number;
  readonly jitterMs: number;
}

const bytesPerMsOfMbps = 125;
/** Wall rate = emulated rate × pace, wall delay = emulated delay ÷ pace. */
export function wallDirection({ rateMbps, delayMs, jitterMs }: LinkDirectionConfig, pace: number): WallDirection {
  return {
    bytesPerMs: rateMbps === null ? Infinity : rateMbps * bytesPerMsOfMbps * pace,
    delayMs: delayMs / pace,
    jitterMs: jitterMs / pace,
  };
}

/** What a link without a rate is taken to carry when its windows are sized: 1 Gbit/s. */
const unlimitedBytesPerMs = 125_000;
/** A busy event loop answers so late. */
const promptMs = 20;
const largestWindow = 16 * 1024 * 1024;
/** gRPC prefix and DATA frame header of one message. */
export const messageFraming = 14;

function roundTripMs(up: WallDirection, down: WallDirection): number {
  return up.delayMs + up.jitterMs + down.delayMs + down.jitterMs + promptMs;
}

/**
 * HTTP/2 receive window of one direction: twice its bandwidth–delay product plus one message. Less would be the
 * bottleneck: the receiver gives half of it back at a time. More would hide a queue that no counter sees.
 */
function windowBytes(direction: WallDirection, roundTrip: number, messageBytes: number): number {
  const rate = Math.min(direction.bytesPerMs, unlimitedBytesPerMs);
  return Math.min(largestWindow, Math.ceil(2 * rate * roundTrip + messageBytes));
}

/**
 * Bytes that may be on their way up without acknowledgement: what the link carries in the time the delays take and a
 * share of what they leave of the fusion window; a report behind more than that would be late. Rate × window at most.
 */
function budgetBytes({ up, down }: LinkConfig, { fusionWindowMs }: LinkClock): number | null {
  if (up.rateMbps === null) return null;
  const delays = Math.min(fusionWindowMs, up.delayMs + up.jitterMs + down.delayMs + down.jitterMs);
  const queued = budgetShare * (fusionWindowMs - delays);
  return Math.max(1, Math.floor(up.rateMbps * bytesPerMsOfMbps * (delays + queued)));
}

/** The rest of the window is for computing, and for what the acknowledgements do not know yet. */
const budgetShare = 0.5;

/** Both ends of one link on the wall clock. */
export interface WallLink {
  readonly up: WallDirection;
  readonly down: WallDirection;
  /** HTTP/2 receive window of the fusion worker. */
  readonly windowUpBytes: number;
  /** What the access point is told. */
  readonly terms: LinkTerms;
  /** Commands that may wait for the link. */
  readonly commandsWaiting: number;
}

export function wallLink(link: LinkConfig, clock: LinkClock): WallLink {
  const up = wallDirection(link.up, clock.pace);
  const down = wallDirection(link.down, clock.pace);
  const roundTrip = roundTripMs(up, down);
  const windowUp = windowBytes(up, roundTrip, clock.messageBytes + messageFraming);
  const windowDown = windowBytes(down, roundTrip, clock.messageBytes + messageFraming);
  const longestStallMs = Math.max(0, ...link.outages.map(({ fromMs, toMs }) => (toMs - fromMs) / clock.pace));
  const patienceMs = windowUp / up.bytesPerMs + windowDown / down.bytesPerMs + roundTrip + longestStallMs;
  return {
    up,
    down,
    windowUpBytes: windowUp,
    terms: { windowBytes: windowDown, budgetBytes: budgetBytes(link, clock), patienceMs: Math.ceil(patienceMs) },
    commandsWaiting: down.bytesPerMs === Infinity ? unshapedCommandsWaiting : shapedCommandsWaiting,
  };
}

export const unshapedCommandsWaiting = 1024;
/** More would arrive when nobody waits for their reports any more. */
const shapedCommandsWaiting = 16;
