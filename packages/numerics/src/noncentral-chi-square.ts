import { DomainError } from './errors.ts';
import { gammaUpperTail } from './gamma-law.ts';
import { poissonTerm } from './poisson-term.ts';

/** Recurrences are restarted from the saddle-point form after this many steps, which keeps their round-off at a few ulp. */
const RESTART = 64;

/**
 * Upper tail of the noncentral chi-square law, the law of twice a statistic under H₁ with known reflectivities:
 *
 *   P(χ'²(degrees, noncentrality) > x) = Σ_j Poisson(j; noncentrality/2) · P(Gamma(degrees/2 + j) > x/2)
 *
 * @param degrees        > 0; 2 · rank for a complex statistic.
 * @param noncentrality  from 0 to 1e12.
 * @param x              any real number; 1 at x ≤ 0.
 * @returns all terms are positive, so far tails keep their digits: relative error of some 1e-14.
 * @throws {DomainError} outside these ranges.
 * @remarks Time grows with noncentrality^½ (the terms within 40 standard deviations) and that of one Gamma tail.
 */
export function noncentralChiSquareUpperTail(degrees: number, noncentrality: number, x: number): number {
  if (!(degrees > 0 && degrees < Infinity))
    throw new DomainError('noncentralChiSquareUpperTail', 'degrees', degrees, 'positive and finite');
  if (!(noncentrality >= 0 && noncentrality <= 1e12))
    throw new DomainError('noncentralChiSquareUpperTail', 'noncentrality', noncentrality, 'in [0, 1e12]');
  if (Number.isNaN(x)) throw new DomainError('noncentralChiSquareUpperTail', 'x', x, 'a number');
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const mean = 0.5 * noncentrality;
  const shape = 0.5 * degrees;
  const point = 0.5 * x;
  const first = Math.max(0, Math.floor(mean - 40 * Math.sqrt(mean)));
  let tail = gammaUpperTail(shape + first, point);
  let weight = poissonTerm(first, mean);
  let step = poissonTerm(shape + first, point); // tail(shape + 1) − tail(shape)
  let sum = weight * tail;
  for (let j = first + 1; ; j++) {
    tail = Math.min(1, tail + step);
    const restart = (j - first) % RESTART === 0;
    weight = restart ? poissonTerm(j, mean) : (weight * mean) / j;
    step = restart ? poissonTerm(shape + j, point) : (step * point) / (shape + j);
    sum += weight * tail;
    // What is left is at most the weight of a geometric series of ratio mean / (j + 1).
    if (j > mean && (weight * mean) / (j + 1 - mean) <= 1e-17 * sum) return Math.min(1, sum);
  }
}
