import type { Deployment, Inspection, SlotPlan } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { BankMemory, type ProjectedSignals } from './bank-memory.ts';
import { type ClutterDesign, exactDesign, symbolsOf } from './clutter-design.ts';
import { reducedWeights } from './compute-statistic.ts';
import { writeEchoProfile, writeSteering } from './echo-model.ts';
import { DetectionError, SingularCovarianceError } from './errors.ts';
import type { LocalLaw } from './local-law.ts';
import { Calibrations } from './long-term/calibrations.ts';
import { addEchoPower, meansOf, squareFromTall } from './output-covariance.ts';
import { lookAt, type ReceiverLook } from './receiver-look.ts';
import { computeReducedStatistic, selectDirections, sufficientOf, whiten } from './reduced-test.ts';
import { fillSpan, selectSpanDirections } from './span-directions.ts';
import { NOTHING_OBSERVED, statisticOfSufficient } from './sufficient-statistic.ts';
import type { LocalStatistic, ReceivedBlock, SlotSituation, SufficientStatistic } from './types.ts';

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
   * @param blocks  known transmitted signals, ascending AP id, only APs on air with power; kept until the next slot, not modified. A
   *                receiver looks at those of its `neededReferences` alone; others may be left out.
   * @param situation  needed where a clutter set has a long-term rest (`needsSituation`).
   * @throws {DetectionError} if the blocks are not ascending or differ in size.
   */
  beginSlot(plan: SlotPlan, blocks: readonly TransmitBlock[], situation?: SlotSituation): void;
  /**
   * z and gram of one inspection: all that y says about it. Where the clutter set asks for a calibration, z is scaled so that zᴴgram⁻¹z is
   * the calibrated statistic. A covariance that has no factor in double precision says nothing about y: rank 0, whatever was
   * received, which leaves every false-alarm rate as it is.
   *
   * @throws {DetectionError} for a block of another slot or size, or with NaN in it. */
  sufficientStatistic(inspection: Inspection, received: ReceivedBlock): SufficientStatistic;
  /** T_m and r_m of one inspection (35): `statisticOfSufficient` of the above, to the bit. @throws as `sufficientStatistic`. */
  localStatistic(inspection: Inspection, received: ReceivedBlock): LocalStatistic;
  /**
   * Means of the exponentials whose sum the local statistic is before calibration, when these scatterers echo over the true clutter and
   * noise: the general law of model.md §4 with Σ_y = Ψ + Σ D R Dᴴ for a receiver designed with its own Ψ̂. Needs the blocks of all APs.
   *
   * @returns rank means.
   */
  localMeans(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): Float64Array;
  /** The exact law of the local statistic: its means, with the calibration that follows. */
  localLaw(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): LocalLaw;
  /**
   * Complex multiply-adds of all statistics so far, counted from sizes (`operations.ts`); what is prepared once for a slot counts once.
   * Making a calibration, done once for each cell, is counted apart in `calibrationOperations`.
   */
  readonly operations: number;
  readonly calibrationOperations: number;
}

/** A bank for a deployment; detector, echo set and clutter set are the network's. */
export function createReceiverBank(deployment: Deployment): ReceiverBank {
  return new Bank(deployment);
}

class Bank implements ReceiverBank {
  readonly #deployment: Deployment;
  /** For receivers that use all blocks. */
  readonly #shared: BankMemory;
  /** For one that uses some, made when first wanted; `#ownOf` is whose signals it holds. */
  #own: BankMemory | null = null;
  #ownOf: ReceiverLook | null = null;
  /** For draws of the calibration. */
  #drawn: Bank | null = null;
  readonly #calibrations: Calibrations;
  readonly #looks = new Map<string, ReceiverLook>();
  readonly #designs = new Map<number, ClutterDesign>();
  #plan: SlotPlan = { slot: -1, inspections: [] };
  #blocks: readonly TransmitBlock[] = [];
  #situation: SlotSituation | null = null;
  #sharedIsReady = false;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#shared = new BankMemory(deployment);
    this.#calibrations = new Calibrations(deployment, (look, plan, { blocks, symbols }) => {
      this.#drawn ??= new Bank(deployment);
      const power = this.#situation?.power ?? [];
      this.#drawn.beginSlot(plan, blocks, { power, symbols });
      return this.#drawn.localMeans(look.inspection, look.receiver, []);
    });
  }

  get operations(): number {
    return this.#shared.operations + (this.#own?.operations ?? 0);
  }

  get calibrationOperations(): number {
    return this.#drawn?.operations ?? 0;
  }

  beginSlot(plan: SlotPlan, blocks: readonly TransmitBlock[], situation?: SlotSituation): void {
    const { sensingSamples } = this.#deployment.network.block;
    const { antennaCount } = this.#deployment.network.accessPoints;
    blocks.forEach(({ accessPoint, samples }, i) => {
      if (i > 0 && accessPoint <= blocks[i - 1].accessPoint)
        throw new DetectionError('blocks', `access point ${accessPoint} is out of order`);
      if (samples.rows !== sensingSamples || samples.columns !== antennaCount)
        throw new DetectionError('blocks', `access point ${accessPoint} sent ${samples.rows} × ${samples.columns}`);
    });
    this.#plan = plan;
    this.#blocks = blocks;
    this.#situation = situation ?? null;
    this.#looks.clear();
    this.#designs.clear();
    this.#ownOf = null;
    this.#sharedIsReady = false;
  }

  localStatistic(inspection: Inspection, received: ReceivedBlock): LocalStatistic {
    return statisticOfSufficient(this.sufficientStatistic(inspection, received));
  }

  sufficientStatistic(inspection: Inspection, received: ReceivedBlock): SufficientStatistic {
    const { network } = this.#deployment;
    if (received.slot !== this.#plan.slot)
      throw new DetectionError('received', `of slot ${received.slot} while slot ${this.#plan.slot} is prepared`);
    const rows = network.accessPoints.antennaCount * network.block.sensingSamples;
    if (received.observation.rows !== rows || received.observation.columns !== 1)
      throw new DetectionError('received', `must be ${rows} × 1`);
    const look = this.#lookAt(inspection, received.accessPoint);
    const raw = orWithoutRank(() => this.#sufficient(look, received), NOTHING_OBSERVED);
    return look.calibrated && raw.rank > 0 ? this.#calibrated(look, raw) : raw;
  }

  #sufficient(look: ReceiverLook, received: ReceivedBlock): SufficientStatistic {
    const run = this.#run(look, received.observation);
    if (!run) return NOTHING_OBSERVED;
    if (!Number.isFinite(run.statistic)) throw new DetectionError('received', 'holds numbers that are not finite');
    return sufficientOf(run.test, run.rank);
  }

  #calibrated(look: ReceiverLook, raw: SufficientStatistic): SufficientStatistic {
    const calibration = this.#calibrations.of(look, this.#plan, this.#situation!, raw.rank);
    if (!calibration) return NOTHING_OBSERVED;
    const { statistic } = statisticOfSufficient(raw);
    const scale = statistic > 0 ? Math.sqrt(calibration.report(statistic) / statistic) : 1;
    return { ...raw, zRe: raw.zRe.map((x) => scale * x), zIm: raw.zIm.map((x) => scale * x) };
  }

  localLaw(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): LocalLaw {
    const means = this.localMeans(inspection, accessPoint, echoes);
    const rank = means.length;
    const look = this.#lookAt(inspection, accessPoint);
    if (!look.calibrated || rank === 0) return { rank, means, calibration: null };
    const calibration = this.#calibrations.of(look, this.#plan, this.#situation!, rank);
    return calibration ? { rank, means, calibration } : { rank: 0, means: new Float64Array(0), calibration: null };
  }

  localMeans(inspection: Inspection, accessPoint: number, echoes: readonly PointEcho[]): Float64Array {
    const look = this.#lookAt(inspection, accessPoint);
    return orWithoutRank(() => this.#means(look, echoes), new Float64Array(0));
  }

  #means(look: ReceiverLook, echoes: readonly PointEcho[]): Float64Array {
    const run = this.#run(look, null);
    if (!run || run.rank === 0) return new Float64Array(0);
    const { memory, test, rank } = run;
    const weights = reducedWeights(test, rank, 1);
    const ids = this.#blocks.map(({ accessPoint }) => accessPoint);
    const isExact = look.design !== null && look.blocks === this.#blocks && look.partition.interpolated.length === 0;
    const truth = isExact && look.design ? look.design : exactDesign(this.#deployment, look.receiver, ids);
    const output = squareFromTall(weights, memory.clutterOutput(truth, this.#blocks, weights));
    const all = ids.map((_, i) => i);
    for (const { position, rcsCovariance } of echoes) {
      const echo = memory.echoColumns(ids.length);
      this.#fillEcho(memory, memory.signalsOf(this.#blocks), this.#blocks, echo, all, position, look.receiver, false);
      addEchoPower(output, weights, echo, rcsCovariance);
    }
    return meansOf(output);
  }

  #lookAt(inspection: Inspection, receiver: number): ReceiverLook {
    const key = `${receiver}/${inspection.index}/${inspection.position.join()}`;
    const known = this.#looks.get(key);
    if (known) return known;
    const made = lookAt(this.#deployment, this.#plan, this.#blocks, this.#situation, inspection, receiver);
    const look = this.#withSharedDesign(made);
    this.#looks.set(key, look);
    return look;
  }

  /** What a receiver knows of all transmit APs does not hang on the inspection: one design, so one factorisation. */
  #withSharedDesign(look: ReceiverLook): ReceiverLook {
    if (!look.design || look.partition.exact.length < this.#blocks.length) return look;
    const design = this.#designs.get(look.receiver) ?? look.design;
    this.#designs.set(look.receiver, design);
    return { ...look, design };
  }

  /** Whitens [D₁ | y₁/σ] with the design of a look and reduces it; null where nothing is on air. */
  #run(look: ReceiverLook, observation: ComplexMatrix | null) {
    if (look.chosen.length === 0) return null;
    const memory = this.#memoryOf(look);
    const signals = memory.signalsOf(look.blocks);
    const echoes = look.chosen.length;
    // More echoes than times: they are looked for in the span of all of them.
    const isWide = echoes > memory.rows();
    const test = memory.test(isWide ? memory.rows() : echoes);
    const { position } = look.inspection;
    if (isWide) this.#fillSpan(memory, signals, look, test.raw);
    else this.#fillEcho(memory, signals, look.blocks, test.raw, look.chosen, position, look.receiver, true);
    memory.projectObservation(observation, test);
    const covariance = memory.designCovariance(look.design, test.columns);
    whiten(test, covariance);
    const rank = isWide ? selectSpanDirections(test, memory.profiles(echoes)) : selectDirections(test);
    const statistic = computeReducedStatistic(test, covariance, rank);
    memory.countTest(look.design, test.columns, echoes);
    return { memory, test, rank, statistic };
  }

  #memoryOf(look: ReceiverLook): BankMemory {
    if (look.blocks === this.#blocks && !look.design?.rest) {
      if (!this.#sharedIsReady) this.#shared.project(this.#blocks);
      this.#sharedIsReady = true;
      return this.#shared;
    }
    this.#own ??= new BankMemory(this.#deployment);
    if (this.#ownOf !== look) {
      this.#ownOf = null;
      const symbols = this.#situation?.symbols ?? [];
      const streams = look.design?.rest?.streams ?? [];
      this.#own.project(
        look.blocks,
        streams.map(({ user }) => symbolsOf(symbols, user)),
      );
      this.#ownOf = look;
    }
    return this.#own;
  }

  /** Profiles G₁ of the look's echoes, and the columns I ⊗ a_m(p) that span all of D₁. */
  #fillSpan(memory: BankMemory, signals: ProjectedSignals, look: ReceiverLook, out: ComplexMatrix): void {
    const { inspection, receiver } = look;
    this.#fillProfiles(memory, signals, look.blocks, look.chosen, inspection.position, receiver, true);
    writeSteering(this.#deployment, receiver, inspection.position, memory.steering);
    fillSpan(memory.steering, out);
  }

  /**
   * Columns of D₁ = G₁ ⊗ a_m(p), projected through S̃ alone: q N T products; each at unit norm, or scaled by √β/σ: the echo of
   * unit reflectivity.
   */
  #fillEcho(
    memory: BankMemory,
    signals: ProjectedSignals,
    blocks: readonly TransmitBlock[],
    out: ComplexMatrix,
    chosen: readonly number[],
    position: Point,
    receiver: number,
    unit: boolean,
  ): void {
    const { steering } = memory;
    const count = chosen.length;
    const antennas = steering.rows;
    const profiles = this.#fillProfiles(memory, signals, blocks, chosen, position, receiver, unit);
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

  /** G₁, q × T: each column such that its echo has unit norm, or scaled by √β/σ; 0 for a null of the beams. */
  #fillProfiles(
    memory: BankMemory,
    { signal, offsets }: ProjectedSignals,
    blocks: readonly TransmitBlock[],
    chosen: readonly number[],
    position: Point,
    receiver: number,
    unit: boolean,
  ): ComplexMatrix {
    const { steering } = memory;
    const count = chosen.length;
    const profiles = memory.profiles(count);
    for (let c = 0; c < count; c++) {
      const transmit = blocks[chosen[c]].accessPoint;
      writeSteering(this.#deployment, transmit, position, steering);
      const norm = writeEchoProfile(signal, offsets[chosen[c]], steering, profiles, c);
      const scale = unit
        ? norm === 0
          ? 0
          : 1 / (norm * Math.sqrt(steering.rows))
        : Math.sqrt(this.#deployment.echoGain(position, transmit, receiver) / this.#deployment.noiseVariance);
      for (let t = 0, at = c; t < profiles.rows; t++, at += count) {
        profiles.re[at] *= scale;
        profiles.im[at] *= scale;
      }
    }
    return profiles;
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
