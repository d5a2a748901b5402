import { exponentialSumUpperTail, gammaUpperTail, gammaUpperTailInverse } from '@vedetta/numerics';

/** Tails below this are continued by the slowest exponential. */
const LEAST_TAIL = 1e-250;

/**
 * Law of an uncalibrated statistic without targets, on the long-run average over what is transmitted: the mixture over draws of the
 * exact laws given each draw. It turns the statistic into one that is Gamma(r, 1) on that average,
 *
 *   report = Γ_r⁻¹(F̂(statistic)),    1 − F̂(x) = mean_d P(Σ_i μ_{d,i} E_i > x)
 */
export class Calibration {
  readonly rank: number;
  readonly #draws: readonly Float64Array[];
  readonly #largestMean: number;
  /** Where tails leave the range of double precision; looked for when first asked. */
  #end: { readonly statistic: number; readonly report: number } | null = null;
  /** The question asked last: thresholds repeat. */
  #table: { readonly end: number; readonly reports: Float64Array } | null = null;
  #asked: { readonly statistic: number; readonly report: number } | null = null;

  /** @param draws  the r means of each draw; at least one draw, a positive mean in each. */
  constructor(rank: number, draws: readonly Float64Array[]) {
    this.rank = rank;
    this.#draws = draws;
    this.#largestMean = Math.max(...draws.map((means) => Math.max(...means)));
  }

  /** P(statistic > x) without targets, on the long-run average. */
  upperTail(x: number): number {
    let sum = 0;
    for (const means of this.#draws) sum += exponentialSumUpperTail(means, x);
    return sum / this.#draws.length;
  }

  /** The calibrated statistic; increasing. */
  report(statistic: number): number {
    const tail = this.upperTail(statistic);
    if (tail > LEAST_TAIL) return gammaUpperTailInverse(this.rank, Math.min(1, tail));
    const last = this.#whereTailEnds();
    return last.report + Math.max(0, statistic - last.statistic) / this.#largestMean;
  }

  /** The statistic whose report this is. */
  statisticOf(report: number): number {
    if (report <= 0) return 0;
    if (!(gammaUpperTail(this.rank, report) > LEAST_TAIL)) {
      const last = this.#whereTailEnds();
      return last.statistic + Math.max(0, report - last.report) * this.#largestMean;
    }
    if (this.#asked?.report !== report) this.#asked = { report, statistic: this.#solve(report) };
    return this.#asked.statistic;
  }

  /**
   * Reports of `steps` + 1 statistics, evenly from 0 to the one whose report is `end`; kept until another end is asked for.
   */
  table(end: number, steps: number): Float64Array {
    if (this.#table?.end !== end || this.#table.reports.length !== steps + 1) {
      const last = this.statisticOf(end);
      const reports = Float64Array.from({ length: steps + 1 }, (_, i) => this.report((i / steps) * last));
      this.#table = { end, reports };
    }
    return this.#table.reports;
  }

  /** False position on the logarithm of the tail, which is nearly a line; the Illinois rule keeps both ends moving. */
  #solve(report: number): number {
    const goal = Math.log(gammaUpperTail(this.rank, report));
    const excess = (x: number) => Math.log(this.upperTail(x)) - goal;
    let low = 0;
    let atLow = -goal;
    let high = this.#largestMean * (report + this.rank);
    let atHigh = excess(high);
    while (atHigh > 0) {
      low = high;
      atLow = atHigh;
      high *= 2;
      atHigh = excess(high);
    }
    for (let step = 0, side = 0; step < 200 && high - low > 1e-12 * high; step++) {
      const x = atHigh > -Infinity ? (low * atHigh - high * atLow) / (atHigh - atLow) : (low + high) / 2;
      const at = excess(x);
      if (Math.abs(at) < 1e-14) return x;
      if (at > 0) {
        low = x;
        atLow = at;
        if (side === 1) atHigh /= 2;
        side = 1;
      } else {
        high = x;
        atHigh = at;
        if (side === -1) atLow /= 2;
        side = -1;
      }
    }
    return (low + high) / 2;
  }

  #whereTailEnds(): { readonly statistic: number; readonly report: number } {
    if (this.#end) return this.#end;
    let low = 0;
    let high = 1000 * this.#largestMean;
    while (this.upperTail(high) > LEAST_TAIL) high *= 2;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (this.upperTail(middle) > LEAST_TAIL) low = middle;
      else high = middle;
    }
    this.#end = { statistic: low, report: gammaUpperTailInverse(this.rank, this.upperTail(low)) };
    return this.#end;
  }
}
