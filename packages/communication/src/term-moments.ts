import type { EstimatedSinrTerms } from './types.ts';

const [SIGNAL, INTERFERENCE, CONTAMINATION, SENSING] = [0, 1, 2, 3];

/**
 * First and second moments, over the draws, of what each draw adds to the four terms of one UE's SINR. The squared means (signal and
 * contamination) enter by their slope at the mean.
 */
export class TermMoments {
  #draws = 0;
  /** Σ |g − E g|² of the own stream and of all others. */
  #ownEnergy = 0;
  #otherEnergy = 0;
  #draw = new Float64Array(4);
  #sum = new Float64Array(4);
  #products = new Float64Array(16);

  /**
   * @param energy  |g − E g|²
   * @param slope  2 Re((E g)* (g − E g))
   * @param own  whether it is the UE's own stream
   */
  addStream(energy: number, slope: number, own: boolean): void {
    this.#draw[INTERFERENCE] += energy;
    this.#draw[own ? SIGNAL : CONTAMINATION] += slope;
    if (own) this.#ownEnergy += energy;
    else this.#otherEnergy += energy;
  }

  /** @param sensing  Σ μ |hᴴw₀|² of this draw */
  endDraw(sensing: number): void {
    this.#draw[SENSING] = sensing;
    for (let a = 0; a < 4; a++) {
      this.#sum[a] += this.#draw[a];
      for (let b = 0; b < 4; b++) this.#products[4 * a + b] += this.#draw[a] * this.#draw[b];
    }
    this.#draw.fill(0);
    this.#draws++;
  }

  /**
   * @param ownSquare  |mean g_kk|², with its bias
   * @param otherSquares  Σ_{j≠k} |mean g_kj|², with its bias
   */
  estimates(ownSquare: number, otherSquares: number, noiseVariance: number): EstimatedSinrTerms {
    const n = this.#draws;
    // A squared mean of n values exceeds the square of the true mean by their variance over n.
    const ownBias = this.#ownEnergy / (n - 1) / n;
    const otherBias = this.#otherEnergy / (n - 1) / n;
    const value = [
      ownSquare - ownBias,
      this.#sum[INTERFERENCE] / (n - 1),
      otherSquares - otherBias,
      this.#sum[SENSING] / n,
    ];
    const denominator = value[INTERFERENCE] + value[CONTAMINATION] + value[SENSING] + noiseVariance;
    const sinr = value[SIGNAL] / denominator;
    /** Variance of Σ weights[a] · term a. */
    const variance = (weights: readonly number[]): number => {
      let total = (weights[SIGNAL] * ownBias) ** 2 + (weights[CONTAMINATION] * otherBias) ** 2;
      for (let a = 0; a < 4; a++) {
        for (let b = 0; b < 4; b++) {
          const covariance = this.#products[4 * a + b] / n - (this.#sum[a] / n) * (this.#sum[b] / n);
          total += (weights[a] * weights[b] * covariance) / (n - 1);
        }
      }
      return Math.max(0, total);
    };
    const estimate = (term: number) => ({
      value: value[term],
      standardError: Math.sqrt(variance([0, 1, 2, 3].map((a) => (a === term ? 1 : 0)))),
    });
    const slopes = [1, -sinr, -sinr, -sinr].map((slope) => slope / denominator);
    return {
      sinr: { value: sinr, standardError: Math.sqrt(variance(slopes)) },
      signal: estimate(SIGNAL),
      interference: estimate(INTERFERENCE),
      contamination: estimate(CONTAMINATION),
      sensing: estimate(SENSING),
    };
  }
}
