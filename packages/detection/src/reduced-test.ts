import { type ComplexMatrix, createComplexMatrix, gemm, herk } from '@vedetta/numerics';
import { createDirectionScratch, type DirectionScratch, findDirections } from './column-directions.ts';
import { tryCholesky } from './small-cholesky.ts';

/** L with L Lᴴ = Ψ, wherever it lies. */
export interface CovarianceFactor {
  /** B ← L⁻¹ B. */
  solveLowerInPlace(b: ComplexMatrix): void;
  /** B ← L⁻ᴴ B. */
  solveLowerHermitianInPlace(b: ComplexMatrix): void;
}

/** Ψ in the coordinates of a `ReducedTest`: its factor and its product. */
export interface CovarianceOperator {
  /** null: Ψ is the identity. */
  readonly factor: CovarianceFactor | null;
  /** out ← out − Ψ X. */
  subtract(x: ComplexMatrix, out: ComplexMatrix): void;
}

/**
 * Memory of one generalised likelihood ratio test of `size` dimensions and `columns` echo columns. `raw` = [D | y] is filled by the
 * caller; everything else is scratch and result. Reused call after call.
 */
export interface ReducedTest {
  readonly size: number;
  readonly columns: number;
  /** [D | y], size × (columns + 1). */
  readonly raw: ComplexMatrix;
  /** L⁻¹ [D | y]. */
  readonly whitened: ComplexMatrix;
  /** VᴴV of the whitened columns, lower triangle; (columns + 1)². */
  readonly whitenedGram: ComplexMatrix;
  /** C of the kept directions in its first rank columns, 1 in the corner of y; (columns + 1)². */
  readonly coefficients: ComplexMatrix;
  /** [D C | y]. */
  readonly design: ComplexMatrix;
  /** Ψ⁻¹ [D C | y] before refinement. */
  readonly solved: ComplexMatrix;
  readonly residual: ComplexMatrix;
  /** Refined [D C | y]ᴴ Ψ⁻¹ [D C | y]; after `computeReducedStatistic` its leading block holds the Cholesky factor. */
  readonly gram: ComplexMatrix;
  /** Output of the kept directions, unit covariance; statistic = ‖output‖². */
  readonly outputRe: Float64Array;
  readonly outputIm: Float64Array;
  readonly directions: DirectionScratch;
}

export function createReducedTest(size: number, columns: number): ReducedTest {
  const wide = columns + 1;
  const tall = () => createComplexMatrix(size, wide);
  const square = () => createComplexMatrix(wide, wide);
  return {
    size,
    columns,
    raw: tall(),
    whitened: tall(),
    whitenedGram: square(),
    coefficients: square(),
    design: tall(),
    solved: tall(),
    residual: tall(),
    gram: square(),
    outputRe: new Float64Array(columns),
    outputIm: new Float64Array(columns),
    directions: createDirectionScratch(columns),
  };
}

/** Whitens [D | y] by forward substitution and takes the gram matrix of the result. */
export function whiten(test: ReducedTest, covariance: CovarianceOperator): void {
  test.whitened.re.set(test.raw.re);
  test.whitened.im.set(test.raw.im);
  covariance.factor?.solveLowerInPlace(test.whitened);
  herk('H', test.whitened, test.whitenedGram);
}

/** Rank rule of model.md §4 on all columns of D; leaves the coefficients of the kept directions. */
export function selectDirections(test: ReducedTest): number {
  const { coefficients, columns } = test;
  const rank = findDirections(test.whitenedGram, columns, coefficients, test.directions);
  setObservationCorner(test);
  return rank;
}

/** The column of y passes through the coefficients unchanged. */
export function setObservationCorner(test: ReducedTest): void {
  const { coefficients, columns } = test;
  const wide = columns + 1;
  for (let c = 0; c < columns; c++) {
    coefficients.re[c * wide + columns] = 0;
    coefficients.im[c * wide + columns] = 0;
  }
  coefficients.re.fill(0, columns * wide);
  coefficients.im.fill(0, columns * wide);
  coefficients.re[columns * wide + columns] = 1;
}

/**
 * Statistic zᴴ gram⁻¹ z over the selected directions, after one refinement step X += Ψ⁻¹(B − ΨX) (model.md §3) that is taken where it
 * is used: BᴴX + Xᴴ(B − ΨX) needs no further solve.
 *
 * @param rank  number of selected directions, the leading columns of `coefficients`.
 * @returns statistic ≥ 0, exactly 0 at rank 0.
 */
export function computeReducedStatistic(test: ReducedTest, covariance: CovarianceOperator, rank: number): number {
  if (rank === 0) return 0;
  const { raw, whitened, coefficients, design, solved, residual, gram, outputRe, outputIm } = test;
  const wide = test.columns + 1;
  gemm('NN', raw, coefficients, design);
  gemm('NN', whitened, coefficients, solved);
  covariance.factor?.solveLowerHermitianInPlace(solved);
  residual.re.set(design.re);
  residual.im.set(design.im);
  covariance.subtract(solved, residual);
  gemm('HN', design, solved, gram);
  gemm('HN', solved, residual, gram, 1, 1);
  for (let c = 0; c < rank; c++) {
    outputRe[c] = gram.re[c * wide + test.columns];
    outputIm[c] = gram.im[c * wide + test.columns];
  }
  if (!tryCholesky(gram.re, gram.im, rank, wide)) return unrefined(test, rank);
  let statistic = 0;
  for (let i = 0; i < rank; i++) {
    let sr = outputRe[i];
    let si = outputIm[i];
    for (let k = 0; k < i; k++) {
      const lr = gram.re[i * wide + k];
      const li = gram.im[i * wide + k];
      sr -= lr * outputRe[k] - li * outputIm[k];
      si -= lr * outputIm[k] + li * outputRe[k];
    }
    const pivot = gram.re[i * wide + i];
    outputRe[i] = sr / pivot;
    outputIm[i] = si / pivot;
    statistic += outputRe[i] ** 2 + outputIm[i] ** 2; // (35)
  }
  return Number.isFinite(statistic) ? statistic : unrefined(test, rank);
}

/** ‖Uᴴ L⁻¹y‖² as it stands: for condition numbers beyond 10¹⁵, where a refinement step no longer contracts. */
function unrefined(test: ReducedTest, rank: number): number {
  const { coefficients, whitened, gram, outputRe, outputIm, columns } = test;
  const wide = columns + 1;
  gemm('NN', whitened, coefficients, test.design);
  gemm('HN', test.design, test.design, gram);
  let statistic = 0;
  for (let c = 0; c < rank; c++) {
    outputRe[c] = gram.re[c * wide + columns];
    outputIm[c] = gram.im[c * wide + columns];
    statistic += outputRe[c] ** 2 + outputIm[c] ** 2;
    for (let k = 0; k <= c; k++) {
      gram.re[c * wide + k] = k === c ? 1 : 0;
      gram.im[c * wide + k] = 0;
    }
  }
  return statistic;
}
