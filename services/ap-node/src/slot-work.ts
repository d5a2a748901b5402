import type { Inspection, OnAirSlot } from '@vedetta/deployment';
import type { ReferenceMessage } from '@vedetta/fronthaul';

/** One AP's share of one slot: to listen, or, where references travel, to tell what it transmits. */
export interface Task {
  readonly accessPoint: number;
  readonly slot: number;
  /** Indexes of the inspections it listens to; null for a transmit AP. */
  readonly inspections: readonly number[] | null;
  /** What it needs to know of others' signals comes over its link. */
  readonly waitsForReference?: boolean;
}

export interface ReadyTask extends Task {
  readonly air: OnAirSlot;
  /** What it waited for. */
  readonly reference: ReferenceMessage | null;
}

/**
 * Pairs commands and references, which come over each AP's own link, with the slot on air, which comes over the air feed, in whatever
 * order they arrive. Holds at most `limit` tasks, as many references and slots; the oldest give way.
 */
export class SlotWork {
  #air = new Map<number, OnAirSlot>();
  #references = new Map<string, ReferenceMessage>();
  #tasks: Task[] = [];
  /** Tasks held at most, and as many slots. */
  limit: number;
  /** Tasks that gave way to newer ones. */
  dropped = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  addAir(slot: OnAirSlot): void {
    this.#air.delete(slot.plan.slot);
    this.#air.set(slot.plan.slot, slot);
    if (this.#air.size > this.limit) this.#air.delete(this.#air.keys().next().value as number);
  }

  addReference(accessPoint: number, reference: ReferenceMessage): void {
    this.#references.set(keyOf(accessPoint, reference.slot), reference);
    if (this.#references.size > this.limit) this.#references.delete(this.#references.keys().next().value as string);
  }

  addTask(task: Task): void {
    this.#tasks.push(task);
    if (this.#tasks.length <= this.limit) return;
    this.#tasks.shift();
    this.dropped++;
  }

  /** Slot of the task that `take` would give; null when none is ready. */
  nextSlot(): number | null {
    return this.#tasks[this.#best()]?.slot ?? null;
  }

  /** Takes a task of the lowest slot that is on air, so that the APs of a process share what is known of a slot. */
  take(): ReadyTask | null {
    const best = this.#best();
    if (best < 0) return null;
    const [task] = this.#tasks.splice(best, 1);
    const key = keyOf(task.accessPoint, task.slot);
    const reference = this.#references.get(key) ?? null;
    this.#references.delete(key);
    return { ...task, air: this.#air.get(task.slot) as OnAirSlot, reference };
  }

  clear(): void {
    this.#air.clear();
    this.#references.clear();
    this.#tasks = [];
  }

  #best(): number {
    let best = -1;
    for (let i = 0; i < this.#tasks.length; i++) {
      const task = this.#tasks[i];
      if (this.#isReady(task) && (best < 0 || task.slot < this.#tasks[best].slot)) best = i;
    }
    return best;
  }

  #isReady({ accessPoint, slot, waitsForReference = false }: Task): boolean {
    return this.#air.has(slot) && (!waitsForReference || this.#references.has(keyOf(accessPoint, slot)));
  }
}

const keyOf = (accessPoint: number, slot: number): string => `${accessPoint}/${slot}`;

/** The inspections of a task, as the plan on air describes them. */
export function inspectionsOf(task: ReadyTask): Inspection[] {
  return (task.inspections ?? []).flatMap((index) => {
    const inspection = task.air.plan.inspections[index];
    return inspection?.receive.includes(task.accessPoint) ? [inspection] : [];
  });
}
