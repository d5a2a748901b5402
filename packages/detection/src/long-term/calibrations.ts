import type { Deployment, SlotPlan } from '@vedetta/deployment';
import type { ReceiverLook } from '../receiver-look.ts';
import type { SlotSituation } from '../types.ts';
import { Calibration } from './calibration.ts';
import { type DrawnTransmission, drawTransmission } from './draw-transmission.ts';

/** Draws per cell. */
const DRAWS = 128;
/** Cells of receivers that are kept; the oldest is dropped and made again when it is asked for. */
const MOST_KEPT = 4096;

/** Means of the uncalibrated statistic of a look, had the network transmitted this. */
export type MeansOfDraw = (look: ReceiverLook, plan: SlotPlan, drawn: DrawnTransmission) => Float64Array;

/** By deployment: a calibration is a function of its key, so receivers of one process share those that are made. */
const memory = new WeakMap<Deployment, Map<string, ReadonlyMap<number, Calibration>>>();

/** The calibrations receivers keep, one for each of their cells, powers on air, and rank. */
export class Calibrations {
  readonly #deployment: Deployment;
  readonly #meansOf: MeansOfDraw;
  readonly #kept: Map<string, ReadonlyMap<number, Calibration>>;

  constructor(deployment: Deployment, meansOf: MeansOfDraw) {
    this.#deployment = deployment;
    this.#meansOf = meansOf;
    this.#kept = memory.get(deployment) ?? new Map();
    memory.set(deployment, this.#kept);
  }

  /**
   * The calibration of a look for a statistic of this rank; null if no draw had it (then nothing is known about the statistic).
   * The draws hang on the look's cell, the plan's cells and the powers on air alone, so every process makes the same, in any order.
   */
  of(look: ReceiverLook, plan: SlotPlan, situation: SlotSituation, rank: number): Calibration | null {
    const key = keyOf(look, plan, situation);
    let known = this.#kept.get(key);
    if (!known) {
      known = this.#make(look, plan, situation);
      if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value as string);
      this.#kept.set(key, known);
    }
    return known.get(rank) ?? null;
  }

  #make(look: ReceiverLook, plan: SlotPlan, { power }: SlotSituation): ReadonlyMap<number, Calibration> {
    const { region, cell } = look.inspection;
    const place = region * this.#deployment.regions[region].cellCount + cell;
    const byRank = new Map<number, Float64Array[]>();
    for (let draw = 0; draw < DRAWS; draw++) {
      const drawn = drawTransmission(this.#deployment, plan, power, draw, place);
      const means = this.#meansOf(look, plan, drawn);
      if (means.length === 0) continue;
      byRank.set(means.length, [...(byRank.get(means.length) ?? []), means]);
    }
    return new Map([...byRank].map(([rank, draws]) => [rank, new Calibration(rank, draws)]));
  }
}

function keyOf({ receiver, inspection }: ReceiverLook, plan: SlotPlan, { power }: SlotSituation): string {
  const cells = plan.inspections.map(({ region, cell, position }) => `${region}:${cell}:${position.join()}`);
  const powers = power.map(({ accessPoint, users, inspections }) =>
    [
      accessPoint,
      ...users.map((u) => `${u.user}=${u.power}`),
      ...inspections.map((i) => `${i.inspection}:${i.power}`),
    ].join(),
  );
  return `${receiver}/${inspection.index}/${cells.join(';')}/${powers.join(';')}`;
}
