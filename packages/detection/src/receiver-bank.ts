import type { Deployment, SlotPlan, TargetEstimate } from '@vedetta/deployment';
import { createComplexMatrix, identityMatrix, trace } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import type { ClutterDesign } from './clutter-design.ts';
import { reducedWeights } from './compute-statistic.ts';
import { DetectionError, orWithoutRank } from './errors.ts';
import type { LocalLaw } from './local-law.ts';
import { Calibrations } from './long-term/calibrations.ts';
import { addScatterer, disturbanceOutput, knowsAll, type LookOutput, responseTo } from './look-output.ts';
import { NO_SAMPLES, type TestedSamples, testLook } from './look-test.ts';
import { meansOf } from './output-covariance.ts';
import type { OutputPowers } from './output-powers.ts';
import type { LocalOutput, PointEcho, ReceiverBank } from './receiver-bank-types.ts';
import { lookAt, type ReceiverLook } from './receiver-look.ts';
import { sufficientOf } from './reduced-test.ts';
import { SlotMemories } from './slot-memories.ts';
import { NOTHING_OBSERVED, statisticOfSufficient } from './sufficient-statistic.ts';
import type { LocalStatistic, ReceivedBlock, SlotSituation, SufficientStatistic, TestedInspection } from './types.ts';

/** A bank for a deployment; detector, echo set and clutter set are the network's. */
export function createReceiverBank(deployment: Deployment): ReceiverBank {
  return new Bank(deployment);
}

class Bank implements ReceiverBank {
  readonly #deployment: Deployment;
  /** For samples as they were received. */
  readonly #exact: SlotMemories;
  /** For samples that were rounded on the way; made when first wanted. */
  #rounded: SlotMemories | null = null;
  readonly #calibrations: Calibrations;
  readonly #looks = new Map<string, ReceiverLook>();
  readonly #designs = new Map<number, ClutterDesign>();
  #plan: SlotPlan = { slot: -1, inspections: [] };
  #blocks: readonly TransmitBlock[] = [];
  #situation: SlotSituation | null = null;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#exact = new SlotMemories(deployment, false);
    this.#calibrations = new Calibrations(deployment);
  }

  get operations(): number {
    return this.#exact.operations + (this.#rounded?.operations ?? 0);
  }

  get calibrationOperations(): number {
    return this.#calibrations.operations;
  }

  get calibrationsMade(): number {
    return this.#calibrations.made;
  }

  calibrate(inspection: TestedInspection, accessPoint: number): void {
    const look = this.#lookAt(inspection, accessPoint);
    if (look.calibrated) this.#calibrations.of(look, this.#plan, this.#situation!, 0);
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
    this.#exact.begin(blocks, this.#situation);
    this.#rounded?.begin(blocks, this.#situation);
  }

  localStatistic(inspection: TestedInspection, received: ReceivedBlock): LocalStatistic {
    return statisticOfSufficient(this.sufficientStatistic(inspection, received));
  }

  sufficientStatistic(inspection: TestedInspection, received: ReceivedBlock): SufficientStatistic {
    const { network } = this.#deployment;
    if (received.slot !== this.#plan.slot)
      throw new DetectionError('received', `of slot ${received.slot} while slot ${this.#plan.slot} is prepared`);
    const rows = network.accessPoints.antennaCount * network.block.sensingSamples;
    if (received.observation.rows !== rows || received.observation.columns !== 1)
      throw new DetectionError('received', `must be ${rows} × 1`);
    checkRounding(received.rounding ?? null, rows);
    const look = this.#lookAt(inspection, received.accessPoint);
    const raw = orWithoutRank(() => this.#sufficient(look, received), NOTHING_OBSERVED);
    return look.calibrated && raw.rank > 0 ? this.#calibrated(look, raw) : raw;
  }

  #sufficient(look: ReceiverLook, received: ReceivedBlock): SufficientStatistic {
    const { observation, rounding = null } = received;
    const run = this.#run(look, { observation, rounding });
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

  localLaw(
    inspection: TestedInspection,
    accessPoint: number,
    echoes: readonly PointEcho[],
    rounding: Float64Array | null = null,
  ): LocalLaw {
    const means = this.localMeans(inspection, accessPoint, echoes, rounding);
    const rank = means.length;
    const look = this.#lookAt(inspection, accessPoint);
    if (!look.calibrated || rank === 0) return { rank, means, calibration: null };
    const calibration = this.#calibrations.of(look, this.#plan, this.#situation!, rank);
    return calibration ? { rank, means, calibration } : { rank: 0, means: new Float64Array(0), calibration: null };
  }

  localMeans(
    inspection: TestedInspection,
    accessPoint: number,
    echoes: readonly PointEcho[],
    rounding: Float64Array | null = null,
  ): Float64Array {
    const { accessPoints, block } = this.#deployment.network;
    checkRounding(rounding, accessPoints.antennaCount * block.sensingSamples);
    const look = this.#lookAt(inspection, accessPoint);
    return orWithoutRank(() => this.#means(look, echoes, rounding), new Float64Array(0));
  }

  outputPowers(inspection: TestedInspection, accessPoint: number, echoes: readonly PointEcho[]): OutputPowers {
    const look = this.#lookAt(inspection, accessPoint);
    const nothing = { disturbance: 0, echoes: new Float64Array(echoes.length) };
    return orWithoutRank(() => this.#powers(look, echoes), nothing);
  }

  #means(look: ReceiverLook, echoes: readonly PointEcho[], rounding: Float64Array | null): Float64Array {
    const out = this.#output(look, rounding);
    if (!out) return new Float64Array(0);
    const output = disturbanceOutput(out);
    for (const echo of echoes) addScatterer(out, echo, output);
    return meansOf(output);
  }

  #powers(look: ReceiverLook, echoes: readonly PointEcho[]): OutputPowers {
    const out = this.#output(look);
    if (!out) return { disturbance: 0, echoes: new Float64Array(echoes.length) };
    const rank = out.weights.columns;
    const powers = Float64Array.from(echoes, (echo) => {
      const output = createComplexMatrix(rank, rank);
      addScatterer(out, echo, output);
      return trace(output).re;
    });
    return { disturbance: trace(disturbanceOutput(out)).re, echoes: powers };
  }

  localOutput(inspection: TestedInspection, accessPoint: number, scatterer: Point): LocalOutput {
    const look = this.#lookAt(inspection, accessPoint);
    const nothing = { rank: 0, disturbance: createComplexMatrix(0, 0), response: createComplexMatrix(0, 0) };
    return orWithoutRank((): LocalOutput => {
      const out = this.#output(look);
      if (!out) return nothing;
      const rank = out.weights.columns;
      const disturbance = knowsAll(look, this.#blocks) ? identityMatrix(rank) : disturbanceOutput(out);
      return { rank, disturbance, response: responseTo(out, scatterer) };
    }, nothing);
  }

  /** The receiver of a look; null without rank. */
  #output(look: ReceiverLook, rounding: Float64Array | null = null): LookOutput | null {
    const run = this.#run(look, { ...NO_SAMPLES, rounding });
    if (!run || run.rank === 0) return null;
    const weights = reducedWeights(run.test, run.rank, 1);
    return { deployment: this.#deployment, memory: run.memory, look, blocks: this.#blocks, weights, rounding };
  }

  #lookAt(inspection: TestedInspection, receiver: number): ReceiverLook {
    const aims = [inspection, ...(inspection.beside ?? [])].map(aimKey);
    const key = `${receiver}/${inspection.index}/${inspection.beside ? 'beside' : 'planned'}/${aims.join('/')}`;
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

  #run(look: ReceiverLook, samples: TestedSamples) {
    return testLook(this.#deployment, this.#memories(samples).of(look), look, look.blocks, samples);
  }

  #memories({ rounding }: TestedSamples): SlotMemories {
    if (!rounding) return this.#exact;
    if (this.#rounded) return this.#rounded;
    this.#rounded = new SlotMemories(this.#deployment, true);
    this.#rounded.begin(this.#blocks, this.#situation);
    return this.#rounded;
  }
}

/** @throws {DetectionError} for variances that no rounding has. */
function checkRounding(rounding: Float64Array | null, rows: number): void {
  if (!rounding) return;
  if (rounding.length !== rows) throw new DetectionError('rounding', `must be ${rows} variances`);
  for (let i = 0; i < rows; i++)
    if (!(rounding[i] >= 0 && rounding[i] < Infinity))
      throw new DetectionError('rounding', `is ${rounding[i]} in sample ${i}`);
}

function aimKey({ position, angleError }: TargetEstimate): string {
  return angleError ? [...position, angleError.azimuth, angleError.elevation].join() : position.join();
}
