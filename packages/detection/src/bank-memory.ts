import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, ResidentFactor } from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import { BankRooms, type Room, remember } from './bank-rooms.ts';
import { asSingular } from './prepared-case.ts';
import {
  type ClutterScratch,
  covarianceSum,
  createClutterScratch,
  mixTerm,
  type ProjectedClutter,
  staircaseOf,
  subtractCovariance,
} from './projected-clutter.ts';
import { type CovarianceOperator, createReducedTest, type ReducedTest } from './reduced-test.ts';
import { projectOnto, type TimeBasis, TimeBasisMemory } from './time-basis.ts';
import { placeColumns } from './unit-columns.ts';

/** The memory of a receiver bank: the slot's time basis, projected signals, and the covariance of the receiver at hand. */
export class BankMemory {
  readonly steering: ComplexMatrix;
  readonly #deployment: Deployment;
  readonly #antennas: number;
  readonly #bases: TimeBasisMemory;
  readonly #unit: number;
  readonly #rooms = new BankRooms();
  readonly #factor = new ResidentFactor();
  #room: Room | null = null;
  #basis: TimeBasis | null = null;
  #stacked: ComplexMatrix;
  #offsets: readonly number[] = [];
  #starts: Int32Array = new Int32Array();
  #clutter: ProjectedClutter | null = null;
  #clutterOf = -1;
  #factoredFor = -1;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#antennas = deployment.network.accessPoints.antennaCount;
    this.steering = createComplexMatrix(this.#antennas, 1);
    const samples = deployment.network.block.sensingSamples;
    this.#bases = new TimeBasisMemory(samples, 0);
    this.#stacked = createComplexMatrix(samples, 0);
    this.#unit = Math.sqrt(deployment.noiseVariance);
  }

  /** Basis of span[S_1 … S_T] and S̃ = QᴴS of all blocks side by side; once per slot, whatever APs are served. */
  project(blocks: readonly TransmitBlock[]): void {
    this.#clutterOf = -1;
    this.#factoredFor = -1;
    const columns = blocks.length * this.#antennas;
    if (this.#stacked.columns !== columns) this.#stacked = createComplexMatrix(this.#stacked.rows, columns);
    blocks.forEach(({ samples }, i) => {
      placeColumns(samples, this.#stacked, i * this.#antennas);
    });
    this.#basis = this.#bases.basisOf(this.#stacked);
    this.#room = this.#rooms.enter(this.#basis.hermitian.rows, columns);
    this.#offsets = [...blocks, null].map((_, m) => m * this.#antennas);
    this.#starts = staircaseOf(this.#basis.coordinates, this.#offsets);
  }

  readonly signal = (): ComplexMatrix => this.#begun().coordinates;

  /** q × count, scratch. */
  readonly profiles = (count: number): ComplexMatrix =>
    remember(this.#here().profiles, count, () => createComplexMatrix(this.signal().rows, count));

  /** q N × count, scratch. */
  echoColumns(count: number): ComplexMatrix {
    return remember(this.#here().echoes, count, () => createComplexMatrix(this.#size(), count));
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
  }

  /** Ψ̂/σ² the network's detector designs with; factored once per slot and receiver. */
  designCovariance(receiver: number, blocks: readonly TransmitBlock[], columns: number): CovarianceOperator {
    if (this.#deployment.network.sensing.detector === 'clutter-unaware') return identityCovariance;
    const clutter = this.#clutterFor(receiver, blocks);
    if (this.#factoredFor !== receiver) {
      this.#factoredFor = -1;
      asSingular(() => this.#factor.factor(covarianceSum(clutter)));
      this.#factoredFor = receiver;
    }
    const scratch = this.#scratch(clutter, columns + 1);
    return { factor: this.#factor, subtract: (x, out) => subtractCovariance(clutter, x, out, scratch) };
  }

  /** (Ψ/σ²) W: the true clutter and noise, whatever the detector believes. */
  clutterOutput(receiver: number, blocks: readonly TransmitBlock[], weights: ComplexMatrix): ComplexMatrix {
    const clutter = this.#clutterFor(receiver, blocks);
    const out = createComplexMatrix(weights.rows, weights.columns);
    subtractCovariance(clutter, weights, out, this.#scratch(clutter, weights.columns));
    for (let i = 0; i < out.re.length; i++) {
      out.re[i] = -out.re[i];
      out.im[i] = -out.im[i];
    }
    return out;
  }

  #clutterFor(receiver: number, blocks: readonly TransmitBlock[]): ProjectedClutter {
    if (this.#clutter && this.#clutterOf === receiver) return this.#clutter;
    const signal = this.signal();
    const { mixed } = this.#here();
    const links = blocks.map(({ accessPoint }) => this.#deployment.clutterLink(receiver, accessPoint));
    const clutter: ProjectedClutter = {
      antennaCount: this.#antennas,
      offsets: this.#offsets,
      starts: this.#starts,
      signal,
      mixed,
      receive: links.map((link) => link.receiveCorrelation),
    };
    links.forEach((link, m) => {
      mixTerm(signal, mixed, clutter.offsets[m], link.power / this.#deployment.noiseVariance, link.transmitCorrelation);
    });
    this.#clutter = clutter;
    this.#clutterOf = receiver;
    return clutter;
  }

  #scratch({ signal }: ProjectedClutter, columns: number): ClutterScratch {
    return remember(this.#here().scratch, columns, () =>
      createClutterScratch(signal.columns, this.#antennas * columns),
    );
  }

  /** q N. */
  #size(): number {
    return this.signal().rows * this.#antennas;
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

const identityCovariance: CovarianceOperator = {
  factor: null,
  subtract: (x, out) => {
    for (let i = 0; i < x.re.length; i++) {
      out.re[i] -= x.re[i];
      out.im[i] -= x.im[i];
    }
  },
};
