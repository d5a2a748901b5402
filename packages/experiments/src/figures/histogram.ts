import type { Distribution } from './distribution.ts';

/** Counts of values in dB, in steps of 1/4 dB from −120 to 120; values outside, and a ratio of 0, go to the end they lie beyond. */
const lowest = -120;
const step = 0.25;
const bins = 960;

export class DecibelHistogram implements Distribution {
  readonly #counts: Float64Array;
  total = 0;

  constructor(counts: Float64Array = new Float64Array(bins)) {
    this.#counts = counts;
    this.total = counts.reduce((sum, count) => sum + count, 0);
  }

  add(decibels: number): void {
    this.#counts[Math.min(bins - 1, Math.max(0, Math.floor((clamped(decibels) - lowest) / step)))] += 1;
    this.total += 1;
  }

  /** Share of the values below `decibels`, which is rounded to a step: exact for multiples of 1/4 dB. */
  below(decibels: number): number {
    const end = Math.min(bins, Math.max(0, Math.round((decibels - lowest) / step)));
    let sum = 0;
    for (let i = 0; i < end; i++) sum += this.#counts[i];
    return sum / this.total;
  }

  /** The value that a share of all lies below, between steps by a line. */
  quantile(share: number): number {
    const wanted = share * this.total;
    let sum = 0;
    for (let i = 0; i < bins; i++) {
      const next = sum + this.#counts[i];
      if (next >= wanted && next > sum) return lowest + step * (i + (wanted - sum) / (next - sum));
      sum = next;
    }
    return -lowest;
  }

  /** First and last step that hold a value, dB. */
  range(): readonly [low: number, high: number] {
    const first = this.#counts.findIndex((count) => count > 0);
    const last = this.#counts.findLastIndex((count) => count > 0);
    return [lowest + step * first, lowest + step * (last + 1)];
  }

  /** `first step:count,count,…`, as a unit's row keeps it. */
  toText(): string {
    const first = this.#counts.findIndex((count) => count > 0);
    const last = this.#counts.findLastIndex((count) => count > 0);
    return `${first}:${this.#counts.slice(first, last + 1).join()}`;
  }

  static fromText(text: string): DecibelHistogram {
    const [first, list] = text.split(':');
    const counts = new Float64Array(bins);
    counts.set(list.split(',').map(Number), Number(first));
    return new DecibelHistogram(counts);
  }

  static sum(all: readonly DecibelHistogram[]): DecibelHistogram {
    const counts = new Float64Array(bins);
    for (const one of all) for (let i = 0; i < bins; i++) counts[i] += one.#counts[i];
    return new DecibelHistogram(counts);
  }
}

/** A ratio of 0 is as far down as the histogram goes. */
export const clamped = (decibels: number): number => Math.min(-lowest, Math.max(lowest, decibels));
