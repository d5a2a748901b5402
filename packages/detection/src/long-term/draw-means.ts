import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import { BankMemory } from '../bank-memory.ts';
import { reducedWeights } from '../compute-statistic.ts';
import { orWithoutRank } from '../errors.ts';
import { NO_SAMPLES, testLook } from '../look-test.ts';
import { viewAs } from '../matrix-view.ts';
import * as count from '../operations.ts';
import { meansOf } from '../output-covariance.ts';
import type { ReceiverLook } from '../receiver-look.ts';
import { type BlockRecipe, blockRecipe, createStreams, type DrawnStreams, fromHermitian } from './draw-block.ts';
import { copyDraw, type DrawnSlot } from './drawn-slot.ts';
import { divideRest } from './far-clutter.ts';
import { FarOutput } from './far-output.ts';
import { addLinkOutputs, type LinkShape, linkShape } from './link-output.ts';

/**
 * Consecutive draws in which known APs send the same. One receiver then serves them all, and the draws are about as good as independent
 * ones: given what is known, the mean of WᴴΨW is WᴴΨ̂W = I in every draw (but for pilots that are shared).
 */
const DRAWS_PER_DESIGN = 8;

/** A transmit AP a look knows. */
interface KnownSource {
  readonly recipe: BlockRecipe;
  readonly link: LinkShape;
  readonly streams: DrawnStreams;
}

/** Means of the uncalibrated statistic of a look without targets, draw after draw of what the network might have sent. */
export class DrawMeans {
  readonly #deployment: Deployment;
  readonly #memory: BankMemory;
  #farOperations = 0;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#memory = new BankMemory(deployment);
  }

  /** Complex multiply-adds so far. */
  get operations(): number {
    return this.#memory.operations + this.#farOperations;
  }

  /**
   * Draw d has what known APs send from draw d − d mod 8 of the slot, and with it the symbols of their UEs; everything else from draw d.
   * Its means are the eigenvalues of WᴴΨW (model.md §4) with the W that was designed for it.
   *
   * @returns per draw its rank means; those of rank 0 are left out.
   */
  of(look: ReceiverLook, plan: SlotPlan, power: readonly AccessPointPower[], slot: DrawnSlot): Float64Array[] {
    const { network, noiseVariance } = this.#deployment;
    const [tau, antennas] = [network.block.sensingSamples, network.accessPoints.antennaCount] as const;
    const blocks = look.blocks.map(
      ({ accessPoint }): TransmitBlock => ({ accessPoint, samples: createComplexMatrix(tau, antennas) }),
    );
    const known = blocks.map(({ accessPoint }) => this.#knownSource(look.receiver, accessPoint, plan, power));
    const { drawn, faint } = divideRest(this.#deployment, look, plan, power);
    const sources = drawn.map((accessPoint) => ({
      blocks: slot.blocksOf(accessPoint),
      link: linkShape(this.#deployment, look.receiver, accessPoint),
    }));
    const users = new Set(known.flatMap(({ recipe }) => recipe.users.map(({ user }) => user)));
    const far = new FarOutput(slot, sources, faint, users, [tau, antennas], noiseVariance);
    const means: Float64Array[] = [];
    for (let base = 0; base < slot.count; base += DRAWS_PER_DESIGN) {
      const weights = orWithoutRank(() => this.#design(look, blocks, known, slot, base), null);
      if (!weights) continue;
      const shared = createComplexMatrix(weights.columns, weights.columns);
      far.begin(weights, base);
      far.addMean(shared);
      this.#addKnown(shared, weights, blocks, known);
      for (let draw = base; draw < Math.min(base + DRAWS_PER_DESIGN, slot.count); draw++) {
        const output = { ...shared, re: shared.re.slice(), im: shared.im.slice() };
        far.addDraw(output, draw);
        means.push(meansOf(output));
      }
    }
    this.#farOperations += far.operations;
    return means;
  }

  #knownSource(receiver: number, accessPoint: number, plan: SlotPlan, power: readonly AccessPointPower[]): KnownSource {
    const { block, accessPoints } = this.#deployment.network;
    const split = power.find((entry) => entry.accessPoint === accessPoint);
    const recipe = blockRecipe(this.#deployment, plan, split ?? { accessPoint, users: [], inspections: [] });
    return {
      recipe,
      link: linkShape(this.#deployment, receiver, accessPoint),
      streams: createStreams(recipe, [block.sensingSamples, accessPoints.antennaCount]),
    };
  }

  /** W, N τ × rank, for what known APs send in a draw; null at rank 0. Known signals are drawn anew, in double precision: nulls stay nulls. */
  #design(
    look: ReceiverLook,
    blocks: readonly TransmitBlock[],
    known: readonly KnownSource[],
    slot: DrawnSlot,
    draw: number,
  ): ComplexMatrix | null {
    const { block, accessPoints } = this.#deployment.network;
    const hermitian = createComplexMatrix(accessPoints.antennaCount, block.sensingSamples);
    blocks.forEach(({ samples }, m) => {
      slot.drawInto(known[m].recipe, draw, known[m].streams, hermitian);
      fromHermitian(hermitian, samples);
    });
    const streams = (look.design?.rest?.streams ?? []).map(({ user }) => {
      const stream = createComplexMatrix(block.sensingSamples, 1);
      copyDraw(slot.symbolsOf(user), draw * stream.rows, stream.rows, stream, 0);
      for (let t = 0; t < stream.rows; t++) stream.im[t] = -stream.im[t];
      return stream;
    });
    this.#memory.project(blocks, streams);
    const run = testLook(this.#deployment, this.#memory, look, blocks, NO_SAMPLES);
    if (!run || run.rank === 0) return null;
    return this.#memory.lift(reducedWeights(run.test, run.rank, 1));
  }

  #addKnown(
    output: ComplexMatrix,
    weights: ComplexMatrix,
    blocks: readonly TransmitBlock[],
    known: readonly KnownSource[],
  ): void {
    const { block, accessPoints } = this.#deployment.network;
    const [tau, n] = [block.sensingSamples, accessPoints.antennaCount];
    const r = weights.columns;
    const z = createComplexMatrix(blocks.length * n, n * r);
    blocks.forEach(({ samples }, m) => {
      gemm('HN', samples, viewAs(weights, tau, n * r), rowsOf(z, m * n, n));
    });
    const turned = createComplexMatrix(z.rows, z.columns);
    addLinkOutputs(
      output,
      known.map(({ link }) => link),
      z,
      turned,
    );
    this.#farOperations += blocks.length * count.linkOutputOperations(tau, n, r);
  }
}

/** Rows of a matrix, in its memory. */
function rowsOf({ columns, re, im }: ComplexMatrix, first: number, rows: number): ComplexMatrix {
  const [from, to] = [first * columns, (first + rows) * columns];
  return { rows, columns, re: re.subarray(from, to), im: im.subarray(from, to) };
}
