import type { LocalNetwork } from '@vedetta/local-network';
import type { Run, RunTotals } from '@vedetta/store';

const terminalEveryMs = 500;
const plainEveryMs = 5_000;

/** A live line on a terminal, a plain line every five seconds elsewhere, nothing at all when `output` is null. */
export function startStatus(
  network: LocalNetwork,
  run: Run,
  output: NodeJS.WriteStream | null,
): { close(): Promise<void> } {
  if (output === null) return { close: async () => {} };
  const live = output.isTTY === true;
  let busy = Promise.resolve();
  let last = { slots: run.decidedSlots, at: performance.now() };
  const show = async () => {
    const totals = await network.store.totals(run.id);
    const now = performance.now();
    const rate = (1000 * (totals.slots - last.slots)) / Math.max(1, now - last.at);
    last = { slots: totals.slots, at: now };
    const line = statusLine(totals, network, run, rate);
    output.write(live ? `\r\x1b[2K${line.slice(0, (output.columns ?? 120) - 1)}` : `${line}\n`);
  };
  const timer = setInterval(
    () => {
      busy = busy.then(show).catch(() => {});
    },
    live ? terminalEveryMs : plainEveryMs,
  );
  return {
    async close() {
      clearInterval(timer);
      await busy;
      if (live) output.write('\r\x1b[2K');
    },
  };
}

function statusLine(totals: RunTotals, network: LocalNetwork, run: Run, rate: number): string {
  const of = run.slots === null ? '' : `/${run.slots}`;
  return [
    `slot ${totals.slots}${of} (${rate.toFixed(0)}/s)`,
    `decisions ${totals.decisions}`,
    `detections ${totals.targetPresent}`,
    `late ${totals.reportsLate}`,
    `missing ${totals.reportsMissing}`,
    `unobserved ${totals.unobserved}`,
    `APs ${network.fusion.attached().length}/${network.deployment.accessPoints.length}`,
  ].join('  ');
}
