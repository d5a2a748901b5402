import type { Inspection, OnAirSlot } from '@vedetta/deployment';

/** One receive AP's share of one slot. */
export interface ReceiveTask {
  readonly accessPoint: number;
  readonly slot: number;
  /** Indexes of the inspections it listens to. */
  readonly inspections: readonly number[];
}

export interface ReadyTask extends ReceiveTask {
  readonly air: OnAirSlot;
}

/**
 * Pairs commands, which come over each AP's own link, with the slot on air, which comes over the air feed, in whatever order
 * they arrive. Holds at most `limit` tasks and as many slots; the oldest give way.
 */
export class SlotWork {
  #air = new Map<number, OnAirSlot>();
  #tasks: ReceiveTask[] = [];
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

  addTask(task: ReceiveTask): void {
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
    return { ...task, air: this.#air.get(task.slot) as OnAirSlot };
  }

  clear(): void {
    this.#air.clear();
    this.#tasks = [];
  }

  #best(): number {
    let best = -1;
    for (let i = 0; i < this.#tasks.length; i++) {
      const task = this.#tasks[i];
      if (this.#air.has(task.slot) && (best < 0 || task.slot < this.#tasks[best].slot)) best = i;
    }
    return best;
  }
}

/** The inspections of a task, as the plan on air describes them. */
export function inspectionsOf(task: ReadyTask): Inspection[] {
  return task.inspections.flatMap((index) => {
    const inspection = task.air.plan.inspections[index];
    return inspection?.receive.includes(task.accessPoint) ? [inspection] : [];
  });
}
