import { computeStatistic } from '@vedetta/detection';
import { asDense, conditionNumber } from './dense-path.ts';
import { type Rival, type RivalTimes, startRival } from './rival.ts';
import { makeStatisticCase, type StatisticCase } from './statistic-cases.ts';

export interface StatisticRow {
  readonly transmitAccessPoints: number;
  readonly samples: number;
  /** Milliseconds, medians over the rounds. `alone`: slot prepared and one statistic; `shared`: one more receive AP of a prepared slot. */
  readonly aloneMs: number;
  readonly sharedMs: number;
  readonly denseMs: number;
  readonly numpyPaperMs: number | null;
  readonly numpyDenseMs: number | null;
  /** Medians of the ratios round by round, against `alone`. */
  readonly denseRatio: number;
  readonly numpyPaperRatio: number | null;
  readonly numpyDenseRatio: number | null;
  readonly relativeDifference: number;
  readonly numpyRelativeDifference: number | null;
  readonly conditionNumber: number;
  readonly allowedDifference: number;
}

export interface StatisticBench {
  readonly numpy: string | null;
  readonly rows: readonly StatisticRow[];
}

const transmitCounts = [4, 7, 12];
const sampleCounts = [50, 100, 200];

/** Times the local statistic against the dense path and NumPy, turn by turn in one run. */
export async function benchStatistic(
  rounds: number,
  withNumpy: boolean,
  onCase: (done: number, total: number) => void,
): Promise<StatisticBench> {
  const rival = withNumpy ? await startRival() : null;
  const rows: StatisticRow[] = [];
  try {
    for (const samples of sampleCounts) {
      for (const transmit of transmitCounts) {
        rows.push(await benchCase(makeStatisticCase(transmit, samples), rounds, rival));
        onCase(rows.length, sampleCounts.length * transmitCounts.length);
      }
    }
  } finally {
    rival?.close();
  }
  return { numpy: rival?.version ?? null, rows };
}

async function benchCase(c: StatisticCase, rounds: number, rival: Rival | null): Promise<StatisticRow> {
  rival?.give(c);
  const dense = () => computeStatistic(asDense(c.glrt));
  const alone = () => {
    c.bank.beginSlot(c.slot.plan, c.blocks);
    return c.bank.localStatistic(c.looks[0].inspection, c.looks[0].received);
  };
  // In this order each finds the other's covariance in the bank, and has to factor its own.
  const pair = () => {
    for (const { inspection, received } of [...c.looks].reverse()) c.bank.localStatistic(inspection, received);
  };
  const ours = alone().statistic;
  const reference = dense().statistic;
  warm(alone, 200);
  const samples: { alone: number; shared: number; dense: number; rival: RivalTimes | null }[] = [];
  for (let round = 0; round < rounds; round++) {
    samples.push({
      alone: best(alone, 20),
      shared: best(pair, 10) / c.looks.length,
      dense: best(dense, 2),
      rival: rival ? await rival.time(c.name, 2) : null,
    });
  }
  const psi = asDense(c.glrt).covariance;
  const cond = 'dense' in psi ? conditionNumber(psi.dense) : Number.NaN;
  const numpy = samples[0].rival;
  const numpyDense = (times: RivalTimes) => 1e3 * (times.assembly + Math.min(times.cholesky, times.solve));
  const numpyPaper = (times: RivalTimes) => 1e3 * (times.assembly + times.paper);
  const over = (value: (sample: (typeof samples)[number]) => number) => median(samples.map(value));
  const overRival = (value: (times: RivalTimes, alone: number) => number) =>
    numpy === null ? null : over((sample) => value(sample.rival as RivalTimes, sample.alone));
  return {
    transmitAccessPoints: c.transmitCount,
    samples: c.sampleCount,
    aloneMs: over((s) => s.alone),
    sharedMs: over((s) => s.shared),
    denseMs: over((s) => s.dense),
    numpyPaperMs: overRival(numpyPaper),
    numpyDenseMs: overRival(numpyDense),
    denseRatio: over((s) => s.dense / s.alone),
    numpyPaperRatio: overRival((times, own) => numpyPaper(times) / own),
    numpyDenseRatio: overRival((times, own) => numpyDense(times) / own),
    relativeDifference: difference(ours, reference),
    numpyRelativeDifference: numpy === null ? null : Math.max(...numpy.statistic.map((s) => difference(ours, s))),
    conditionNumber: cond,
    allowedDifference: Math.max(1e-9, 2.2e-16 * cond),
  };
}

const difference = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);

function warm(work: () => unknown, longestMs: number): void {
  const until = performance.now() + longestMs;
  while (performance.now() < until) work();
}

/** Milliseconds of the best of `repeat`. */
function best(work: () => unknown, repeat: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeat; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
