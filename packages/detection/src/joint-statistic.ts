import { type ComplexMatrix, createComplexMatrix, eigenHermitian, gemm, herk } from '@vedetta/numerics';
import { findDirections } from './column-directions.ts';
import { reducedWeights } from './compute-statistic.ts';
import { type PreparedCase, prepareCase } from './prepared-case.ts';
import { computeReducedStatistic, type ReducedTest, setObservationCorner } from './reduced-test.ts';
import type { GlrtCase, LocalStatistic } from './types.ts';
import { takeColumns } from './unit-columns.ts';

/** Below this a direction of D_l lies inside the span of the interferers to working precision. */
const INSIDE = 1e-14;

export interface JointReceiver extends LocalStatistic {
  /** N τ × rank; statistic = ‖weightsᴴ y‖². */
  readonly weights: ComplexMatrix;
}

/**
 * `joint-glrt`: the GLRT of one range cell beside other targets whose reflectivities are unknown too, (39) without the decoupling of
 * (42), which is no identity: ‖y − Σ D_l α_l‖² has cross terms (model.md §4). The whitened interferers D_o are projected out of D_l (orthonormalised twice):
 *
 *   H₀: y = D_o α_o + g + z      H₁: y = D_l α_l + D_o α_o + g + z
 *   T(y) = ‖P y‖², P onto span[D_l D_o] without span D_o;   r_joint = rank[D_l D_o] − rank D_o
 *
 * Under H₀, T ~ Gamma(r_joint, 1) at any strength of the interferers as long as their echoes lie in span D_o.
 *
 * @param interferers  D_o of each other target, N τ × any number of columns.
 * @returns statistic 0 and rank 0 where the interferers cover every echo of the cell.
 * @throws as `computeStatistic`.
 */
export function computeJointStatistic(glrtCase: GlrtCase, interferers: readonly ComplexMatrix[]): LocalStatistic {
  const { statistic, rank } = designJointReceiver(glrtCase, interferers);
  return { statistic, rank };
}

/** As `computeJointStatistic`, keeping the receiver. @throws as `computeStatistic`. */
export function designJointReceiver(glrtCase: GlrtCase, interferers: readonly ComplexMatrix[]): JointReceiver {
  return jointReceiverOf(
    prepareCase(glrtCase, interferers),
    interferers.reduce((sum, { columns }) => sum + columns, 0),
  );
}

/** @param others  how many of the leading columns are those of interferers, D_o. */
export function jointReceiverOf(prepared: PreparedCase, others: number): JointReceiver {
  const { test, covariance } = prepared;
  const rank = selectJointDirections(test, others);
  const statistic = computeReducedStatistic(test, covariance, rank);
  return { statistic, rank, weights: prepared.lift(reducedWeights(test, rank, 1 / prepared.unit)) };
}

/**
 * Directions of the trailing columns of a whitened test that its leading ones, D_o, leave; their coefficients stay in the test.
 *
 * @returns r_joint = rank[D_l D_o] − rank D_o.
 */
export function selectJointDirections(test: ReducedTest, others: number): number {
  const { coefficients, whitenedGram, directions, columns, size } = test;
  const all = findDirections(whitenedGram, columns, coefficients, directions);
  const covered = findDirections(whitenedGram, others, coefficients, directions);
  const rank = all - covered; // (39)
  if (rank <= 0) return 0;
  const whitened = takeColumns(test.whitened, 0, columns);
  const basis = { map: takeColumns(coefficients, 0, covered, columns), image: createComplexMatrix(size, covered) };
  clearRows(basis.map, others);
  gemm('NN', whitened, basis.map, basis.image);
  orthonormalise(basis);
  orthonormalise(basis);
  const cell = unitColumns(whitened, others, test.whitenedGram);
  removeSpan(cell, basis);
  removeSpan(cell, basis);
  const kept = keepStrongest(cell, rank, coefficients);
  setObservationCorner(test);
  return kept;
}

/** Columns `image` = V `map` of the whitened columns V; both are changed alike. */
interface Combination {
  readonly map: ComplexMatrix;
  readonly image: ComplexMatrix;
}

function clearRows(m: ComplexMatrix, first: number): void {
  m.re.fill(0, first * m.columns);
  m.im.fill(0, first * m.columns);
}

/** The cell's own columns at unit whitened norm. */
function unitColumns(whitened: ComplexMatrix, first: number, gram: ComplexMatrix): Combination {
  const count = whitened.columns - first;
  const map = createComplexMatrix(whitened.columns, count);
  for (let c = 0; c < count; c++) {
    const power = gram.re[(first + c) * gram.columns + first + c];
    map.re[(first + c) * count + c] = power > 0 ? 1 / Math.sqrt(power) : 0;
  }
  const image = createComplexMatrix(whitened.rows, count);
  gemm('NN', whitened, map, image);
  return { map, image };
}

/** Gram–Schmidt over the columns, in order. */
function orthonormalise({ map, image }: Combination): void {
  for (let c = 0; c < image.columns; c++) {
    for (let k = 0; k < c; k++) {
      const [re, im] = inner(image, k, c);
      subtractColumn(image, k, c, re, im);
      subtractColumn(map, k, c, re, im);
    }
    const scale = 1 / Math.sqrt(inner(image, c, c)[0]);
    scaleColumn(image, c, scale);
    scaleColumn(map, c, scale);
  }
}

function removeSpan(cell: Combination, basis: Combination): void {
  const overlap = createComplexMatrix(basis.image.columns, cell.image.columns);
  gemm('HN', basis.image, cell.image, overlap);
  gemm('NN', basis.image, overlap, cell.image, -1, 1);
  gemm('NN', basis.map, overlap, cell.map, -1, 1);
}

/** The `rank` strongest orthonormal directions of what is left of the cell, as coefficients of the whitened columns. */
function keepStrongest(cell: Combination, rank: number, coefficients: ComplexMatrix): number {
  const count = cell.image.columns;
  const gram = createComplexMatrix(count, count);
  herk('H', cell.image, gram);
  const { values, vectors } = eigenHermitian(gram);
  coefficients.re.fill(0);
  coefficients.im.fill(0);
  let kept = 0;
  for (let e = count - 1; kept < rank && e >= 0 && values[e] > INSIDE; e--, kept++) {
    const weight = 1 / Math.sqrt(values[e]);
    for (let i = 0; i < cell.map.rows; i++) {
      let sr = 0;
      let si = 0;
      for (let c = 0; c < count; c++) {
        const ar = cell.map.re[i * count + c];
        const ai = cell.map.im[i * count + c];
        const br = vectors.re[c * count + e];
        const bi = vectors.im[c * count + e];
        sr += ar * br - ai * bi;
        si += ar * bi + ai * br;
      }
      coefficients.re[i * coefficients.columns + kept] = weight * sr;
      coefficients.im[i * coefficients.columns + kept] = weight * si;
    }
  }
  return kept;
}

/** a_kᴴ a_c. */
function inner(a: ComplexMatrix, k: number, c: number): [re: number, im: number] {
  let re = 0;
  let im = 0;
  for (let i = 0; i < a.rows; i++) {
    const row = i * a.columns;
    re += a.re[row + k] * a.re[row + c] + a.im[row + k] * a.im[row + c];
    im += a.re[row + k] * a.im[row + c] - a.im[row + k] * a.re[row + c];
  }
  return [re, im];
}

/** a_c ← a_c − (re + j im) a_k. */
function subtractColumn(a: ComplexMatrix, k: number, c: number, re: number, im: number): void {
  for (let i = 0; i < a.rows; i++) {
    const row = i * a.columns;
    a.re[row + c] -= re * a.re[row + k] - im * a.im[row + k];
    a.im[row + c] -= re * a.im[row + k] + im * a.re[row + k];
  }
}

function scaleColumn(a: ComplexMatrix, c: number, scale: number): void {
  for (let at = c; at < a.re.length; at += a.columns) {
    a.re[at] *= scale;
    a.im[at] *= scale;
  }
}
