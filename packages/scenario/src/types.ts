/** What a scenario file says, with every default filled in. Units are in the keys; `watts` and linear values are made later. */

/** Metres. */
export type Point = readonly [x: number, y: number, z: number];

export interface AccessPointsConfig {
  /** Number of APs, M. */
  readonly count: number;
  /** Explicit places `[x, y]`; then `count` is their number and `placement` is ignored. */
  readonly positionsMetres: readonly (readonly [number, number])[] | null;
  readonly placement: 'random' | 'grid';
  readonly heightMetres: number;
  /** Elements of each uniform linear array, N. */
  readonly antennaCount: number;
  readonly spacingWavelengths: number;
  /** Array axis: all along +y, or a random horizontal azimuth per AP. */
  readonly axis: 'aligned' | 'random';
  /** Power budget P_m. */
  readonly powerW: number;
}

export interface UsersConfig {
  /** Number of UEs, K. */
  readonly count: number;
  readonly positionsMetres: readonly (readonly [number, number])[] | null;
  readonly heightMetres: number;
  readonly pilotPowerMw: number;
  /** τ_p. */
  readonly pilotLength: number;
  readonly pilotAssignment: 'random' | 'greedy';
  /** APs that serve one UE in the user-centric modes. */
  readonly servingAccessPoints: number;
}

export interface PropagationConfig {
  readonly carrierGhz: number;
  readonly bandwidthMhz: number;
  readonly noiseDensityDbmPerHz: number;
  readonly noiseFigureDb: number;
  readonly targetGain: 'product' | 'radar-equation';
  readonly apToApPathLoss: 'los' | 'nlos' | 'mixed';
  readonly shadowFading: boolean;
  /** ς, linear. */
  readonly clutterScale: number;
  readonly spatialCorrelation: 'gaussian' | 'exponential' | 'uncorrelated';
  /** Standard deviation of both angles, for `gaussian`. */
  readonly angularSpreadDeg: number;
  /** Magnitude of the neighbour correlation, for `exponential`. */
  readonly exponentialCorrelation: number;
}

export interface BlockConfig {
  /** τ_c. */
  readonly coherenceSamples: number;
  /** τ_s. */
  readonly sensingSamples: number;
  readonly modulation: 'gaussian' | 'qpsk';
}

/** How a receiver knows the clutter (model.md §4). */
export type ClutterSet =
  | 'all'
  /** Far APs' arrivals between nodes; those beyond `withinMetres` of the receiver, if it is given, by long-term statistics alone. */
  | { readonly azimuthNodes: number; readonly withinMetres: number | null }
  /** The symbols of the echo set and of the n strongest; long-term statistics of the rest. */
  | { readonly strongest: number }
  /** For ablation: as `strongest`, the rest taken for white noise. Nothing can be said about its P_FA. */
  | { readonly whiteRest: number };

export interface SensingConfig {
  /** What the network looks at: the range cells of its regions one after the other, or targets that it follows. */
  readonly phase: 'detection' | 'tracking';
  /** In tracking: where the followed targets are believed to be. */
  readonly targetEstimatesMetres: readonly Point[];
  /** In tracking: σ_ε, the deviation of both angles in which all APs see an estimate (12), drawn anew in every slot. */
  readonly angleErrorDeg: number;
  /** S, a square number. */
  readonly regions: number;
  /** M_tx of a region, or of a followed target. */
  readonly transmitPerRegion: number;
  /** M_rx of a region, or of a followed target. */
  readonly receivePerRegion: number;
  readonly association: 'UTC' | 'UC' | 'TC' | 'CF';
  readonly cellSizeMetres: Point;
  /** Lowest and highest height that is scanned. */
  readonly heightRangeMetres: readonly [number, number];
  /** Two cells nearer than this are never inspected in one slot. */
  readonly guardDistanceMetres: number;
  /** `joint-glrt`, in tracking alone, also estimates what the other followed targets echo. */
  readonly detector: 'glrt' | 'joint-glrt' | 'clutter-unaware';
  readonly echoSet: 'all' | { readonly nearest: number };
  readonly clutterSet: ClutterSet;
  readonly falseAlarmProbability: number;
}

/** Max-min power control (49): the smallest SINR is maximised, every inspected region's or target's SIR (48) kept above a floor. */
export interface MaxMinPolicy {
  /** γ̄₀, dB (communication-prioritised); or the highest that there is (sensing-prioritised). */
  readonly sirFloorDb: number | 'highest';
}

export interface PowerConfig {
  readonly policy: 'uniform' | 'fractional' | MaxMinPolicy;
  readonly kappaCommunication: number;
  readonly kappaSensing: number;
  /** false: μ = 0, no sensing beams. */
  readonly sensingBeams: boolean;
  /** With sensing beams off: do the UEs get the freed power? */
  readonly withoutSensing: 'redistribute' | 'unspent';
}

export interface TimingConfig {
  readonly slotPeriodMs: number;
  readonly frameSlots: number;
  readonly planningLag: number;
  readonly slotsInFlight: number;
  /** Emulated time a slot's window stays open at a numeric pace. */
  readonly fusionWindowMs: number;
}

/** What a receive AP forwards of an inspected cell, and so where the GLRT runs. */
export type FunctionalSplit = 'scalar' | 'sufficient' | 'raw';

/** One direction of a fronthaul link, in emulated units. */
export interface LinkDirectionConfig {
  /** null: as fast as the machine. */
  readonly rateMbps: number | null;
  readonly delayMs: number;
  /** Every piece is delayed by up to so much more, uniformly; order is kept. */
  readonly jitterMs: number;
  /** Share of the messages (reports up, commands down) that are lost on arrival, a named draw each; 0 ≤ p < 1. */
  readonly lossProbability: number;
}

/** A link is out for a while, in emulated time since slot 0: bytes wait (`stall`), or the connection breaks (`cut`). */
export interface OutageConfig {
  readonly fromMs: number;
  readonly toMs: number;
  readonly kind: 'stall' | 'cut';
}

/** The emulated link of one access point; `up` is towards the CPU. */
export interface LinkConfig {
  readonly up: LinkDirectionConfig;
  readonly down: LinkDirectionConfig;
  readonly outages: readonly OutageConfig[];
}

/** The link of some access points, written out in full: those that are listed, or all of a role. */
export interface LinkExceptionConfig extends LinkConfig {
  readonly accessPoints: readonly number[] | null;
  readonly role: 'transmit' | 'receive' | null;
}

export interface FronthaulConfig {
  readonly split: FunctionalSplit;
  /** How `raw` samples travel: float64, or block floating point with mantissas of so many bits, 6 to 16. */
  readonly sampleFormat: 'float64' | { readonly mantissaBits: number };
  /**
   * How receivers come to know the transmitted signals: `assumed` (the paper's), or `explicit`: symbols and precoders travel, up from the
   * transmit APs and down to the receive APs that need them.
   */
  readonly references: 'assumed' | 'explicit';
  /** Mantissa bits of explicit precoders and Gaussian symbols, which transmit APs then also send with. */
  readonly referenceBits: number;
  /** Of every access point that no exception names. */
  readonly link: LinkConfig;
  /** The last one that names an access point holds. */
  readonly links: readonly LinkExceptionConfig[];
}

/** The public half: what every service may know. */
export interface Network {
  readonly areaSideMetres: number;
  /** Seed of places, axes, shadowing, pilots and scan order; not the run's seed. */
  readonly layoutSeed: number;
  readonly accessPoints: AccessPointsConfig;
  readonly users: UsersConfig;
  readonly propagation: PropagationConfig;
  readonly block: BlockConfig;
  readonly sensing: SensingConfig;
  readonly power: PowerConfig;
  readonly timing: TimingConfig;
  readonly fronthaul: FronthaulConfig;
}

export interface TargetConfig {
  /** Where it is at slot 0; `null`: drawn by name from the layout seed. */
  readonly positionMetres: Point | null;
  /** Constant velocity; it reflects at the area's sides and at the height range. */
  readonly velocityMetresPerSecond: Point;
}

/** The truth: front ends and evaluation alone. */
export interface World {
  readonly targets: readonly TargetConfig[];
  /** σ_α². */
  readonly rcsVarianceDbsm: number;
  /** ψ of the Gaussian-shaped RCS correlation. */
  readonly rcsCorrelationDeg: number;
  readonly targetHeightRangeMetres: readonly [number, number];
  /** Which targets echo: all, or only those inside an inspected cell's region (the paper's experiments). */
  readonly otherEchoes: 'all' | 'inspected';
}

export interface Scenario {
  /** Preset name or the file's base name. */
  readonly name: string;
  readonly network: Network;
  readonly world: World;
  /** SHA-256 (hex) of the canonical JSON of network and world. */
  readonly hash: string;
}
