import type { Deployment, Inspection, SlotPlan } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { BankMemory } from './bank-memory.ts';
import { reducedWeights } from './compute-statistic.ts';
import { selectEchoSet, writeEchoProfile, writeSteering } from './echo-model.ts';
import { DetectionError, SingularCovarianceError } from './errors.ts';
import { addEchoPower, meansOf, squareFromTall } from './output-covariance.ts';
import { computeReducedStatistic, type ReducedTest, selectDirections, sufficientOf, whiten } from './reduced-test.ts';
import { NOTHING_OBSERVED, statisticOfSufficient } from './sufficient-statistic.ts';
import type { LocalStatistic, ReceivedBlock, SufficientStatistic } from './types.ts';

/** A point scatterer that may echo: where, and the covariance of its reflectivities over the slot's blocks (T × T, in their order). */
export interface PointEcho {
  readonly position: Point;
  readonly rcsCovariance: ComplexMatrix;
}

/**
 * The receivers of one process. What a slot's transmit blocks have in common is prepared once and serves every AP; memory is kept
 * from slot to slot. The result for an AP is the same bits whichever other APs the bank serves, in whatever order.
 */
export interface ReceiverBank {
  /**
   * @param blocks  known transmitted signals, ascending AP id, only APs on air with power; kept until the next slot, not modified.
   * @throws {DetectionError} if the blocks are not ascending or differ in size.
   */
  beginSlot(plan: SlotPlan, blocks: readonly TransmitBlock[]): void;
  /**
   * z and gram of one inspection: all that y says about it. A covariance that has no factor in double precision says nothing about y: rank 0, whatever was
   * received, which leaves every false-alarm rate as it is.
   *
   * @throws {DetectionError} for a block of another slot or size, or with NaN in it. */
  sufficientStatistic(inspection: Inspection, received: ReceivedBlock): SufficientStatistic;
  /** T_m and r_m of one inspection (35): `statisticOfSufficient` of the above, to the bit. @throws as `sufficientStatistic`. */
  localStatistic(inspection: Inspection, received: ReceivedBlock): LocalStatistic;
  /**
   * Means of the exponentials whose sum the local statistic is, when these scatterers echo over the true clutter and noise: the
   * general law of model.md §4 with Σ_y = Ψ + Σ D R Dᴴ.
   *
   * @returns rank means.
   */
  localMeans(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): Float64Array;
}

/** A bank for a deployment; detector and echo set are the network's. */
export function createReceiverBank(deployment: Deployment): ReceiverBank {
  return new Bank(deployment);
}

class Bank implements ReceiverBank {
  readonly #deployment: Deployment;
  readonly #memory: BankMemory;
  #slot = -1;
  #blocks: readonly TransmitBlock[] = [];

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#memory = new BankMemory(deployment);
  }

  beginSlot(plan: SlotPlan, blocks: readonly TransmitBlock[]): void {
    const { sensingSamples } = this.#deployment.network.block;
    const { antennaCount } = this.#deployment.network.accessPoints;
    blocks.forEach(({ accessPoint, samples }, i) => {
      if (i > 0 && accessPoint <= blocks[i - 1].accessPoint)
        throw new DetectionError('blocks', `access point ${accessPoint} is out of order`);
      if (samples.rows !== sensingSamples || samples.columns !== antennaCount)
        throw new DetectionError('blocks', `access point ${accessPoint} sent ${samples.rows} × ${samples.columns}`);
    });
    this.#slot = plan.slot;
    this.#blocks = blocks;
    this.#memory.project(blocks);
  }

  localStatistic(inspection: Inspection, received: ReceivedBlock): LocalStatistic {
    return statisticOfSufficient(this.sufficientStatistic(inspection, received));
  }

  sufficientStatistic(inspection: Inspection, received: ReceivedBlock): SufficientStatistic {
    const { network } = this.#deployment;
    if (received.slot !== this.#slot)
      throw new DetectionError('received', `of slot ${received.slot} while slot ${this.#slot} is prepared`);
    const rows = network.accessPoints.antennaCount * network.block.sensingSamples;
    if (received.observation.rows !== rows || received.observation.columns !== 1)
      throw new DetectionError('received', `must be ${rows} × 1`);
    return orWithoutRank(() => this.#sufficient(inspection, received), NOTHING_OBSERVED);
  }

  #sufficient(inspection: Inspection, received: ReceivedBlock): SufficientStatistic {
    if (this.#blocks.length === 0) return NOTHING_OBSERVED;
    const test = this.#prepare(inspection, received.accessPoint, received.observation);
    const covariance = this.#memory.designCovariance(received.accessPoint, this.#blocks, test.columns);
    whiten(test, covariance);
    const rank = selectDirections(test);
    const statistic = computeReducedStatistic(test, covariance, rank);
    if (!Number.isFinite(statistic)) throw new DetectionError('received', 'holds numbers that are not finite');
    return sufficientOf(test, rank);
  }

  localMeans(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): Float64Array {
    return orWithoutRank(() => this.#means(inspection, accessPoint, echoes), new Float64Array(0));
  }

  #means(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): Float64Array {
    if (this.#blocks.length === 0) return new Float64Array(0);
    const test = this.#prepare(inspection, accessPoint, null);
    const covariance = this.#memory.designCovariance(accessPoint, this.#blocks, test.columns);
    whiten(test, covariance);
    const rank = selectDirections(test);
    if (rank === 0) return new Float64Array(0);
    computeReducedStatistic(test, covariance, rank);
    const weights = reducedWeights(test, rank, 1);
    const clutter = this.#memory.clutterOutput(accessPoint, this.#blocks, weights);
    const output = squareFromTall(weights, clutter);
    for (const { position, rcsCovariance } of echoes) {
      const echo = this.#memory.echoColumns(this.#blocks.length);
      this.#fillEcho(echo, this.#blocks.length, null, position, accessPoint);
      addEchoPower(output, weights, echo, rcsCovariance);
    }
    return meansOf(output);
  }

  /** [D₁ | y₁/σ] with the columns of D at unit norm. */
  #prepare(inspection: Inspection, accessPoint: number, observation: ComplexMatrix | null): ReducedTest {
    const { echoSet } = this.#deployment.network.sensing;
    const chosen = selectEchoSet(this.#deployment, echoSet, inspection.position, this.#blocks);
    const test = this.#memory.test(chosen.length);
    this.#fillEcho(test.raw, chosen.length, chosen, inspection.position, accessPoint);
    this.#memory.projectObservation(observation, test);
    return test;
  }

  /**
   * Columns of D₁ = G₁ ⊗ a_m(p), projected through S̃ alone: q N T products. With `chosen` each is scaled to unit norm, without it is
   * scaled by √β/σ: the echo of unit reflectivity.
   */
  #fillEcho(
    out: ComplexMatrix,
    count: number,
    chosen: readonly number[] | null,
    position: Point,
    receiver: number,
  ): void {
    const { steering, profiles: memory, signal } = this.#memory;
    const profiles = memory(count);
    const antennas = steering.rows;
    for (let c = 0; c < count; c++) {
      const block = chosen ? chosen[c] : c;
      const transmit = this.#blocks[block].accessPoint;
      writeSteering(this.#deployment, transmit, position, steering);
      const norm = writeEchoProfile(signal(), block * antennas, steering, profiles, c);
      const scale = chosen
        ? norm === 0
          ? 0
          : 1 / (norm * Math.sqrt(antennas))
        : Math.sqrt(this.#deployment.echoGain(position, transmit, receiver) / this.#deployment.noiseVariance);
      for (let t = 0, at = c; t < profiles.rows; t++, at += count) {
        profiles.re[at] *= scale;
        profiles.im[at] *= scale;
      }
    }
    writeSteering(this.#deployment, receiver, position, steering);
    for (let t = 0; t < profiles.rows; t++)
      for (let n = 0; n < antennas; n++) {
        const ar = steering.re[n];
        const ai = steering.im[n];
        for (let c = 0, from = t * count, to = (t * antennas + n) * out.columns; c < count; c++, from++, to++) {
          out.re[to] = profiles.re[from] * ar - profiles.im[from] * ai;
          out.im[to] = profiles.re[from] * ai + profiles.im[from] * ar;
        }
      }
  }
}

function orWithoutRank<T>(compute: () => T, otherwise: T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SingularCovarianceError) return otherwise;
    throw error;
  }
}
