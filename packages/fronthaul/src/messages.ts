import type { PowerPlan, SlotPlan } from '@vedetta/deployment';
import type { SufficientStatistic } from '@vedetta/detection';

/** What travels on the fronthaul, as plain objects. Indexes and ids are whole numbers from 0 to 2³² − 1. */

/** Bumped by every change that an older peer would misread. */
export const protocolVersion = 1;

/** Inspection index and rank of a scalar report stay below this: the report then fits 24 bytes. */
export const reportFieldLimit = 2 ** 14;

/** First message of an access point. */
export interface Hello {
  readonly accessPoint: number;
  /** Number of this assignment of the AP to a process; a higher one supersedes a lower one. */
  readonly epoch: number;
  readonly scenarioHash: string;
  readonly run: number;
  readonly protocolVersion: number;
}

/** One range cell that an AP illuminates or listens to. */
export interface CommandPart {
  /** Index of the inspection in the slot. */
  readonly inspection: number;
  readonly region: number;
  readonly cell: number;
}

/** The part of one AP in one slot. One report is due for every entry of `receive`. */
export interface AccessPointCommand {
  readonly slot: number;
  readonly transmit: readonly CommandPart[];
  readonly receive: readonly CommandPart[];
  /** A reference of this slot follows, and what is to be received waits for it. */
  readonly referenceFollows?: boolean;
}

/** A command as the AP gets it. */
export interface ReceivedCommand extends AccessPointCommand {
  /** Payload bytes of this stream that the fusion worker has received so far. */
  readonly acknowledgedBytes: number;
  /** Lost on its emulated way: not for the access point to see. */
  readonly lost: boolean;
}

/** What an access point must keep to on its emulated link; null: no bound. */
export interface LinkTerms {
  /** HTTP/2 receive window of the access point. */
  readonly windowBytes: number | null;
  /** Bytes that may be on their way up without acknowledgement. */
  readonly budgetBytes: number | null;
  /** What the link adds to the time in which a peer that lives must answer. */
  readonly patienceMs: number;
}

/** Local statistic of one inspection: T ≥ 0 finite and its rank, 0 ≤ rank < 2¹⁴. Rank 0 goes with T = 0. */
export interface ScalarReport {
  readonly slot: number;
  readonly inspection: number;
  readonly statistic: number;
  readonly rank: number;
}

/** z and gram of one inspection, in the `rank` directions that the AP kept: what the split `sufficient` forwards. */
export interface SufficientReport {
  readonly slot: number;
  readonly inspection: number;
  readonly sufficient: SufficientStatistic;
}

/** What the antennas received, as it travels: 0 bits is float64, 6 to 16 are mantissas of block floating point. */
export interface RawReport {
  readonly slot: number;
  readonly inspection: number;
  readonly raw: { readonly mantissaBits: number; readonly samples: Uint8Array };
}

/** A report in any split; which body it has says which. */
export type ReportMessage = ScalarReport | SufficientReport | RawReport;

/** What one transmit AP sends in one slot, but for symbols. */
export interface ReferenceTransmitter {
  readonly accessPoint: number;
  /** Weights of its users with power, ascending, each user's in block floating point. */
  readonly precoders: Uint8Array;
  /** 8 bytes; none without sensing beams. */
  readonly sensingSeed: Uint8Array;
}

/** What transmit APs send in one slot, where it travels (references `explicit`). */
export interface ReferenceMessage {
  readonly slot: number;
  /** Ascending AP. */
  readonly transmitters: readonly ReferenceTransmitter[];
  /** Of all users that they serve with power, ascending, each once. */
  readonly symbols: Uint8Array;
  /** Down: lost on its emulated way, to be dropped once it has been decoded. */
  readonly lost?: boolean;
}

/** First message of a process that hosts access points. */
export interface AirHello {
  readonly processName: string;
  readonly scenarioHash: string;
  readonly protocolVersion: number;
  readonly accessPoints: readonly number[];
}

/** The run that is on. `seed` is a whole number, 0 ≤ seed < 2⁵³. */
export interface AirRun {
  readonly run: number;
  readonly seed: number;
  /** Under max-min power control, left out otherwise. */
  readonly powerPlan?: PowerPlan;
}

/** A slot as the emulated air knows it. */
export interface AirSlot {
  readonly plan: SlotPlan;
  /** Transmit APs on air, ascending. */
  readonly onAir: readonly number[];
}

export type UpMessage =
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'report'; readonly report: ReportMessage }
  | { readonly kind: 'reference'; readonly reference: ReferenceMessage }
  | { readonly kind: 'withheld'; readonly reports: number };

export type DownMessage =
  | { readonly kind: 'welcome'; readonly protocolVersion: number; readonly terms: LinkTerms }
  | { readonly kind: 'linkTerms'; readonly terms: LinkTerms }
  | { readonly kind: 'command'; readonly command: ReceivedCommand }
  | { readonly kind: 'reference'; readonly reference: ReferenceMessage }
  | { readonly kind: 'drain' };

export type AirDownMessage =
  | { readonly kind: 'welcome'; readonly protocolVersion: number }
  | { readonly kind: 'run'; readonly run: AirRun }
  | { readonly kind: 'runEnd' }
  | { readonly kind: 'slot'; readonly slot: AirSlot };
