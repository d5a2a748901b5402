import type { SlotPlan } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import type { LocalLaw } from './local-law.ts';
import type { OutputPowers } from './output-powers.ts';
import type { LocalStatistic, ReceivedBlock, SlotSituation, SufficientStatistic, TestedInspection } from './types.ts';

/** A point scatterer that may echo: where, and the covariance of its reflectivities over the slot's blocks (T × T, in their order). */
export interface PointEcho {
  readonly position: Point;
  readonly rcsCovariance: ComplexMatrix;
}

/**
 * What leaves one receiver's test, in the outputs of W of `designReceiver` (unit covariance under its own Ψ̂): every law and ratio of the
 * statistic, for any reflectivities at one place, follows from these.
 */
export interface LocalOutput {
  readonly rank: number;
  /** WᴴΨW, rank × rank: the true clutter and noise; the identity where the receiver was designed with them. */
  readonly disturbance: ComplexMatrix;
  /** WᴴD, rank × T: echoes of unit reflectivity, a column for each of the slot's blocks. */
  readonly response: ComplexMatrix;
}

/**
 * The receivers of one process. What a slot's transmit blocks have in common is prepared once and serves every AP; memory is kept
 * from slot to slot. The result for an AP is the same bits whichever other APs the bank serves, in whatever order.
 */
export interface ReceiverBank {
  /**
   * @param blocks  known transmitted signals, ascending AP id, only APs on air with power; kept until the next slot, not modified. A
   *                receiver looks at those of its `neededReferences` alone; others may be left out.
   * @param situation  needed where a clutter set has a long-term rest (`needsSituation`).
   * @throws {DetectionError} if the blocks are not ascending or differ in size.
   */
  beginSlot(plan: SlotPlan, blocks: readonly TransmitBlock[], situation?: SlotSituation): void;
  /**
   * Makes the calibration that a cell's statistics rest on, if its clutter set asks for one and none is kept: work done once for each cell,
   * so that a caller can account for it apart. Statistics make it themselves when nobody has.
   */
  calibrate(inspection: TestedInspection, accessPoint: number): void;
  /**
   * z and gram of one inspection: all that y says about it. What rounding on the way added to y is counted as noise of its known variance, sample
   * by sample: Ψ̂ + diag(d). Where the clutter set asks for a calibration, z is scaled so that zᴴgram⁻¹z is
   * the calibrated statistic. A covariance that has no factor in double precision says nothing about y: rank 0, whatever was
   * received, which leaves every false-alarm rate as it is.
   *
   * @throws {DetectionError} for a block of another slot or size, or with NaN in it. */
  sufficientStatistic(inspection: TestedInspection, received: ReceivedBlock): SufficientStatistic;
  /** T_m and r_m of one inspection (35): `statisticOfSufficient` of the above, to the bit. @throws as `sufficientStatistic`. */
  localStatistic(inspection: TestedInspection, received: ReceivedBlock): LocalStatistic;
  /**
   * Means of the exponentials whose sum the local statistic is before calibration, when these scatterers echo over the true clutter and
   * noise: the general law of model.md §4 with Σ_y = Ψ + Σ D R Dᴴ for a receiver designed with its own Ψ̂. Needs the blocks of all APs.
   *
   * @param rounding  as of a `ReceivedBlock`: it is in Ψ and Ψ̂ alike. The law is then that given the units of the blocks.
   * @returns rank means.
   */
  localMeans(
    inspection: TestedInspection,
    accessPoint: number,
    echoes: readonly PointEcho[],
    rounding?: Float64Array | null,
  ): Float64Array;
  /**
   * Mean energies at the receiver's output of clutter, noise and each of these scatterers: the parts of (36) and (45), `powerRatio`. One
   * factorisation serves all inspections of an AP. Needs the blocks of all APs.
   */
  outputPowers(inspection: TestedInspection, accessPoint: number, echoes: readonly PointEcho[]): OutputPowers;
  /**
   * What the means above are made of, for one scatterer of any reflectivities: means are the eigenvalues of disturbance + response R responseᴴ,
   * and the SCNR (36) is the ratio of the traces of the two. New memory. Needs the blocks of all APs.
   */
  localOutput(inspection: TestedInspection, accessPoint: number, scatterer: Point): LocalOutput;
  /** The exact law of the local statistic: its means, with the calibration that follows. */
  localLaw(
    inspection: TestedInspection,
    accessPoint: number,
    echoes: readonly PointEcho[],
    rounding?: Float64Array | null,
  ): LocalLaw;
  /**
   * Complex multiply-adds of all statistics so far, counted from sizes (`operations.ts`); what is prepared once for a slot counts once.
   * Making a calibration, done once for each cell, is counted apart in `calibrationOperations`.
   */
  readonly operations: number;
  readonly calibrationOperations: number;
  /** Calibrations made so far. */
  readonly calibrationsMade: number;
}
