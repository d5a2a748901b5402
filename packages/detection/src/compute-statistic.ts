import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { type PreparedCase, prepareCase } from './prepared-case.ts';
import { computeReducedStatistic, type ReducedTest, selectDirections } from './reduced-test.ts';
import { shortenEstimate } from './shortest-estimate.ts';
import type { GlrtCase, LocalStatistic } from './types.ts';

/**
 * A receiver designed for one inspection, with what it made of the observation.
 * The statistic of any observation y is ‖weightsᴴ y‖², so every law follows from `weights` (model.md §4).
 */
export interface DesignedReceiver extends LocalStatistic {
  /** W = Ψ̂^{−½} U, N τ × rank, 1/√W: unit output covariance under H₀ when Ψ̂ is true. */
  readonly weights: ComplexMatrix;
  /** Maximum-likelihood reflectivities (34), T × 1; where D is rank-deficient the shortest that fit, in the directions the rank rule kept. */
  readonly rcsEstimate: ComplexMatrix;
}

/**
 * GLRT statistic of one range cell with unknown reflectivities.
 *
 *   H₀: y = g + z      H₁: y = D α + g + z      g + z ~ CN(0, Ψ)
 *   T(y) = yᴴΨ⁻¹D (DᴴΨ⁻¹D)⁺ DᴴΨ⁻¹y = ‖UᴴΨ^{−½}y‖²                        (35)
 *
 * Under H₀, T ~ Gamma(rank, 1) when Ψ is the true covariance. A structured covariance is solved in the projected space of
 * model.md §3 with one refinement step, a dense one as it stands; both agree to max(1e-9, 2.2e-16 · cond Ψ).
 *
 * @param glrtCase  D (N τ × T), y (N τ × 1), Ψ. Not modified.
 * @returns T ≥ 0 and its rank; larger means more target-like; rank 0 (no echo can arrive) has the statistic 0.
 * @throws {DetectionError} if sizes disagree or a number is not finite; checked once, before any loop.
 * @throws {SingularCovarianceError} if Ψ is not positive definite in double precision.
 * @remarks O((Nq)³/3) complex products, q ≤ min(τ, N T) for echoes and clutter of the same T transmitters.
 */
export function computeStatistic(glrtCase: GlrtCase): LocalStatistic {
  const prepared = prepareCase(glrtCase);
  const rank = selectDirections(prepared.test);
  return { statistic: computeReducedStatistic(prepared.test, prepared.covariance, rank), rank };
}

/** As `computeStatistic`, keeping the receiver and the reflectivities (34). @throws as `computeStatistic`. */
export function designReceiver(glrtCase: GlrtCase): DesignedReceiver {
  return receiverOf(prepareCase(glrtCase));
}

/** The receiver of all columns of a prepared case. */
export function receiverOf(prepared: PreparedCase): DesignedReceiver {
  const rank = selectDirections(prepared.test);
  const statistic = computeReducedStatistic(prepared.test, prepared.covariance, rank);
  return {
    statistic,
    rank,
    weights: prepared.lift(reducedWeights(prepared.test, rank, 1 / prepared.unit)),
    rcsEstimate: reflectivities(prepared, rank),
  };
}

/** Ψ⁻¹ D C G^{−H}, G the factor of the refined gram matrix: unit output covariance; size × rank. */
export function reducedWeights(test: ReducedTest, rank: number, scale: number): ComplexMatrix {
  const { solved, gramFactor: gram } = test;
  const wide = test.columns + 1;
  const out = createComplexMatrix(test.size, rank);
  for (let i = 0; i < test.size; i++) {
    for (let c = 0; c < rank; c++) {
      let sr = solved.re[i * wide + c] * scale;
      let si = solved.im[i * wide + c] * scale;
      for (let k = 0; k < c; k++) {
        const gr = gram.re[c * wide + k];
        const gi = -gram.im[c * wide + k];
        sr -= out.re[i * rank + k] * gr - out.im[i * rank + k] * gi;
        si -= out.re[i * rank + k] * gi + out.im[i * rank + k] * gr;
      }
      out.re[i * rank + c] = sr / gram.re[c * wide + c];
      out.im[i * rank + c] = si / gram.re[c * wide + c];
    }
  }
  return out;
}

/** α̂ = C G^{−H} output, back in the units of D and y (34); of a followed target (43). */
function reflectivities(prepared: PreparedCase, rank: number): ComplexMatrix {
  const { test, columnScale, unit } = prepared;
  const { gramFactor: gram, coefficients, outputRe, outputIm } = test;
  const wide = test.columns + 1;
  const xr = outputRe.slice(0, rank);
  const xi = outputIm.slice(0, rank);
  for (let i = rank - 1; i >= 0; i--) {
    for (let k = i + 1; k < rank; k++) {
      const gr = gram.re[k * wide + i];
      const gi = -gram.im[k * wide + i];
      xr[i] -= gr * xr[k] - gi * xi[k];
      xi[i] -= gr * xi[k] + gi * xr[k];
    }
    xr[i] /= gram.re[i * wide + i];
    xi[i] /= gram.re[i * wide + i];
  }
  const out = createComplexMatrix(test.columns, 1);
  for (let c = 0; c < test.columns; c++) {
    for (let k = 0; k < rank; k++) {
      const cr = coefficients.re[c * wide + k];
      const ci = coefficients.im[c * wide + k];
      out.re[c] += cr * xr[k] - ci * xi[k];
      out.im[c] += cr * xi[k] + ci * xr[k];
    }
    out.re[c] *= columnScale[c] * unit;
    out.im[c] *= columnScale[c] * unit;
  }
  if (rank > 0 && rank < test.columns) shortenEstimate(prepared, rank, out);
  return out;
}
