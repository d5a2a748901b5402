import { DomainError } from './errors.ts';
import { poissonTerm } from './poisson-term.ts';

const TINY = 1e-300;

/**
 * Upper tail of the Gamma law of unit scale, P(X > x) = Γ(shape, x) / Γ(shape), the law of a statistic under H₀.
 *
 * For an integer shape r ≤ x it is the Poisson sum e^{−x} Σ_{k<r} x^k / k!, all terms positive, so far tails keep their digits.
 *
 * @param shape  > 0, any real number; integers are the usual case (a rank).
 * @param x      any real number; 1 at x ≤ 0.
 * @returns relative error below 1e-13 for shapes from 0.1 up.
 * @throws {DomainError} for a shape that is not positive and finite, or x NaN.
 */
export function gammaUpperTail(shape: number, x: number): number {
  check('gammaUpperTail', shape, x);
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return isLow(shape, x) ? 1 - lowerSeries(shape, x) : upperSum(shape, x);
}

/** Lower tail P(X ≤ x) of the Gamma law of unit scale; as `gammaUpperTail`, and as accurate near 0. */
export function gammaLowerTail(shape: number, x: number): number {
  check('gammaLowerTail', shape, x);
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return isLow(shape, x) ? lowerSeries(shape, x) : 1 - upperSum(shape, x);
}

/**
 * The x at which the upper tail of the Gamma law of unit scale equals `probability`: the detection threshold ln δ for a
 * false-alarm probability.
 *
 * @param shape        > 0.
 * @param probability  in [0, 1]; 1 gives 0 and 0 gives Infinity.
 * @returns relative error below 1e-13 (Newton in ln Q, or in ln P above ½, kept inside a bracket).
 * @throws {DomainError} outside these ranges.
 */
export function gammaUpperTailInverse(shape: number, probability: number): number {
  check('gammaUpperTailInverse', shape, 0);
  if (!(probability >= 0 && probability <= 1))
    throw new DomainError('gammaUpperTailInverse', 'probability', probability, 'in [0, 1]');
  if (probability === 0) return Infinity;
  if (probability === 1) return 0;
  const upper = probability <= 0.5;
  const goal = Math.log(upper ? probability : 1 - probability);
  let low = 0;
  let high = Infinity;
  let x = startingPoint(shape, probability);
  for (let iteration = 0; iteration < 200; iteration++) {
    const tail = upper ? gammaUpperTail(shape, x) : gammaLowerTail(shape, x);
    const excess = Math.log(tail) - goal;
    if (excess === 0) return x;
    if (excess > 0 === upper) low = x;
    else high = x;
    // d ln(tail) / d ln x = ∓ x^shape e^{−x} / (Γ(shape) tail)
    const slope = (shape * poissonTerm(shape, x)) / tail;
    const newton = upper ? x + (x * excess) / slope : x * Math.exp(-excess / slope);
    if (Math.abs(newton - x) <= 4e-16 * x) return newton;
    let next = newton;
    if (!(newton > low && newton < high)) next = high === Infinity ? 2 * x + 1 : 0.5 * (low + high);
    if (next === low || next === high) return next;
    x = next;
  }
  return x;
}

/** Where the lower series is the one to use. The continued fraction for other than integer shapes is slow up to shape + 1. */
function isLow(shape: number, x: number): boolean {
  return x < (Number.isInteger(shape) ? shape : shape + 1);
}

/** P(X ≤ x) = Σ_{j≥0} x^{shape+j} e^{−x} / Γ(shape + j + 1), quick for x < shape. */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; term > 1e-17 * sum; j++) {
    term *= x / (shape + j);
    sum += term;
  }
  return Math.min(1, sum * poissonTerm(shape, x));
}

/** P(X > x) where the lower series is not the one to use. */
function upperSum(shape: number, x: number): number {
  if (!Number.isInteger(shape)) return shape * poissonTerm(shape, x) * upperFraction(shape, x);
  let term = 1;
  let sum = 1;
  for (let k = shape - 1; k > 0 && term > 1e-17 * sum; k--) {
    term *= k / x;
    sum += term;
  }
  return sum * poissonTerm(shape - 1, x);
}

/** Γ(shape, x) x^{−shape} e^x as a continued fraction, by the modified Lentz scheme. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 100_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + a / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/** Wilson and Hilferty's cube of a normal quantile, or the leading power near 0. */
function startingPoint(shape: number, probability: number): number {
  const smaller = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(smaller));
  const quantile =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  const z = probability <= 0.5 ? quantile : -quantile;
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const guess = shape * root ** 3;
  if (root > 0.2 && guess > 0) return guess;
  const lowerTail = 1 - probability;
  return Math.max(1e-300, Math.exp((Math.log(lowerTail) + Math.log(shape)) / shape) * Math.max(shape / Math.E, 1e-3));
}

function check(operation: string, shape: number, x: number): void {
  if (!(shape > 0 && shape < Infinity)) throw new DomainError(operation, 'shape', shape, 'positive and finite');
  if (Number.isNaN(x)) throw new DomainError(operation, 'x', x, 'a number');
}
