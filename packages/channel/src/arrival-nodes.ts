import {
  type ComplexMatrix,
  choleskyInPlace,
  createComplexMatrix,
  hermitianEigenvalues,
  solveLowerInPlace,
} from '@vedetta/numerics';
import { PropagationError } from './errors.ts';
import { type CorrelationConfig, linkCorrelation } from './link-correlation.ts';
import { degToRad } from './units.ts';

/** A level arrival between two nodes: R(θ) ⪯ bound · [(1 − fraction) R(lower) + fraction R(lower + 1)]. */
export interface ArrivalSplit {
  readonly lower: number;
  /** f, 0 ≤ f ≤ 1. */
  readonly fraction: number;
}

/** Receive correlations at a few directions, and how they stand for all others. */
export interface ArrivalNodes {
  /** R at the nodes, N × N, trace N. */
  readonly correlations: readonly ComplexMatrix[];
  /** c_B ≥ 1 with R(θ) ⪯ c_B [(1 − f) R(a) + f R(b)] for every level arrival θ. */
  readonly bound: number;
  /** The two nodes that enclose an arrival of direction cosine ν, −1 to 1. */
  split(directionCosine: number): ArrivalSplit;
}

/** Steps of the grid within an interval of nodes, and the margin for what lies between them. */
const STEPS = 16;
const MARGIN = 1.01;
/** Interpolated correlations with an eigenvalue below this are left to the bound that needs none. */
const REGULAR = 1e-7;

/**
 * Receive correlation of a uniform linear array from n directions, uniform in arcsin ν from −π/2 to π/2 (model.md §4). For a level
 * arrival only ν matters: the array cannot tell front from back.
 *
 * c_B is the supremum over θ of the largest eigenvalue of R(θ) relative to its interpolation: on a grid of 16 steps an interval, plus 1 %.
 * For `gaussian` it never exceeds exp(Δ²/8σ²), Δ the distance of the nodes: R(θ) averages positive semidefinite matrices over the density
 * of N(θ, σ²), and by the inequality of means (1 − f) p_a + f p_b ≥ p_a^{1−f} p_b^f = p_θ exp(−f(1 − f)Δ²/2σ²), whatever the array.
 * The bound also stands where the interpolation is singular in double precision (large arrays).
 *
 * @param array  N, and the spacing in wavelengths.
 * @param count  n ≥ 2.
 * @throws {PropagationError} for fewer than two nodes, or when no bound below 1e6 is found (nodes too far apart for the spread).
 */
export function arrivalNodes(
  propagation: CorrelationConfig,
  array: { readonly antennaCount: number; readonly spacing: number },
  count: number,
): ArrivalNodes {
  if (!(Number.isInteger(count) && count >= 2))
    throw new PropagationError('count', count, 'must be a whole number of at least 2');
  const step = Math.PI / (count - 1);
  const toward = (azimuth: number) => linkCorrelation(propagation, { ...array, azimuth, elevation: 0 });
  const correlations = Array.from({ length: count }, (_, i) => toward(i * step - Math.PI / 2));
  const grid = gridBound(correlations, (node, fraction) => toward((node + fraction) * step - Math.PI / 2));
  const sigma = degToRad(propagation.angularSpreadDeg);
  const analytic =
    propagation.spatialCorrelation === 'gaussian' ? Math.exp(step ** 2 / (8 * sigma ** 2)) * (1 + 1e-9) : Infinity;
  const bound = Math.min(grid, analytic);
  if (!(bound < 1e6)) throw new PropagationError('count', count, 'nodes are too far apart for the angular spread');
  return {
    correlations,
    bound,
    split(directionCosine) {
      const at = (Math.asin(Math.max(-1, Math.min(1, directionCosine))) + Math.PI / 2) / step;
      const lower = Math.min(count - 2, Math.max(0, Math.floor(at)));
      return { lower, fraction: Math.min(1, Math.max(0, at - lower)) };
    },
  };
}

/** (1 − f) A + f B. */
export function interpolated(a: ComplexMatrix, b: ComplexMatrix, fraction: number): ComplexMatrix {
  const out = createComplexMatrix(a.rows, a.columns);
  for (let e = 0; e < out.re.length; e++) {
    out.re[e] = (1 - fraction) * a.re[e] + fraction * b.re[e];
    out.im[e] = (1 - fraction) * a.im[e] + fraction * b.im[e];
  }
  return out;
}

/** Half the intervals do: the mirrored direction has the conjugate correlation. Infinity where an interpolation is too near to singular. */
function gridBound(
  correlations: readonly ComplexMatrix[],
  between: (node: number, fraction: number) => ComplexMatrix,
): number {
  let largest = 1;
  for (let node = 0; node < Math.ceil((correlations.length - 1) / 2); node++)
    for (let s = 0; s < STEPS; s++) {
      const fraction = s / STEPS;
      const mix = interpolated(correlations[node], correlations[node + 1], fraction);
      if (!(hermitianEigenvalues(mix)[0] > REGULAR)) return Infinity;
      largest = Math.max(largest, largestRatio(between(node, fraction), mix));
    }
  return largest === 1 ? 1 : largest * MARGIN;
}

/** Largest eigenvalue of L⁻¹ A L⁻ᴴ, L Lᴴ = B. */
function largestRatio(a: ComplexMatrix, b: ComplexMatrix): number {
  const n = a.rows;
  choleskyInPlace(b);
  solveLowerInPlace(b, a);
  const turned = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      turned.re[i * n + j] = a.re[j * n + i];
      turned.im[i * n + j] = -a.im[j * n + i];
    }
  solveLowerInPlace(b, turned);
  const ratio = hermitianEigenvalues(turned)[n - 1];
  return ratio < 1 + 1e-12 ? 1 : ratio;
}
