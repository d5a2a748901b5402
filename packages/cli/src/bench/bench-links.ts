import { openMeasuredLink } from '@vedetta/fronthaul';
import type { LinkConfig } from '@vedetta/scenario';

/** What one direction of a shaped link delivered. */
export interface LinkRow {
  readonly direction: 'up' | 'down';
  readonly rateMbps: number;
  readonly delayMs: number;
  /** Median over the stretches, and over all of them together: that of a busy machine is lower. */
  readonly medianMbps: number;
  readonly sustainedMbps: number;
  readonly rateError: number;
  /** Median of what a small message took, its own time on the wire taken off. */
  readonly medianDelayMs: number;
  readonly p95DelayMs: number;
  readonly delayErrorMs: number;
}

export interface LinksBench {
  readonly samples: number;
  readonly rows: readonly LinkRow[];
  /** Largest errors of the medians: within 3 % and 1 ms is what is promised. */
  readonly largestRateError: number;
  readonly largestDelayErrorMs: number;
}

const kept = { rate: 0.03, delayMs: 1 };

/** A message takes about so long, so that every stretch holds whole ones. */
const messageMs = 4;
const messageBytes = (rateMbps: number) => Math.round(Math.min(32_768, Math.max(500, rateMbps * 125 * messageMs)));

/** Real sockets, both ends in this process; the listener, connection, windows and client stream of the network. */
export async function benchLinks(
  rates: readonly number[],
  delayMs: number,
  samples: number,
  progress: (done: number) => void,
): Promise<LinksBench> {
  const rows: LinkRow[] = [];
  for (const rateMbps of rates) {
    const direction = { rateMbps, delayMs, jitterMs: 0, lossProbability: 0 };
    const link: LinkConfig = { up: direction, down: direction, outages: [] };
    await using measured = await openMeasuredLink(link, messageBytes(rateMbps));
    for (const way of ['up', 'down'] as const) {
      const { stretches, sustained } = await measured.measureRate(way, samples);
      const delays = (await measured.measureDelays(way, samples)).toSorted((a, b) => a - b);
      const medianMbps = quantile(
        stretches.toSorted((a, b) => a - b),
        0.5,
      );
      const medianDelayMs = quantile(delays, 0.5);
      rows.push({
        direction: way,
        rateMbps,
        delayMs,
        medianMbps,
        sustainedMbps: sustained,
        rateError: medianMbps / rateMbps - 1,
        medianDelayMs,
        p95DelayMs: quantile(delays, 0.95),
        delayErrorMs: medianDelayMs - delayMs,
      });
      progress(rows.length);
    }
  }
  const largest = (error: (row: LinkRow) => number) => Math.max(...rows.map((row) => Math.abs(error(row))));
  return {
    samples,
    rows,
    largestRateError: largest(({ rateError }) => rateError),
    largestDelayErrorMs: largest(({ delayErrorMs }) => delayErrorMs),
  };
}

export function isKept({ largestRateError, largestDelayErrorMs }: LinksBench): boolean {
  return largestRateError <= kept.rate && largestDelayErrorMs <= kept.delayMs;
}

export function linksText(bench: LinksBench): string {
  const lines = bench.rows.map((row) =>
    [
      row.direction.padEnd(9),
      row.rateMbps.toFixed(0).padStart(7),
      row.medianMbps.toFixed(2).padStart(10),
      `${(100 * row.rateError).toFixed(1)} %`.padStart(8),
      row.sustainedMbps.toFixed(2).padStart(11),
      row.delayMs.toFixed(1).padStart(9),
      row.medianDelayMs.toFixed(2).padStart(10),
      row.p95DelayMs.toFixed(2).padStart(9),
    ].join(''),
  );
  return [
    `Shaped links on real sockets, medians of ${bench.samples}: stretches of 25 ms of a full link, messages one by one on an idle one`,
    `direction  Mbit/s    median   error  sustained  delay ms    median      95 %`,
    ...lines,
    `largest errors ${(100 * bench.largestRateError).toFixed(1)} % and ${bench.largestDelayErrorMs.toFixed(2)} ms: ${isKept(bench) ? 'within' : 'NOT within'} 3 % and 1 ms`,
    '',
  ].join('\n');
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}
