import { setTimeout } from 'node:timers/promises';
import { connectAccessPoint, createFronthaulHub } from '@vedetta/fronthaul';
import type { LinkConfig } from '@vedetta/scenario';

/** One access point that offers more than its link carries, and then less: for the test and the benchmark. */
export interface OverloadOptions {
  readonly rateMbps: number;
  /** Offered load in link rates. */
  readonly times: number;
  readonly overloadMs: number;
  readonly calmMs: number;
}

export interface Overload {
  readonly offered: number;
  readonly arrived: number;
  /** Before they were encoded; and as the fusion worker was told. */
  readonly withheld: number;
  readonly withheldTold: number;
  /** From the command to each report's arrival while overloaded, and, once the load had fallen, by time since then. */
  readonly latenciesMs: readonly number[];
  readonly calm: readonly { readonly atMs: number; readonly latencyMs: number }[];
  readonly mostUnacknowledgedBytes: number;
  /** Resident memory of the process that holds both ends. */
  readonly mostMegabytes: number;
  readonly leastMegabytes: number;
}

const slotPeriodMs = 50;
const fusionWindowMs = 100;
/** On the wire, about. */
const reportBytes = 34;
const run = 1;

/** Real hub, real client, real sockets, pace 1. */
export async function runOverload({ rateMbps, times, overloadMs, calmMs }: OverloadOptions): Promise<Overload> {
  const scenarioHash = 'overload';
  const direction = { rateMbps, delayMs: 1, jitterMs: 0, lossProbability: 0 };
  const link: LinkConfig = { up: direction, down: direction, outages: [] };
  const commandedAt = new Map<number, number>();
  const latencies: number[] = [];
  const calm: { atMs: number; latencyMs: number }[] = [];
  let calmSince = Infinity;
  let arrived = 0;
  const hub = await createFronthaulHub({
    port: 0,
    scenarioHash,
    accessPoints: [0],
    linkSettings: new Map([[0, link]]),
    handlers: {
      onAttach() {},
      onDetach() {},
      onInvalid() {},
      onReport(_, { slot }) {
        const now = performance.now();
        const sentAt = commandedAt.get(slot) ?? now;
        arrived += 1;
        if (sentAt < calmSince) latencies.push(now - sentAt);
        else calm.push({ atMs: sentAt - calmSince, latencyMs: now - sentAt });
      },
    },
  });
  const perSlot = Math.ceil((times * rateMbps * 125 * slotPeriodMs) / reportBytes);
  let offered = 0;
  let mostUnacknowledged = 0;
  const point = connectAccessPoint({
    address: `127.0.0.1:${hub.port}`,
    accessPoint: 0,
    epoch: 1,
    scenarioHash,
    run,
    onCommand({ slot }) {
      const count = performance.now() < calmSince ? perSlot : 1;
      for (let inspection = 0; inspection < count; inspection += 1) {
        point.sendReport({ slot, inspection: inspection % 16_384, statistic: 1, rank: 1 });
      }
      offered += count;
      mostUnacknowledged = Math.max(mostUnacknowledged, point.counters().unacknowledgedBytes);
    },
    onDrain() {},
    onRefused() {},
    onConnection() {},
  });
  hub.startRun({ run, seed: 0 }, { pace: 1, slotPeriodMs, fusionWindowMs, messageBytes: 64 });
  try {
    while (hub.attached().length === 0) await setTimeout(5);
    const memory: number[] = [];
    const start = performance.now();
    for (let slot = 0; performance.now() < start + overloadMs + calmMs; slot += 1) {
      if (calmSince === Infinity && performance.now() >= start + overloadMs) calmSince = performance.now();
      commandedAt.set(slot, performance.now());
      commandedAt.delete(slot - 10_000);
      hub.sendCommand(0, { slot, transmit: [], receive: [] });
      if (slot % 20 === 0) memory.push(process.memoryUsage().rss / 1e6);
      await setTimeout(Math.max(0, start + (slot + 1) * slotPeriodMs - performance.now()));
    }
    await setTimeout(2 * slotPeriodMs);
    return {
      offered,
      arrived,
      withheld: point.counters().reportsWithheld,
      withheldTold: hub.links()[0]?.reportsWithheld ?? 0,
      latenciesMs: latencies,
      calm,
      mostUnacknowledgedBytes: mostUnacknowledged,
      mostMegabytes: Math.max(...memory),
      leastMegabytes: Math.min(...memory),
    };
  } finally {
    point.close();
    await hub.close();
  }
}

export function overloadText(seen: Overload): string {
  const latencies = seen.latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number) => (latencies[Math.floor(share * (latencies.length - 1))] ?? Number.NaN).toFixed(1);
  const inTime = latencies.filter((ms) => ms <= fusionWindowMs).length / Math.max(1, latencies.length);
  const [first, later] = [seen.calm.filter(({ atMs }) => atMs < 1000), seen.calm.filter(({ atMs }) => atMs >= 1000)];
  const median = (calm: Overload['calm']) =>
    (calm.map(({ latencyMs }) => latencyMs).toSorted((a, b) => a - b)[calm.length >> 1] ?? Number.NaN).toFixed(1);
  return [
    `offered ${seen.offered} reports, ${seen.withheld} withheld before they were encoded (told upstream: ${seen.withheldTold}), ${seen.arrived} arrived`,
    `age on arrival while overloaded   median ${at(0.5)} ms, 95 % ${at(0.95)} ms, largest ${at(1)} ms; ${(100 * inTime).toFixed(1)} % within the window of ${fusionWindowMs} ms`,
    `after the load fell               median ${median(first)} ms in the first second, ${median(later)} ms from then on`,
    `on its way at most                ${seen.mostUnacknowledgedBytes} bytes`,
    `memory of both ends               ${seen.leastMegabytes.toFixed(0)} to ${seen.mostMegabytes.toFixed(0)} MB`,
    '',
  ].join('\n');
}
