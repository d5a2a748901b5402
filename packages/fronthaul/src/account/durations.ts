/** Durations counted by size, as pairs [bucket, count]: small as JSON, and two of them add up. */
export type DurationCounts = readonly (readonly [bucket: number, count: number])[];

/** Buckets an octave: a percentile is told to within 9 %. */
const perOctave = 8;
/** Upper edge of bucket 0, ms. */
const smallestMs = 0.01;
/** A year. */
const lastBucket = Math.ceil(perOctave * Math.log2(3.2e10 / smallestMs));

export class DurationHistogram {
  readonly #counts = new Map<number, number>();

  add(ms: number): void {
    const octaves = ms <= smallestMs ? 0 : Math.log2(ms / smallestMs);
    const bucket = Math.min(lastBucket, Math.ceil(perOctave * octaves));
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
  }

  counts(): DurationCounts {
    return [...this.#counts].sort(([a], [b]) => a - b);
  }
}

export function sumDurations(a: DurationCounts, b: DurationCounts): DurationCounts {
  const sum = new Map(a);
  for (const [bucket, count] of b) sum.set(bucket, (sum.get(bucket) ?? 0) + count);
  return [...sum].sort(([left], [right]) => left - right);
}

/** What durations are like: percentiles in ms, null when there is none. */
export interface DurationSummary {
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number | null;
}

export function summariseDurations(counts: DurationCounts): DurationSummary {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const percentile = (share: number): number | null => {
    let seen = 0;
    for (const [bucket, count] of counts) {
      seen += count;
      if (seen >= share * total) return upperEdgeMs(bucket);
    }
    return null;
  };
  return {
    count: total,
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
    maxMs: percentile(1),
  };
}

function upperEdgeMs(bucket: number): number {
  return Number((smallestMs * 2 ** (bucket / perOctave)).toPrecision(3));
}
