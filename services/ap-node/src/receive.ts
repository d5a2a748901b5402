import type { Deployment, Inspection, OnAirSlot } from '@vedetta/deployment';
import { createReceiverBank, type ReceivedBlock, type ReceiverBank } from '@vedetta/detection';
import { encodeSamples, type ReportMessage } from '@vedetta/fronthaul';
import type { FronthaulConfig } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import type { FrontEnd } from './front-end/front-end.ts';
import { inspectionsOf, type ReadyTask } from './slot-work.ts';

export type InspectionReport = ReportMessage & { readonly accessPoint: number };

/** The receivers of this process's APs. What is known of a slot is prepared once and serves all of them. */
export class Receivers {
  readonly #fronthaul: FronthaulConfig;
  readonly #frontEnd: FrontEnd;
  readonly #bank: ReceiverBank;
  #current: OnAirSlot | null = null;
  #blocks: TransmitBlock[] = [];

  constructor(deployment: Deployment, frontEnd: FrontEnd) {
    this.#fronthaul = deployment.network.fronthaul;
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
  }

  /** Listens to one slot with one AP's antennas and makes its reports: local statistics (35), or what its split forwards instead. */
  run(task: ReadyTask): InspectionReport[] {
    if (this.#current !== task.air) {
      this.#blocks = this.#frontEnd.transmitBlocks(task.air);
      if (this.#fronthaul.split !== 'raw') this.#bank.beginSlot(task.air.plan, this.#blocks);
      this.#current = task.air;
    }
    const received = this.#frontEnd.receive(task.air, this.#blocks, task.accessPoint);
    const { accessPoint, slot } = task;
    return inspectionsOf(task).map((inspection) => {
      const place = { accessPoint, slot, inspection: inspection.index };
      return { ...place, ...this.#content(inspection, received) };
    });
  }

  #content(inspection: Inspection, received: ReceivedBlock) {
    const { split, sampleFormat } = this.#fronthaul;
    if (split === 'raw') return { raw: encodeSamples(received.observation, sampleFormat) };
    if (split === 'sufficient') return { sufficient: this.#bank.sufficientStatistic(inspection, received) };
    return this.#bank.localStatistic(inspection, received);
  }
}
