import { DomainError } from './errors.ts';

const HALF_WIDTH = 8.5;

/**
 * Trapezoid rule for the mean of a function of a N(0, σ²) variable: E f ≈ Σ weights[i] f(offsets[i]).
 *
 * Nodes are equidistant on ±8.5σ, where the density has fallen by 2·10⁻¹⁶, and the weights sum to 1. For analytic f the error
 * falls exponentially with the number of nodes; Gauss–Hermite, with its nodes spread out, fails for quickly oscillating f.
 *
 * @param sigma  standard deviation, ≥ 0; with 0 all offsets are 0.
 * @param nodes  at least 1; a single node is the mean itself.
 * @throws {DomainError} for a negative σ or fewer than one node.
 */
export function gaussianTrapezoid(sigma: number, nodes: number): { offsets: Float64Array; weights: Float64Array } {
  if (!(sigma >= 0 && sigma < Infinity)) throw new DomainError('gaussianTrapezoid', 'sigma', sigma, '≥ 0');
  if (!Number.isInteger(nodes) || nodes < 1)
    throw new DomainError('gaussianTrapezoid', 'nodes', nodes, 'a positive integer');
  const offsets = new Float64Array(nodes);
  const weights = new Float64Array(nodes);
  let total = 0;
  for (let i = 0; i < nodes; i++) {
    const t = nodes === 1 ? 0 : (HALF_WIDTH * (2 * i - (nodes - 1))) / (nodes - 1);
    offsets[i] = sigma * t;
    weights[i] = Math.exp(-0.5 * t * t);
    total += weights[i];
  }
  for (let i = 0; i < nodes; i++) weights[i] /= total;
  return { offsets, weights };
}
