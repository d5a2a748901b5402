import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, identityMatrix, ResidentFactor } from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import { BankRooms, type Room, remember } from './bank-rooms.ts';
import type { ClutterDesign } from './clutter-design.ts';
import { sumOfDesign } from './design-sum.ts';
import * as count from './operations.ts';
import { asSingular } from './prepared-case.ts';
import {
  type ClutterScratch,
  createClutterScratch,
  mixTerm,
  type ProjectedClutter,
  staircaseOf,
  subtractCovariance,
} from './projected-clutter.ts';
import { type CovarianceOperator, createReducedTest, type ReducedTest } from './reduced-test.ts';
import { liftFrom, projectOnto, type TimeBasis, TimeBasisMemory } from './time-basis.ts';
import { placeColumns } from './unit-columns.ts';

/** Signals in the coordinates of a basis: where each block's N columns begin. */
export interface ProjectedSignals {
  readonly signal: ComplexMatrix;
  readonly offsets: readonly number[];
}

const one = identityMatrix(1);

/**
 * The memory of a receiver bank for one set of known signals: their time basis, their projections, and the covariance of the receiver at
 * hand. Known signals are transmit blocks and, behind them, single streams (symbols of UEs).
 */
export class BankMemory {
  readonly steering: ComplexMatrix;
  /** Complex multiply-adds so far (`operations.ts`). */
  operations = 0;
  readonly #deployment: Deployment;
  readonly #whole: boolean;
  readonly #antennas: number;
  readonly #bases: TimeBasisMemory;
  readonly #unit: number;
  readonly #rooms = new BankRooms();
  readonly #factor = new ResidentFactor();
  #room: Room | null = null;
  #basis: TimeBasis | null = null;
  #stacked: ComplexMatrix;
  #blocks: readonly TransmitBlock[] = [];
  #offsets: readonly number[] = [];
  #starts: Int32Array = new Int32Array();
  #clutter: ProjectedClutter | null = null;
  #clutterOf: ClutterDesign | null = null;
  #factoredFor: ClutterDesign | null = null;
  /** The rounding in the factor. */
  #factoredWith: Float64Array | null = null;

  /**
   * @param whole  whether samples stay as they are instead of being projected: what rounding adds is not white, so no part of y may be left
   *               out of the whitening.
   */
  constructor(deployment: Deployment, whole = false) {
    this.#deployment = deployment;
    this.#whole = whole;
    this.#antennas = deployment.network.accessPoints.antennaCount;
    this.steering = createComplexMatrix(this.#antennas, 1);
    const samples = deployment.network.block.sensingSamples;
    this.#bases = new TimeBasisMemory(samples, 0);
    this.#stacked = createComplexMatrix(samples, 0);
    this.#unit = Math.sqrt(deployment.noiseVariance);
  }

  /** Basis of the span of all signals, and their coordinates side by side. */
  project(blocks: readonly TransmitBlock[], streams: readonly ComplexMatrix[] = []): void {
    this.#clutterOf = null;
    this.#factoredFor = null;
    const antennas = this.#antennas;
    const columns = blocks.length * antennas + streams.length;
    if (this.#stacked.columns !== columns) this.#stacked = createComplexMatrix(this.#stacked.rows, columns);
    blocks.forEach(({ samples }, i) => {
      placeColumns(samples, this.#stacked, i * antennas);
    });
    streams.forEach((stream, i) => {
      placeColumns(stream, this.#stacked, blocks.length * antennas + i);
    });
    this.#blocks = blocks;
    this.#basis = this.#whole ? this.#bases.wholeFor(this.#stacked) : this.#bases.basisOf(this.#stacked);
    const q = this.#basis.hermitian.rows;
    this.#room = this.#rooms.enter(q, columns);
    this.#offsets = [...blocks, null].map((_, m) => m * antennas);
    this.#offsets = [...this.#offsets, ...streams.map((_, i) => blocks.length * antennas + i + 1)];
    this.#starts = staircaseOf(this.#basis.coordinates, this.#offsets);
    if (!this.#whole) this.operations += count.basisOperations(this.#stacked.rows, columns, q);
  }

  /** The projected signals of these blocks: as they lie for those that were projected, otherwise in new memory. */
  signalsOf(blocks: readonly TransmitBlock[]): ProjectedSignals {
    const basis = this.#begun();
    if (blocks === this.#blocks) return { signal: basis.coordinates, offsets: this.#offsets };
    const antennas = this.#antennas;
    const signal = createComplexMatrix(basis.hermitian.rows, blocks.length * antennas);
    const projected = createComplexMatrix(basis.hermitian.rows, antennas);
    blocks.forEach(({ samples }, i) => {
      // τ × N in memory is the stack N τ × 1.
      projectOnto(basis, { rows: samples.rows * antennas, columns: 1, re: samples.re, im: samples.im }, projected);
      placeColumns(projected, signal, i * antennas);
    });
    return { signal, offsets: [...blocks, null].map((_, m) => m * antennas) };
  }

  /** q. */
  rows(): number {
    return this.#begun().hermitian.rows;
  }

  /** q × columns, scratch. */
  readonly profiles = (columns: number): ComplexMatrix =>
    remember(this.#here().profiles, columns, () => createComplexMatrix(this.rows(), columns));

  /** q N × columns, scratch. */
  echoColumns(columns: number): ComplexMatrix {
    return remember(this.#here().echoes, columns, () => createComplexMatrix(this.#size(), columns));
  }

  test(columns: number): ReducedTest {
    return remember(this.#here().tests, columns, () => createReducedTest(this.#size(), columns));
  }

  /** Last column of `raw`: (Qᴴ ⊗ I) y / σ; zero without an observation. */
  projectObservation(observation: ComplexMatrix | null, test: ReducedTest): void {
    const { raw, columns } = test;
    const projected = this.echoColumns(1);
    if (observation) projectOnto(this.#begun(), observation, projected);
    for (let i = 0; i < raw.rows; i++) {
      raw.re[i * raw.columns + columns] = observation ? projected.re[i] / this.#unit : 0;
      raw.im[i * raw.columns + columns] = observation ? projected.im[i] / this.#unit : 0;
    }
    this.operations += count.projectionOperations(this.#stacked.rows, this.rows(), this.#antennas);
  }

  /**
   * Ψ̂/σ² of a design, null for the identity, and of the rounding of samples, N τ variances; factored once as long as nothing else is
   * asked for.
   */
  designCovariance(design: ClutterDesign | null, rounding: Float64Array | null, columns: number): CovarianceOperator {
    if (!design) return identityCovariance;
    const clutter = this.#rounded(this.#clutterFor(design), rounding);
    if (this.#factoredFor !== design || !sameNumbers(this.#factoredWith, rounding)) {
      this.#factoredFor = null;
      const { sum, operations } = sumOfDesign(clutter, design);
      this.operations += operations;
      asSingular(() => this.#factor.factor(sum));
      this.#factoredFor = design;
      this.#factoredWith = rounding?.slice() ?? null;
      this.operations += count.choleskyOperations(this.#size());
    }
    const scratch = this.#scratch(clutter, columns + 1);
    return { factor: this.#factor, subtract: (x, out) => subtractCovariance(clutter, x, out, scratch) };
  }

  /** Adds the work of one test behind its covariance: its columns, and the echoes that they stand for. */
  countTest(design: ClutterDesign | null, columns: number, echoes: number): void {
    const size = this.#size();
    const wide = columns + 1;
    this.operations += count.gramOperations(size, wide) + count.reductionOperations(size, wide);
    this.operations += count.echoOperations(this.rows(), this.#antennas, echoes);
    if (echoes > columns) this.operations += count.spanOperations(columns, echoes);
    if (!design) return;
    const widths = this.#offsets.slice(1).map((end, m) => end - this.#offsets[m]);
    this.operations += 2 * count.solveOperations(size, wide);
    this.operations += count.productOperations(this.rows(), this.#antennas, widths, wide, Boolean(design.rest));
  }

  /** Adds the work of taking so many columns of other targets out of a test. */
  countJoint(others: number, columns: number): void {
    this.operations += count.jointOperations(this.#size(), others, columns);
  }

  /** (Q ⊗ I) W, N τ × columns: weights of the projected space as they weigh samples; new memory. */
  lift(weights: ComplexMatrix): ComplexMatrix {
    const out = createComplexMatrix(this.#stacked.rows * this.#antennas, weights.columns);
    liftFrom(this.#begun(), weights, out);
    return out;
  }

  /** (Ψ/σ²) W: the true clutter of these blocks, noise and rounding, whatever the detector believes. */
  clutterOutput(
    truth: ClutterDesign,
    blocks: readonly TransmitBlock[],
    rounding: Float64Array | null,
    weights: ComplexMatrix,
  ): ComplexMatrix {
    const known = blocks === this.#blocks && this.#offsets.length === blocks.length + 1;
    const exact = known ? this.#clutterFor(truth) : this.#mixed(truth, this.signalsOf(blocks), null);
    const clutter = this.#rounded(exact, rounding);
    const out = createComplexMatrix(weights.rows, weights.columns);
    const scratch = createClutterScratch(clutter.signal.columns, this.#antennas * weights.columns);
    subtractCovariance(clutter, weights, out, scratch);
    for (let i = 0; i < out.re.length; i++) {
      out.re[i] = -out.re[i];
      out.im[i] = -out.im[i];
    }
    return out;
  }

  #rounded(clutter: ProjectedClutter, rounding: Float64Array | null): ProjectedClutter {
    if (!rounding) return clutter;
    if (!this.#whole) throw new Error('rounded samples are not projected');
    const noise = this.#deployment.noiseVariance;
    return { ...clutter, rounding: rounding.map((variance) => variance / noise) };
  }

  #clutterFor(design: ClutterDesign): ProjectedClutter {
    if (this.#clutter && this.#clutterOf === design) return this.#clutter;
    this.#clutterOf = null;
    this.#clutter = this.#mixed(design, { signal: this.#begun().coordinates, offsets: this.#offsets }, this.#starts);
    this.#clutterOf = design;
    return this.#clutter;
  }

  /** Weighs and mixes the terms; in the room's memory for the signals at hand. */
  #mixed(design: ClutterDesign, signals: ProjectedSignals, starts: Int32Array | null): ProjectedClutter {
    const { signal, offsets } = signals;
    const noise = this.#deployment.noiseVariance;
    const mixed = starts ? this.#here().mixed : createComplexMatrix(signal.rows, signal.columns);
    const streams = design.rest?.streams ?? [];
    design.terms.forEach(({ power, transmitCorrelation }, m) => {
      mixTerm(signal, mixed, offsets[m], power / noise, transmitCorrelation);
    });
    streams.forEach(({ power }, i) => {
      mixTerm(signal, mixed, offsets[design.terms.length + i], power / noise, one);
    });
    if (starts) this.operations += design.terms.length * count.mixOperations(signal.rows, this.#antennas);
    const white = design.rest?.white;
    return {
      antennaCount: this.#antennas,
      offsets,
      starts: starts ?? new Int32Array(signal.rows),
      signal,
      mixed,
      receive: [...design.terms, ...streams].map((term) => term.receiveCorrelation),
      white: white && white.power > 0 ? scaledBy(white.receiveCorrelation, white.power / noise) : null,
    };
  }

  #scratch({ signal }: ProjectedClutter, columns: number): ClutterScratch {
    return remember(this.#here().scratch, columns, () =>
      createClutterScratch(signal.columns, this.#antennas * columns),
    );
  }

  /** q N. */
  #size(): number {
    return this.rows() * this.#antennas;
  }

  #begun(): TimeBasis {
    if (!this.#basis) throw new Error('no slot was begun');
    return this.#basis;
  }

  #here(): Room {
    if (!this.#room) throw new Error('no slot was begun');
    return this.#room;
  }
}

function sameNumbers(a: Float64Array | null, b: Float64Array | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

function scaledBy(matrix: ComplexMatrix, factor: number): ComplexMatrix {
  return { ...matrix, re: matrix.re.map((x) => factor * x), im: matrix.im.map((x) => factor * x) };
}

const identityCovariance: CovarianceOperator = {
  factor: null,
  subtract: (x, out) => {
    for (let i = 0; i < x.re.length; i++) {
      out.re[i] -= x.re[i];
      out.im[i] -= x.im[i];
    }
  },
};
