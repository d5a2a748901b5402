import type { ComplexMatrix } from '@vedetta/numerics';
import type { Network, Point } from '@vedetta/scenario';
import type { Direction } from '@vedetta/signal';

/** A network put on the map: places, roles, association, and the statistics of its links. Everything here is public. */

export interface AccessPoint {
  readonly id: number;
  readonly position: Point;
  /** Unit vector along the array, horizontal. */
  readonly axis: Point;
  readonly role: 'transmit' | 'receive';
}

export interface UserEquipment {
  readonly id: number;
  readonly position: Point;
}

export interface SensingRegion {
  readonly id: number;
  readonly centre: Point;
  readonly lower: Point;
  readonly upper: Point;
  /** Transmit APs that sense it (M_tx nearest), ascending ids. */
  readonly transmit: readonly number[];
  /** Receive APs that listen to it, ascending ids. */
  readonly receive: readonly number[];
  readonly cellCount: number;
  /** Centre of range cell `cell`, 0 ≤ cell < cellCount. */
  cellPosition(cell: number): Point;
}

/** Statistics of the link from transmit AP to receive AP, LoS part already known and removed (2), (25). */
export interface ClutterLink {
  readonly receive: number;
  readonly transmit: number;
  /** b, linear. */
  readonly gain: number;
  /** c of (4); Infinity where there is no scatter. */
  readonly ricianFactor: number;
  /** ς κ² = ς b/(1+c), linear; 0 where there is no scatter. */
  readonly power: number;
  /** R_tx, N × N, trace N. */
  readonly transmitCorrelation: ComplexMatrix;
  /** R_rx, N × N, trace N. */
  readonly receiveCorrelation: ComplexMatrix;
}

export interface Deployment {
  readonly network: Network;
  /** Under max-min power control, once it has been solved: it takes seconds and is done in one place, `withPowerPlan` brings it here. */
  readonly powerPlan?: PowerPlan;
  readonly accessPoints: readonly AccessPoint[];
  /** Ids, ascending. */
  readonly transmitAccessPoints: readonly number[];
  /** Ids, ascending. */
  readonly receiveAccessPoints: readonly number[];
  readonly users: readonly UserEquipment[];
  /** Empty while it follows targets. */
  readonly regions: readonly SensingRegion[];
  /** While it follows targets: they take the place of the regions. */
  readonly targets?: readonly TrackedTarget[];
  /** [k] → transmit APs that serve UE k, ascending (M_k). */
  readonly servedBy: readonly (readonly number[])[];
  /** [m] → UEs served by AP m, ascending (K_m); empty for receive APs. */
  readonly usersOf: readonly (readonly number[])[];
  /** [k] → index of the pilot sequence. */
  readonly pilotIndex: readonly number[];
  /** ρ_{k,m}, linear. */
  userGain(accessPoint: number, user: number): number;
  /** C_{k,m} / ρ_{k,m}, trace N. Memoised. */
  userCorrelation(accessPoint: number, user: number): ComplexMatrix;
  /** Memoised. */
  clutterLink(receive: number, transmit: number): ClutterLink;
  /** λ, AP–target gain (LoS, no shadowing), linear. */
  targetGain(accessPoint: number, position: Point): number;
  /** β of a point scatterer at `position`, linear. */
  echoGain(position: Point, transmit: number, receive: number): number;
  /** Unnormalised steering vector a_m(position), N × 1; with an error in the AP's own angles, a_m(p̂) of (12). */
  steering(accessPoint: number, position: Point, angleError?: Direction): ComplexMatrix;
  /** σ_z², W. */
  readonly noiseVariance: number;
}

/** Where the network believes a target to be. */
export interface TargetEstimate {
  readonly position: Point;
  /** ε_l, rad: error of the directions in which all APs see it (12), each in the frame of its own array; left out for none. */
  readonly angleError?: Direction;
}

/** A followed target with its APs; it takes the place of a sensing region. */
export interface TrackedTarget extends TargetEstimate {
  /** Its place in the list of estimates. */
  readonly id: number;
  /** Transmit APs whose beams follow it (M_tx nearest), ascending ids. */
  readonly transmit: readonly number[];
  /** Receive APs that listen to it, ascending ids. */
  readonly receive: readonly number[];
}

/** A network that follows targets: roles are assigned to them, and it has no sensing regions. */
export interface TrackingDeployment extends Deployment {
  readonly targets: readonly TrackedTarget[];
}

/** One range cell, or one estimated position of a target, looked at in one slot. */
export interface Inspection {
  /** Index within the slot. */
  readonly index: number;
  readonly phase: 'detection' | 'tracking';
  /** Sensing region; in tracking the target that takes its place. */
  readonly region: number;
  /** Range cell; 0 in tracking. */
  readonly cell: number;
  /** Inspected position: the cell's centre, or the target's estimate. */
  readonly position: Point;
  /**
   * ε of the estimate (12): beams and receivers of this inspection are pointed with it. No message and no stored row carries it: processes of
   * a running network make it again from its name (`withAngleErrors`).
   */
  readonly angleError?: Direction;
  readonly transmit: readonly number[];
  readonly receive: readonly number[];
}

export interface SlotPlan {
  readonly slot: number;
  readonly inspections: readonly Inspection[];
}

/** How one transmit AP splits its power in one slot; watts. */
export interface AccessPointPower {
  readonly accessPoint: number;
  readonly users: readonly { readonly user: number; readonly power: number }[];
  readonly inspections: readonly { readonly inspection: number; readonly power: number }[];
}

/** Powers that were solved for ahead of time: one allocation for each set of regions, or of targets, that a slot inspects. */
export type PowerPlan = readonly PlannedAllocation[];

export interface PlannedAllocation {
  /** Regions (in tracking targets) that are inspected together, ascending. */
  readonly regions: readonly number[];
  /** One per transmit AP, ascending. */
  readonly power: readonly PlannedPower[];
}

/** An allocation and what is known of it. */
export interface SolvedAllocation extends PlannedAllocation {
  /** min over UEs of the SINR (23), linear; 0 where nobody hears one of them, null without UEs. */
  readonly smallestSinr: number | null;
  /** What no powers give every UE that somebody hears; the difference is what the search did not settle. */
  readonly sinrBound: number | null;
  /** SIR (48) of every inspected region or target, linear; null where nothing else echoes. */
  readonly sir: readonly (number | null)[];
}

/** How one transmit AP splits its power while those regions are inspected; watts. */
export interface PlannedPower {
  readonly accessPoint: number;
  /** Ascending. */
  readonly users: readonly { readonly user: number; readonly power: number }[];
  /** Ascending. */
  readonly beams: readonly { readonly region: number; readonly power: number }[];
}

/** What is on air in a slot: the frozen set of transmit APs and how each splits its power. */
export interface OnAirSlot {
  readonly plan: SlotPlan;
  /** Attached transmit APs, ascending. */
  readonly onAir: readonly number[];
  /** In the order of `onAir`. */
  readonly power: readonly AccessPointPower[];
}
