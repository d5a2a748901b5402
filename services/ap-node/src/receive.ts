import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { createReceiverBank, type ReceiverBank, type Report } from '@vedetta/detection';
import type { TransmitBlock } from '@vedetta/signal';
import type { FrontEnd } from './front-end/front-end.ts';
import { inspectionsOf, type ReadyTask } from './slot-work.ts';

export interface InspectionReport extends Report {
  readonly slot: number;
  readonly inspection: number;
}

/** The receivers of this process's APs. What is known of a slot is prepared once and serves all of them. */
export class Receivers {
  readonly #frontEnd: FrontEnd;
  readonly #bank: ReceiverBank;
  #current: OnAirSlot | null = null;
  /** CPU time of this thread, microseconds, since the warm-up: of the emulated air, and of what a real AP would compute. */
  readonly cpu = { air: 0, receiver: 0 };
  #blocks: TransmitBlock[] = [];

  constructor(deployment: Deployment, frontEnd: FrontEnd) {
    this.#frontEnd = frontEnd;
    this.#bank = createReceiverBank(deployment);
  }

  /**
   * Listens to a slot for nothing, so that the first real one finds statistics of links computed and code compiled and is not late for it.
   * Leaves no trace in what follows.
   */
  warmUp(air: OnAirSlot, accessPoint: number): void {
    const { slot, inspections } = air.plan;
    const own = inspections.filter(({ receive }) => receive.includes(accessPoint)).map(({ index }) => index);
    if (own.length > 0) this.run({ accessPoint, slot, inspections: own, air });
    this.cpu.air = 0;
    this.cpu.receiver = 0;
  }

  /** Listens to one slot with one AP's antennas and computes its local statistics (35). */
  run(task: ReadyTask): InspectionReport[] {
    if (this.#current !== task.air) {
      this.#blocks = this.#spend('air', () => this.#frontEnd.transmitBlocks(task.air));
      this.#spend('receiver', () => this.#bank.beginSlot(task.air.plan, this.#blocks));
      this.#current = task.air;
    }
    const received = this.#spend('air', () => this.#frontEnd.receive(task.air, this.#blocks, task.accessPoint));
    return this.#spend('receiver', () =>
      inspectionsOf(task).map((inspection) => ({
        ...this.#bank.localStatistic(inspection, received),
        accessPoint: task.accessPoint,
        slot: task.slot,
        inspection: inspection.index,
      })),
    );
  }

  #spend<T>(part: keyof Receivers['cpu'], work: () => T): T {
    const before = process.threadCpuUsage();
    const result = work();
    const { user, system } = process.threadCpuUsage(before);
    this.cpu[part] += user + system;
    return result;
  }
}
