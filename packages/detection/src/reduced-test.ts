import { type ComplexMatrix, createComplexMatrix, gemm, herk } from '@vedetta/numerics';
import { createDirectionScratch, type DirectionScratch, findDirections } from './column-directions.ts';
import { tryCholesky } from './small-cholesky.ts';
import { NOTHING_OBSERVED, outputEnergy } from './sufficient-statistic.ts';
import type { SufficientStatistic } from './types.ts';

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
  /** Refined [D C | y]ᴴ Ψ⁻¹ [D C | y], the last column z. */
  readonly gram: ComplexMatrix;
  /** Cholesky factor of its leading block, in the lower triangle. */
  readonly gramFactor: ComplexMatrix;
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
    gramFactor: square(),
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
 * is used: BᴴX + Xᴴ(B − ΨX) needs no further solve. For condition numbers beyond 10¹⁵ a step no longer contracts: then ‖Uᴴ L⁻¹y‖² as it
 * stands.
 *
 * @param rank  number of selected directions, the leading columns of `coefficients`.
 * @returns statistic ≥ 0, exactly 0 at rank 0; not finite for an observation that is not.
 */
export function computeReducedStatistic(test: ReducedTest, covariance: CovarianceOperator, rank: number): number {
  if (rank === 0) return 0;
  refine(test, covariance);
  const refined = evaluateGram(test, rank);
  if (Number.isFinite(refined)) return refined;
  withoutRefinement(test);
  const plain = evaluateGram(test, rank);
  if (!Number.isNaN(plain)) return plain;
  setIdentity(test.gram, rank);
  return evaluateGram(test, rank);
}

/** z and gram as `computeReducedStatistic` left them: new memory, r² + 2 r reals. */
export function sufficientOf({ gram, columns }: ReducedTest, rank: number): SufficientStatistic {
  if (rank === 0) return NOTHING_OBSERVED;
  const wide = columns + 1;
  const zRe = new Float64Array(rank);
  const zIm = new Float64Array(rank);
  const packed = new Float64Array(rank * rank);
  for (let i = 0, put = 0; i < rank; i++) {
    const row = i * wide;
    for (let j = 0; j < i; j++) {
      packed[put++] = gram.re[row + j];
      packed[put++] = gram.im[row + j];
    }
    packed[put++] = gram.re[row + i];
    zRe[i] = gram.re[row + columns];
    zIm[i] = gram.im[row + columns];
  }
  return { rank, zRe, zIm, gram: packed };
}

function refine(test: ReducedTest, covariance: CovarianceOperator): void {
  const { raw, whitened, coefficients, design, solved, residual, gram } = test;
  gemm('NN', raw, coefficients, design);
  gemm('NN', whitened, coefficients, solved);
  covariance.factor?.solveLowerHermitianInPlace(solved);
  residual.re.set(design.re);
  residual.im.set(design.im);
  covariance.subtract(solved, residual);
  gemm('HN', design, solved, gram);
  gemm('HN', solved, residual, gram, 1, 1);
}

/** z and gram of the whitened columns and observation. */
function withoutRefinement({ whitened, coefficients, design, gram }: ReducedTest): void {
  gemm('NN', whitened, coefficients, design);
  gemm('HN', design, design, gram);
}

/** Factors gram and takes the output L⁻¹z; NaN where gram is not positive definite. */
function evaluateGram(test: ReducedTest, rank: number): number {
  const { gram, gramFactor, outputRe, outputIm, columns } = test;
  const wide = columns + 1;
  gramFactor.re.set(gram.re);
  gramFactor.im.set(gram.im);
  for (let c = 0; c < rank; c++) {
    outputRe[c] = gram.re[c * wide + columns];
    outputIm[c] = gram.im[c * wide + columns];
  }
  if (!tryCholesky(gramFactor.re, gramFactor.im, rank, wide)) return Number.NaN;
  return outputEnergy(gramFactor.re, gramFactor.im, rank, wide, outputRe, outputIm);
}

/** Orthonormal directions whose products are lost in rounding. */
function setIdentity({ re, im, columns }: ComplexMatrix, rank: number): void {
  for (let i = 0; i < rank; i++)
    for (let j = 0; j <= i; j++) {
      re[i * columns + j] = i === j ? 1 : 0;
      im[i * columns + j] = 0;
    }
}
