import {
  type ComplexMatrix,
  createComplexMatrix,
  exponentialSumUpperTail,
  gemm,
  noncentralChiSquareUpperTail,
} from '@vedetta/numerics';
import { viewAs } from './matrix-view.ts';
import { addEchoPower, meansOf, squareFromTall } from './output-covariance.ts';
import { detectionThreshold } from './thresholds.ts';
import type { ClutterTerm, Covariance } from './types.ts';

/** Echoes D α, α ~ CN(0, R), that are in the data. */
export interface RandomEcho {
  /** D at the true position, N τ × T. */
  readonly echo: ComplexMatrix;
  /** R, T × T. */
  readonly rcsCovariance: ComplexMatrix;
}

/**
 * General law of model.md §4: on data of covariance Σ_y = Ψ + Σ_l D_l R_l D_lᴴ the statistic ‖Wᴴy‖² of any designed receiver is a sum
 * of independent exponentials whose means are the eigenvalues of WᴴΣ_yW. Exact for every mismatch of D̂ and Ψ̂.
 *
 * @param weights  W of `designReceiver`, N τ × rank.
 * @param covariance  the true Ψ.
 * @param echoes  the true echoes, all of them.
 * @returns rank means, ascending.
 */
export function alarmMeans(
  weights: ComplexMatrix,
  covariance: Covariance,
  echoes: readonly RandomEcho[] = [],
): Float64Array {
  if (weights.columns === 0) return new Float64Array(0);
  const output = outputCovariance(weights, covariance);
  for (const { echo, rcsCovariance } of echoes) addEchoPower(output, weights, echo, rcsCovariance);
  return meansOf(output);
}

/** WᴴΨW, rank × rank: I when the receiver was designed with this Ψ. Structured terms are never expanded. */
export function outputCovariance(weights: ComplexMatrix, covariance: Covariance): ComplexMatrix {
  if ('dense' in covariance) {
    const product = createComplexMatrix(weights.rows, weights.columns);
    gemm('NN', covariance.dense, weights, product);
    return squareFromTall(weights, product);
  }
  const output = createComplexMatrix(weights.columns, weights.columns);
  gemm('HN', weights, weights, output, covariance.noiseVariance);
  for (const term of covariance.terms) if (term.power > 0) addTerm(output, weights, term);
  return output;
}

/** output += p Wᴴ((S R_txᵀ Sᴴ) ⊗ R_rx)W = p Zᴴ(R_txᵀ ⊗ R_rx)Z with Z = (Sᴴ ⊗ I)W. */
function addTerm(output: ComplexMatrix, weights: ComplexMatrix, term: ClutterTerm): void {
  const { power, signal, transmitCorrelation, receiveCorrelation } = term;
  const n = receiveCorrelation.rows;
  const width = n * weights.columns;
  const inner = createComplexMatrix(signal.columns * n, weights.columns);
  gemm('HN', signal, viewAs(weights, signal.rows, width), viewAs(inner, signal.columns, width));
  const transposed = createComplexMatrix(signal.columns, signal.columns);
  for (let i = 0; i < signal.columns; i++)
    for (let j = 0; j < signal.columns; j++) {
      transposed.re[i * signal.columns + j] = transmitCorrelation.re[j * signal.columns + i];
      transposed.im[i * signal.columns + j] = transmitCorrelation.im[j * signal.columns + i];
    }
  const mixed = createComplexMatrix(inner.rows, inner.columns);
  gemm('NN', transposed, viewAs(inner, signal.columns, width), viewAs(mixed, signal.columns, width));
  const turned = createComplexMatrix(inner.rows, inner.columns);
  for (let b = 0; b < signal.columns; b++) {
    const block = (m: ComplexMatrix): ComplexMatrix => ({
      rows: n,
      columns: weights.columns,
      re: m.re.subarray(b * width, (b + 1) * width),
      im: m.im.subarray(b * width, (b + 1) * width),
    });
    gemm('NN', receiveCorrelation, block(mixed), block(turned));
  }
  gemm('HN', inner, turned, output, power, 1);
}

/** P(statistic > threshold) for a sum of independent exponentials of these means. */
export function alarmProbability(means: ArrayLike<number>, threshold: number): number {
  return exponentialSumUpperTail(means, threshold);
}

/**
 * Alarm probability of a fused inspection: receive APs are independent, so the means of all reports used are laid together; the
 * threshold is the one for their Σ r.
 *
 * @param means  per receive AP whose report was used, its rank means.
 * @returns null when Σ r = 0 (`unobserved`).
 */
export function fusedAlarmProbability(
  means: readonly ArrayLike<number>[],
  falseAlarmProbability: number,
): number | null {
  const all = means.flatMap((local) => Array.from(local));
  return all.length === 0 ? null : alarmProbability(all, detectionThreshold(all.length, falseAlarmProbability));
}

/**
 * Exact detection probability over α ~ CN(0, R) for a receiver designed with the true Ψ: means 1 + v_i, v_i the eigenvalues of
 * WᴴD R DᴴW.
 *
 * @param echo  D at the true position, N τ × T.
 */
export function detectionProbability(
  weights: ComplexMatrix,
  echo: ComplexMatrix,
  rcsCovariance: ComplexMatrix,
  threshold: number,
): number {
  const output = createComplexMatrix(weights.columns, weights.columns);
  addEchoPower(output, weights, echo, rcsCovariance);
  return alarmProbability(
    meansOf(output).map((v) => 1 + v),
    threshold,
  );
}

/**
 * H₁ with fixed reflectivities: 2 · statistic ~ χ'²(2r, 2‖WᴴDα‖²), ‖WᴴDα‖² = αᴴCᴴgram⁺Cα with C = D̂ᴴΨ⁻¹D (model.md §4).
 *
 * @param echo  D at the true position. @param reflectivities  α, T × 1.
 */
export function fixedEchoDetectionProbability(
  weights: ComplexMatrix,
  echo: ComplexMatrix,
  reflectivities: ComplexMatrix,
  threshold: number,
): number {
  const response = squareFromTall(weights, echo);
  const output = createComplexMatrix(response.rows, 1);
  gemm('NN', response, reflectivities, output);
  let energy = 0;
  for (let i = 0; i < output.rows; i++) energy += output.re[i] ** 2 + output.im[i] ** 2;
  return noncentralChiSquareUpperTail(2 * weights.columns, 2 * energy, 2 * threshold);
}
