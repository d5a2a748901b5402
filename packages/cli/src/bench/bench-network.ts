import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalNetwork, startLocalNetwork, usageOf } from '@vedetta/local-network';
import { presetScenario } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import { version } from '../version.ts';

export interface NetworkBench {
  readonly preset: string;
  readonly apProcesses: number;
  /** Wall seconds from the call to the first stored decision. */
  readonly firstDecisionSeconds: number;
  /** Slots stored in the measured stretch, its wall seconds, and their ratio. */
  readonly slots: number;
  readonly seconds: number;
  readonly slotsPerSecond: number;
  /** CPU seconds in that stretch, and the control plane's share of all. */
  readonly controlPlaneCpuSeconds: number;
  readonly apProcessCpuSeconds: number;
  readonly controlPlaneShare: number;
  readonly controlPlaneCpuMsPerSlot: number;
  readonly controlPlaneMegabytes: number;
  /** The largest AP process. */
  readonly apProcessMegabytes: number;
}

const warmSlots = 160;

/** The baseline network as a user runs it, at pace `fast`, everything stored; the first slots warm it up and are not counted. */
export async function benchNetwork(slots: number, apProcesses: number): Promise<NetworkBench> {
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-bench-'));
  const startedAt = performance.now();
  const network = await startLocalNetwork({
    scenario: presetScenario('baseline'),
    folder,
    host: '127.0.0.1',
    port: 0,
    apProcesses,
    seed: 1,
    slots: warmSlots + slots,
    pace: 'fast',
    startNew: false,
    falseAlarmProbability: undefined,
    evaluate: 'off',
    reportJitterMs: 0,
    keep: { maxSlots: 1_000_000, maxBytes: 4e9 },
    logger: createLogger({ name: 'bench', level: 'error', destination: join(folder, 'vedetta.log') }),
    version,
  });
  try {
    await decided(network, 1);
    const firstDecisionSeconds = (performance.now() - startedAt) / 1e3;
    const before = await measure(network, warmSlots);
    const after = await measure(network, warmSlots + slots);
    const seconds = (after.at - before.at) / 1e3;
    const control = after.controlSeconds - before.controlSeconds;
    const nodes = after.nodeSeconds - before.nodeSeconds;
    return {
      preset: 'baseline',
      apProcesses,
      firstDecisionSeconds,
      slots: after.slots - before.slots,
      seconds,
      slotsPerSecond: (after.slots - before.slots) / seconds,
      controlPlaneCpuSeconds: control,
      apProcessCpuSeconds: nodes,
      controlPlaneShare: control / (control + nodes),
      controlPlaneCpuMsPerSlot: (1e3 * control) / (after.slots - before.slots),
      controlPlaneMegabytes: process.memoryUsage.rss() / 1e6,
      apProcessMegabytes: after.largestNodeBytes / 1e6,
    };
  } finally {
    await network.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(network: LocalNetwork, slot: number) {
  const slots = await decided(network, slot);
  const at = performance.now();
  const { user, system } = process.cpuUsage();
  const pids = network.apProcesses.list().flatMap(({ pid }) => (pid === null ? [] : [pid]));
  const nodes = [...usageOf(pids).values()];
  return {
    slots,
    at,
    controlSeconds: (user + system) / 1e6,
    nodeSeconds: nodes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    largestNodeBytes: Math.max(...nodes.map(({ residentBytes }) => residentBytes)),
  };
}

/** Waits until so many slots are decided; gives the true number. */
async function decided(network: LocalNetwork, slot: number): Promise<number> {
  for (;;) {
    const { slots } = await network.store.totals(network.run.id);
    if (slots >= slot) return slots;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
