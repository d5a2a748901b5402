import type { OnAirSlot } from '@vedetta/deployment';
import {
  type AccessPointLink,
  type AirRun,
  type AssignedAccessPoint,
  connectAccessPoint,
  connectAir,
  isRetryable,
  type ReferenceMessage,
} from '@vedetta/fronthaul';
import type { ApNodeEvents } from './events.ts';
import { jitteredDelivery } from './jitter.ts';
import type { InspectionReport } from './receive.ts';
import { SlotWork } from './slot-work.ts';

export interface UplinkOptions {
  /** host:port of the fusion worker. */
  readonly address: string;
  readonly scenarioHash: string;
  readonly processName: string;
  readonly reportJitterMs: number;
  readonly events: ApNodeEvents;
  /** An AP that tells what it transmits. */
  refers(accessPoint: number): boolean;
  onAir(run: number, plan: OnAirSlot['plan'], onAir: readonly number[]): OnAirSlot;
  /** There is work, perhaps. */
  onWork(): void;
  /** Resolves when this process is ready to answer on that run. */
  onRun(run: AirRun): Promise<void>;
  onRunEnd(run: AirRun): void;
  /** A higher epoch has the access point. */
  onSuperseded(accessPoint: AssignedAccessPoint): void;
  /** This process is not welcome, and will not be. */
  onRefused(reason: string): void;
}

interface Hosted {
  readonly accessPoint: number;
  readonly epoch: number;
  readonly link: AccessPointLink;
  up: boolean;
}

/** Twice what a scenario may keep outstanding (`slotsInFlight` ≤ 64). */
const tasksPerAccessPoint = 128;
/** An access point that goes elsewhere answers here until the other process has it, or so long. */
const handoverMs = 6_000;

/** One fusion worker as this process sees it: one air feed, one fronthaul link for each AP, and the work that came over them. */
export class Uplink {
  readonly address: string;
  readonly work = new SlotWork(tasksPerAccessPoint);
  readonly #options: UplinkOptions;
  readonly #air: { close(): void };
  readonly #delivery;
  readonly #links = new Map<number, Hosted>();
  readonly #leaving = new Map<number, { readonly hosted: Hosted; readonly timer: NodeJS.Timeout }>();
  #wanted: readonly AssignedAccessPoint[] = [];
  #run: AirRun | null = null;
  #prepared = false;
  #reached = false;

  constructor(options: UplinkOptions, accessPoints: readonly AssignedAccessPoint[]) {
    const { address, scenarioHash, processName, events } = options;
    this.address = address;
    this.#options = options;
    this.#delivery = jitteredDelivery(options.reportJitterMs, (report) => this.#send(report));
    this.host(accessPoints);
    this.#air = connectAir({
      address,
      scenarioHash,
      processName,
      accessPoints: () => this.#wanted.map(({ id }) => id),
      onRun: (run) => this.#bind(run),
      onRunEnd: () => this.#unbind(),
      onSlot: (plan, onAir) => {
        if (this.#run === null) return;
        this.work.addAir(options.onAir(this.#run.run, plan, onAir));
        options.onWork();
      },
      onRefused: (reason, code) => {
        if (isRetryable(code)) events.airRefused(address, reason, code);
        else options.onRefused(reason);
      },
      onConnection: (up) => {
        this.#reached = true;
        // What a worker said that is gone must not meet what its successor says: the sets on air may differ.
        if (!up) this.work.clear();
      },
    });
  }

  /** The fusion worker has answered, some time. */
  get reached(): boolean {
    return this.#reached;
  }

  get run(): AirRun | null {
    return this.#run;
  }

  /** Links that are up, those that are being handed over included. */
  get linksUp(): number {
    const leaving = [...this.#leaving.values()].map(({ hosted }) => hosted);
    return [...this.#links.values(), ...leaving].filter(({ up }) => up).length;
  }

  /** From now on these access points, ascending. */
  host(accessPoints: readonly AssignedAccessPoint[]): void {
    this.#wanted = accessPoints;
    this.work.limit = tasksPerAccessPoint * Math.max(1, accessPoints.length);
    const run = this.#run;
    if (run === null || !this.#prepared) return;
    const wanted = new Map(accessPoints.map(({ id, epoch }) => [id, epoch]));
    for (const [id, { epoch }] of this.#links) if (wanted.get(id) !== epoch) this.#handOver(id);
    for (const point of accessPoints) {
      if (!this.#links.has(point.id)) this.#links.set(point.id, this.#connect(point, run.run));
    }
  }

  deliver(report: InspectionReport): void {
    this.#delivery.send(report);
  }

  refer(accessPoint: number, reference: ReferenceMessage): void {
    if (this.#linkOf(accessPoint)?.sendReference(reference) === false)
      this.#options.events.reportDropped(this.address, accessPoint);
  }

  close(): void {
    this.#unbind();
    this.#air.close();
  }

  #bind(run: AirRun): void {
    this.#unbind();
    this.#run = run;
    this.#prepared = false;
    this.#options.onRun(run).then(
      () => {
        if (this.#run !== run) return;
        this.#prepared = true;
        this.host(this.#wanted);
        this.#options.events.runBound(this.address, run.run);
      },
      (error) => this.#options.onRefused(`run ${run.run} cannot be prepared: ${error}`),
    );
  }

  #unbind(): void {
    const run = this.#run;
    this.#run = null;
    for (const hosted of this.#links.values()) this.#end(hosted);
    for (const { hosted, timer } of this.#leaving.values()) {
      clearTimeout(timer);
      this.#end(hosted);
    }
    this.#links.clear();
    this.#leaving.clear();
    this.work.clear();
    this.#delivery.clear();
    if (run !== null) this.#options.onRunEnd(run);
  }

  #connect(point: AssignedAccessPoint, run: number): Hosted {
    const { address, scenarioHash, events } = this.#options;
    const { id: accessPoint, epoch } = point;
    const link = connectAccessPoint({
      address,
      accessPoint,
      epoch,
      scenarioHash,
      run,
      onCommand: ({ slot, receive, referenceFollows = false }) => {
        const before = this.work.dropped;
        if (this.#options.refers(accessPoint)) this.work.addTask({ accessPoint, slot, inspections: null });
        else if (receive.length > 0) {
          const inspections = receive.map(({ inspection }) => inspection);
          this.work.addTask({ accessPoint, slot, inspections, waitsForReference: referenceFollows });
        }
        if (this.work.dropped > before) events.dropped(address, this.work.dropped - before);
        this.#options.onWork();
      },
      onReference: (reference) => {
        this.work.addReference(accessPoint, reference);
        this.#options.onWork();
      },
      onDrain: () => {},
      onRefused: (reason, code) => {
        if (this.#leaving.get(accessPoint)?.hosted.epoch === epoch) {
          if (!isRetryable(code)) this.#letGo(accessPoint);
          return;
        }
        events.linkRefused(accessPoint, address, reason, code);
        if (code === 'SUPERSEDED') this.#options.onSuperseded(point);
      },
      onConnection: (up) => {
        hosted.up = up;
        events.linkChanged(accessPoint, address, up);
      },
    });
    const hosted: Hosted = { accessPoint, epoch, link, up: false };
    return hosted;
  }

  #handOver(accessPoint: number): void {
    const hosted = this.#links.get(accessPoint);
    if (hosted === undefined) return;
    this.#links.delete(accessPoint);
    this.#letGo(accessPoint);
    const timer = setTimeout(() => this.#letGo(accessPoint), handoverMs);
    this.#leaving.set(accessPoint, { hosted, timer });
  }

  #letGo(accessPoint: number): void {
    const leaving = this.#leaving.get(accessPoint);
    if (leaving === undefined) return;
    clearTimeout(leaving.timer);
    this.#leaving.delete(accessPoint);
    this.#end(leaving.hosted);
  }

  #end(hosted: Hosted): void {
    hosted.link.close();
    // A link that we close calls nobody back.
    if (hosted.up) this.#options.events.linkChanged(hosted.accessPoint, this.address, false);
    hosted.up = false;
  }

  #send(report: InspectionReport): void {
    const { accessPoint } = report;
    if (this.#linkOf(accessPoint)?.sendReport(report) === false)
      this.#options.events.reportDropped(this.address, accessPoint);
  }

  /** The one that is up, if any: of an AP that is handed over the old one answers until the new one is. */
  #linkOf(accessPoint: number): AccessPointLink | undefined {
    const hosted = this.#links.get(accessPoint);
    return (hosted?.up ? hosted : (this.#leaving.get(accessPoint)?.hosted ?? hosted))?.link;
  }
}
