import { type ComplexMatrix, createComplexMatrix, eigenHermitian } from '@vedetta/numerics';
import { invertLowerHermitian, tryCholesky } from './small-cholesky.ts';

/** Eigenvalues of the unit-diagonal gram matrix above this share of the largest count as rank (model.md §4). */
export const RANK_TOLERANCE = 1e-9;
/** Below this tr(gram⁻¹) of the unit-diagonal gram the columns themselves are good directions. */
const WELL_APART = 1e3;
/** Below this tr(gram⁻¹) no eigenvalue can be near the rank limit, and the Cholesky factor alone gives the directions. */
const PLAINLY_REGULAR = 1e6;

/** Caller-owned memory of `findDirections` for at most `columns` columns. */
export interface DirectionScratch {
  readonly active: Int32Array;
  readonly scale: Float64Array;
  readonly lowerRe: Float64Array;
  readonly lowerIm: Float64Array;
  readonly inverseRe: Float64Array;
  readonly inverseIm: Float64Array;
}

export function createDirectionScratch(columns: number): DirectionScratch {
  const square = columns * columns;
  return {
    active: new Int32Array(columns),
    scale: new Float64Array(columns),
    lowerRe: new Float64Array(square),
    lowerIm: new Float64Array(square),
    inverseRe: new Float64Array(square),
    inverseIm: new Float64Array(square),
  };
}

/**
 * Rank of whitened columns V and coefficients C such that V C spans what counts of V: the columns at unit norm where they are well
 * apart, tr(gram⁻¹) < 1e3 at unit diagonal, orthonormal ones (to rounding) otherwise.
 * Columns are scaled to unit norm first, zero columns removed; eigenvalues of the unit-diagonal gram above 1e-9 × the largest
 * are kept (model.md §4). The scale of a column therefore has no influence.
 *
 * @param gram  VᴴV in its leading `columns` rows; the lower triangle is read.
 * @param coefficients  at least columns × columns; its leading block is overwritten, rank columns first, zeros behind.
 * @returns rank.
 */
export function findDirections(
  gram: ComplexMatrix,
  columns: number,
  coefficients: ComplexMatrix,
  scratch: DirectionScratch,
): number {
  const { active, scale, lowerRe, lowerIm, inverseRe, inverseIm } = scratch;
  const stride = coefficients.columns;
  for (let c = 0; c < columns; c++) {
    coefficients.re.fill(0, c * stride, c * stride + columns);
    coefficients.im.fill(0, c * stride, c * stride + columns);
  }
  let count = 0;
  for (let c = 0; c < columns; c++) {
    const power = gram.re[c * gram.columns + c];
    if (!(power > 0)) continue;
    active[count] = c;
    scale[count++] = 1 / Math.sqrt(power);
  }
  if (count === 0) return 0;
  fillUnitGram(gram, count, scratch);
  const nearness = tryCholesky(lowerRe, lowerIm, count, count)
    ? invertLowerHermitian(lowerRe, lowerIm, count, count, inverseRe, inverseIm)
    : Infinity;
  if (nearness < WELL_APART) {
    for (let i = 0; i < count; i++) coefficients.re[active[i] * stride + i] = scale[i];
    return count;
  }
  if (nearness < PLAINLY_REGULAR) {
    for (let i = 0; i < count; i++)
      for (let j = i; j < count; j++) {
        const at = active[i] * stride + j;
        coefficients.re[at] = scale[i] * inverseRe[i * count + j];
        coefficients.im[at] = scale[i] * inverseIm[i * count + j];
      }
    return count;
  }
  fillUnitGram(gram, count, scratch);
  return keepLargeEigenvalues(count, coefficients, scratch);
}

/** Lower triangle of the gram matrix of the active columns at unit norm; rows of length `count`. */
function fillUnitGram(gram: ComplexMatrix, count: number, scratch: DirectionScratch): void {
  const { active, scale, lowerRe, lowerIm } = scratch;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const at = active[i] * gram.columns + active[j];
      lowerRe[i * count + j] = scale[i] * scale[j] * gram.re[at];
      lowerIm[i * count + j] = scale[i] * scale[j] * gram.im[at];
    }
    lowerRe[i * count + i] = 1;
    lowerIm[i * count + i] = 0;
  }
}

/** The eigenvalue route, for dependent columns (users' streams shared by several APs); allocates a few small matrices. */
function keepLargeEigenvalues(count: number, coefficients: ComplexMatrix, scratch: DirectionScratch): number {
  const { active, scale, lowerRe, lowerIm } = scratch;
  const unit = createComplexMatrix(count, count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      unit.re[i * count + j] = lowerRe[i * count + j];
      unit.im[i * count + j] = lowerIm[i * count + j];
      unit.re[j * count + i] = unit.re[i * count + j];
      unit.im[j * count + i] = i === j ? 0 : -unit.im[i * count + j];
    }
  const { values, vectors } = eigenHermitian(unit);
  const limit = RANK_TOLERANCE * values[count - 1];
  let rank = 0;
  for (let e = count - 1; e >= 0 && values[e] > limit; e--, rank++) {
    const weight = 1 / Math.sqrt(values[e]);
    for (let i = 0; i < count; i++) {
      const at = active[i] * coefficients.columns + rank;
      coefficients.re[at] = scale[i] * weight * vectors.re[i * count + e];
      coefficients.im[at] = scale[i] * weight * vectors.im[i * count + e];
    }
  }
  return rank;
}
