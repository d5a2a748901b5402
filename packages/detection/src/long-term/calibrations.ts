import { createHash } from 'node:crypto';
import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import type { ReceiverLook } from '../receiver-look.ts';
import type { SlotSituation } from '../types.ts';
import { Calibration } from './calibration.ts';
import { DrawMeans } from './draw-means.ts';
import { DrawnSlot } from './drawn-slot.ts';

/** Draws per cell. */
const DRAWS = 128;
/** Slots whose draws are kept: those of two that are worked on in turn, which would otherwise be drawn anew for every receiver. */
const SLOTS_KEPT = 2;
/** Cells of receivers that are kept; the oldest is dropped and made again when it is asked for. */
const MOST_KEPT = 4096;

/** What is known of a deployment: a calibration is a function of its key, so receivers of one process share those that are made. */
interface Memory {
  readonly kept: Map<string, ReadonlyMap<number, Calibration>>;
  /** Draws of the slots asked for last, by name. */
  readonly slots: Map<string, DrawnSlot>;
  readonly means: DrawMeans;
}

const memories = new WeakMap<Deployment, Memory>();

/** The calibrations receivers keep, one for each of their cells, powers on air, and rank. */
export class Calibrations {
  /** Complex multiply-adds of those that were made here. */
  operations = 0;
  made = 0;
  readonly #deployment: Deployment;
  readonly #memory: Memory;
  #named: { readonly plan: SlotPlan; readonly power: readonly AccessPointPower[]; readonly name: string } | null = null;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#memory = memories.get(deployment) ?? { kept: new Map(), slots: new Map(), means: new DrawMeans(deployment) };
    memories.set(deployment, this.#memory);
  }

  /**
   * The calibration of a look for a statistic of this rank; null if no draw had it (then nothing is known about the statistic).
   * The draws hang on the plan's cells and the powers on air alone, so every process makes the same, in any order.
   */
  of(look: ReceiverLook, plan: SlotPlan, situation: SlotSituation, rank: number): Calibration | null {
    const slot = this.#nameOf(plan, situation);
    const { kept } = this.#memory;
    const key = `${look.receiver}/${look.inspection.index}/${slot}`;
    let known = kept.get(key);
    if (!known) {
      known = this.#make(look, plan, situation, slot);
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
      kept.set(key, known);
    }
    return known.get(rank) ?? null;
  }

  #make(look: ReceiverLook, plan: SlotPlan, { power }: SlotSituation, name: string): ReadonlyMap<number, Calibration> {
    const memory = this.#memory;
    const drawn = memory.slots.get(name) ?? new DrawnSlot(this.#deployment, plan, power, DRAWS);
    if (!memory.slots.has(name) && memory.slots.size >= SLOTS_KEPT)
      memory.slots.delete(memory.slots.keys().next().value as string);
    memory.slots.set(name, drawn);
    const before = memory.means.operations;
    const byRank = new Map<number, Float64Array[]>();
    for (const means of memory.means.of(look, plan, power, drawn)) {
      const same = byRank.get(means.length);
      if (same) same.push(means);
      else byRank.set(means.length, [means]);
    }
    this.operations += memory.means.operations - before;
    this.made += 1;
    return new Map([...byRank].map(([rank, draws]) => [rank, new Calibration(rank, draws)]));
  }

  /** Names the inspected directions and the powers of a slot. */
  #nameOf(plan: SlotPlan, { power }: SlotSituation): string {
    if (this.#named?.plan === plan && this.#named.power === power) return this.#named.name;
    const hash = createHash('sha256');
    for (const { region, cell, position, angleError: error } of plan.inspections)
      hash.update(`${region}:${cell}:${position.join()}${error ? `:${error.azimuth}:${error.elevation}` : ''};`);
    for (const { accessPoint, users, inspections } of power)
      hash.update(
        [
          `/${accessPoint}`,
          ...users.map((u) => `${u.user}=${u.power}`),
          ...inspections.map((i) => `${i.inspection}:${i.power}`),
        ].join(),
      );
    const name = hash.digest('base64');
    this.#named = { plan, power, name };
    return name;
  }
}
