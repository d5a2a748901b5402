import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { createReceiverBank, needsSituation, type ReceiverBank, type Report } from '@vedetta/detection';
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
  readonly #needsSituation: boolean;
  #current: OnAirSlot | null = null;
  #blocks: TransmitBlock[] = [];

  constructor(deployment: Deployment, frontEnd: FrontEnd) {
    this.#frontEnd = frontEnd;
    this.#needsSituation = needsSituation(deployment);
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
  }

  /** Listens to one slot with one AP's antennas and computes its local statistics (35). */
  run(task: ReadyTask): InspectionReport[] {
    if (this.#current !== task.air) {
      this.#blocks = this.#frontEnd.transmitBlocks(task.air);
      const symbols = this.#needsSituation ? this.#frontEnd.userSymbols(task.air) : [];
      this.#bank.beginSlot(task.air.plan, this.#blocks, { power: task.air.power, symbols });
      this.#current = task.air;
    }
    const received = this.#frontEnd.receive(task.air, this.#blocks, task.accessPoint);
    return inspectionsOf(task).map((inspection) => ({
      ...this.#bank.localStatistic(inspection, received),
      accessPoint: task.accessPoint,
      slot: task.slot,
      inspection: inspection.index,
    }));
  }
}
