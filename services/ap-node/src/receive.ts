import type { Deployment, Inspection, OnAirSlot } from '@vedetta/deployment';
import { createReceiverBank, needsSituation, type ReceivedBlock, type ReceiverBank } from '@vedetta/detection';
import { blocksOf, encodeSamples, type ReferenceMessage, type ReportMessage, symbolsOf } from '@vedetta/fronthaul';
import type { TransmitBlock, UserSymbols } from '@vedetta/signal';
import type { FrontEnd } from './front-end/front-end.ts';
import { inspectionsOf, type ReadyTask } from './slot-work.ts';

export type InspectionReport = ReportMessage & { readonly accessPoint: number };

/** The receivers of this process's APs. What is known of a slot is prepared once and serves all of them. */
export class Receivers {
  readonly #deployment: Deployment;
  readonly #frontEnd: FrontEnd;
  readonly #bank: ReceiverBank;
  readonly #needsSituation: boolean;
  #current: OnAirSlot | null = null;
  /**
   * CPU time of this thread, microseconds, since the warm-up: of the emulated air, of what a real AP would compute in every slot, and of what it
   * would compute once for each cell.
   */
  readonly cpu = { air: 0, receiver: 0, calibration: 0 };
  #operationsBefore = 0;
  #calibrationsBefore = 0;
  /** On air. */
  #blocks: TransmitBlock[] = [];
  /** What the bank is prepared for, and the reference that told it. */
  #known: TransmitBlock[] | null = null;
  #reference: ReferenceMessage | null = null;

  constructor(deployment: Deployment, frontEnd: FrontEnd) {
    this.#deployment = deployment;
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
    if (own.length > 0) this.run({ accessPoint, slot, inspections: own, air, reference: null });
    this.cpu.air = 0;
    this.cpu.receiver = 0;
    this.cpu.calibration = 0;
    this.#operationsBefore = this.#bank.operations;
    this.#calibrationsBefore = this.#bank.calibrationsMade;
  }

  /** Counted work of the receivers since the warm-up, complex multiply-adds. */
  get operations(): number {
    return this.#bank.operations - this.#operationsBefore;
  }

  /** Calibrations made since the warm-up, each once for a receiver and cell. */
  get calibrations(): number {
    return this.#bank.calibrationsMade - this.#calibrationsBefore;
  }

  /** Listens to one slot with one AP's antennas and makes its reports: local statistics (35), or what its split forwards instead. */
  run(task: ReadyTask): InspectionReport[] {
    if (this.#current !== task.air) {
      this.#blocks = this.#spend('air', () => this.#frontEnd.transmitBlocks(task.air));
      this.#current = task.air;
      this.#known = null;
    }
    if (!this.#spend('receiver', () => this.#prepare(task))) return [];
    const received = this.#spend('air', () => this.#frontEnd.receive(task.air, this.#blocks, task.accessPoint));
    const { accessPoint, slot } = task;
    if (this.#needsSituation && this.#deployment.network.fronthaul.split !== 'raw')
      this.#spend('calibration', () => {
        for (const inspection of inspectionsOf(task)) this.#bank.calibrate(inspection, accessPoint);
      });
    return this.#spend('receiver', () =>
      inspectionsOf(task).map((inspection) => {
        const place = { accessPoint, slot, inspection: inspection.index };
        return { ...place, ...this.#content(inspection, received) };
      }),
    );
  }

  #spend<T>(part: keyof Receivers['cpu'], work: () => T): T {
    const before = process.threadCpuUsage();
    const result = work();
    const { user, system } = process.threadCpuUsage(before);
    this.cpu[part] += user + system;
    return result;
  }

  /** False when the reference cannot be that of this slot: without the signals on air no statistic keeps its law. */
  #prepare({ air, reference }: ReadyTask): boolean {
    if (this.#deployment.network.fronthaul.split === 'raw') return true;
    if (this.#known !== null && sameReference(reference, this.#reference)) return true;
    const known = reference === null ? this.#blocks : blocksOf(reference, this.#deployment, air);
    if (known === null) return false;
    this.#bank.beginSlot(air.plan, known, { power: air.power, symbols: this.#symbols(air, reference) });
    this.#known = known;
    this.#reference = reference;
    return true;
  }

  #symbols(air: OnAirSlot, reference: ReferenceMessage | null): UserSymbols[] {
    if (!this.#needsSituation) return [];
    return reference === null ? this.#frontEnd.userSymbols(air) : symbolsOf(reference, this.#deployment, air);
  }

  #content(inspection: Inspection, received: ReceivedBlock) {
    const { split, sampleFormat } = this.#deployment.network.fronthaul;
    if (split === 'raw') return { raw: encodeSamples(received.observation, sampleFormat) };
    if (split === 'sufficient') return { sufficient: this.#bank.sufficientStatistic(inspection, received) };
    return this.#bank.localStatistic(inspection, received);
  }
}

/** Two APs of one process that were told the same prepare once. */
function sameReference(a: ReferenceMessage | null, b: ReferenceMessage | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    Buffer.compare(a.symbols, b.symbols) === 0 &&
    a.transmitters.length === b.transmitters.length &&
    a.transmitters.every(
      ({ accessPoint, precoders, sensingSeed }, i) =>
        accessPoint === b.transmitters[i].accessPoint &&
        Buffer.compare(precoders, b.transmitters[i].precoders) === 0 &&
        Buffer.compare(sensingSeed, b.transmitters[i].sensingSeed) === 0,
    )
  );
}
