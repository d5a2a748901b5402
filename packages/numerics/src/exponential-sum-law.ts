import { DomainError } from './errors.ts';
import { tailByMatrixPowers } from './exponential-sum-powers.ts';
import { poissonTerm } from './poisson-term.ts';

/** The recurrence of Poisson weights starts afresh after this many steps. */
const RESTART = 64;
/** Beyond this many times the largest mean a sum of any practical number of variables underflows. */
const FAR = 1e7;
const NEGLIGIBLE = 1e-20;

/**
 * Upper tail of a sum of independent exponential variables of given means, P(Σ > x): the law of a statistic wherever it is a
 * Hermitian form in complex normal data (means 1 + v_i under H₁; the general law of detectors designed with a wrong model).
 *
 * Uniformisation at the rate of the smallest mean: a variable of mean m is a geometric number (success probability
 * min / m) of exponential ones of the smallest mean, so
 *
 *   P(Σ > x) = Σ_n e^{−x'} x'ⁿ / n! · P(N > n),   x' = x / min,   N a sum of geometrics
 *
 * All terms are positive: equal, nearly equal and widely spread means are all exact, in every tail. Where x' is so large
 * that matrix powers are cheaper (`tailByMatrixPowers`), these take over.
 *
 * @param means  ≥ 0; those below 1e-20 of the largest are left out, which changes the tail by less than that. An empty sum is 0.
 * @param x      any real number; 1 at x < 0.
 * @returns relative error of some 1e-13, and up to 3e-12 for hundreds of means at x' near 1e5; 0 where it underflows 1e-300.
 * @throws {DomainError} for a mean that is negative or not finite, or x NaN.
 */
export function exponentialSumUpperTail(means: ArrayLike<number>, x: number): number {
  if (Number.isNaN(x)) throw new DomainError('exponentialSumUpperTail', 'x', x, 'a number');
  const positive = positiveMeans(means);
  const count = positive.length;
  if (x < 0 || (x === 0 && count > 0)) return 1;
  if (count === 0 || x > FAR * positive[count - 1]) return 0;
  const scaled = x / positive[0];
  const steps = scaled + 12 * Math.sqrt(scaled) + 40;
  const squarings = Math.max(1, Math.log2(scaled) + 1);
  if (steps * count * 4 <= (squarings + 3) * count ** 3 * 0.5 + 20_000) return tailByUniformisation(positive, x);
  return tailByMatrixPowers(positive, x);
}

/** The means that matter, ascending: the law does not depend on their order, so neither do its bits. */
function positiveMeans(means: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(means).sort();
  for (const mean of sorted) {
    if (!(mean >= 0 && mean < Infinity))
      throw new DomainError('exponentialSumUpperTail', 'mean', mean, '≥ 0 and finite');
  }
  const least = NEGLIGIBLE * sorted[sorted.length - 1];
  return sorted.filter((mean) => mean > least);
}

/** The sum above, term by term: `alive[i]` is P(the variables i, i+1, … need more than n steps). O((x' + √x') · count). */
export function tailByUniformisation(means: Float64Array, x: number): number {
  const count = means.length;
  const smallest = means[0];
  const scaled = x / smallest;
  const advance = new Float64Array(count);
  const stay = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    advance[i] = smallest / means[i];
    stay[i] = (means[i] - smallest) / means[i];
  }
  const alive = new Float64Array(count + 1).fill(1, 0, count);
  let weight = Math.exp(-scaled);
  let sum = weight;
  for (let n = 1; ; n++) {
    for (let i = 0; i < count; i++) alive[i] = stay[i] * alive[i] + advance[i] * alive[i + 1];
    weight = n % RESTART === 0 ? poissonTerm(n, scaled) : (weight * scaled) / n;
    sum += weight * alive[0];
    if (n > scaled && (weight * alive[0] * scaled) / (n + 1 - scaled) <= 1e-17 * sum) return Math.min(1, sum);
  }
}
