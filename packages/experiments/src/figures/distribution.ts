/** Where values of one set-up, or of all, lie. */
export interface Distribution {
  readonly total: number;
  /** Share of the values below `value`. */
  below(value: number): number;
  /** The value that a share of all lies below. */
  quantile(share: number): number;
  /** What encloses all values. */
  range(): readonly [low: number, high: number];
}

/** Values that are few enough to be kept one by one. */
export class SortedSample implements Distribution {
  readonly #values: Float64Array;
  readonly total: number;

  constructor(values: readonly number[]) {
    this.#values = Float64Array.from(values).sort();
    this.total = values.length;
  }

  below(value: number): number {
    const first = this.#values.findIndex((one) => one >= value);
    return (first < 0 ? this.total : first) / this.total;
  }

  /** By a line between the order statistics, the least at a share of 0. */
  quantile(share: number): number {
    const at = share * (this.total - 1);
    const below = Math.floor(at);
    const from = this.#values[below];
    return from + (at - below) * (this.#values[Math.min(this.total - 1, below + 1)] - from);
  }

  range(): readonly [low: number, high: number] {
    return [this.#values[0], this.#values[this.total - 1]];
  }
}
