import { setTimeout } from 'node:timers/promises';
import { type ApProcess, type ApProcesses, type ApRecord, usageOf } from '@vedetta/local-network';

/** CPU seconds (user and system) in the measured stretch, and memory at its end. */
export interface ProcessShare {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

export interface ApProcessShare extends ProcessShare {
  readonly name: string;
  readonly accessPoints: readonly number[];
}

/** What an AP process says of itself when a run is over, warm-up left out. */
export interface NodeAccount {
  readonly name: string;
  /** Slots its receive APs listened to, counted for each AP. */
  readonly answered: number;
  /** Thread CPU time of what a real receive AP would compute, and of the emulated air. */
  readonly receiverCpuSeconds: number;
  readonly airCpuSeconds: number;
  /** Complex multiply-adds of the receivers, counted from sizes; calibrations apart. */
  readonly operations: number;
  /** Made once for a receiver and cell, and what they took. */
  readonly calibrations: number;
  readonly calibrationCpuSeconds: number;
}

export interface NetworkUsage {
  /** Slots decided in the measured stretch, and its wall time. */
  readonly slots: number;
  readonly seconds: number;
  /** Scheduler, fusion, gateway, store and queue. */
  readonly controlPlane: ProcessShare;
  readonly apProcesses: readonly ApProcessShare[];
  /** Of the whole run. */
  readonly nodes: readonly NodeAccount[];
}

/** The accounts that the AP processes log. */
export class NodeAccounts {
  readonly #accounts = new Map<string, NodeAccount>();

  readonly onRecord = (name: string, { message, fields }: ApRecord): void => {
    if (message !== 'run over') return;
    const { answered, operations, calibrations, ...times } = fields as Record<string, number>;
    this.#accounts.set(name, {
      name,
      answered,
      receiverCpuSeconds: times.receiver_cpu_ms / 1000,
      airCpuSeconds: times.air_cpu_ms / 1000,
      operations,
      calibrations,
      calibrationCpuSeconds: times.calibration_cpu_ms / 1000,
    });
  };

  /** Waits a moment for those that have not yet come through the pipe. */
  async complete(processes: readonly ApProcess[]): Promise<NodeAccount[]> {
    const until = performance.now() + 10_000;
    while (this.#accounts.size < processes.length && performance.now() < until) await setTimeout(20);
    return processes.flatMap(({ name }) => this.#accounts.get(name) ?? []);
  }
}

/** A reading of CPU time and memory, to be held against an earlier one. */
export interface UsageReading {
  readonly controlPlaneCpuSeconds: number;
  readonly ofProcess: ReadonlyMap<string, ProcessShare>;
  controlPlane(before: UsageReading): ProcessShare;
  apProcesses(before: UsageReading): ApProcessShare[];
}

export function readUsage(processes: ApProcesses): UsageReading {
  const { user, system } = process.cpuUsage();
  const controlPlaneCpuSeconds = (user + system) / 1e6;
  const residentBytes = process.memoryUsage.rss();
  const list = processes.list();
  const usage = usageOf(list.flatMap(({ pid }) => (pid === null ? [] : [pid])));
  const ofProcess = new Map(
    list.flatMap(({ name, pid }) => {
      const own = usage.get(pid ?? -1);
      return own === undefined ? [] : [[name, own] as const];
    }),
  );
  return {
    controlPlaneCpuSeconds,
    ofProcess,
    controlPlane: (before) => ({ cpuSeconds: controlPlaneCpuSeconds - before.controlPlaneCpuSeconds, residentBytes }),
    apProcesses: (before) =>
      list.flatMap(({ name, accessPoints }) => {
        const now = ofProcess.get(name);
        if (now === undefined) return [];
        const cpuSeconds = now.cpuSeconds - (before.ofProcess.get(name)?.cpuSeconds ?? 0);
        return [{ name, accessPoints, cpuSeconds, residentBytes: now.residentBytes }];
      }),
  };
}
