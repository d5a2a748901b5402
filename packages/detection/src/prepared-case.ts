import {
  type ComplexMatrix,
  choleskyInPlace,
  createComplexMatrix,
  gemm,
  herk,
  kroneckerSum,
  NotPositiveDefiniteError,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from '@vedetta/numerics';
import { remember } from './bank-rooms.ts';
import { checkCase } from './check-case.ts';
import { SingularCovarianceError } from './errors.ts';
import { viewAs } from './matrix-view.ts';
import {
  type ClutterScratch,
  covarianceSum,
  createClutterScratch,
  mixTerm,
  type ProjectedClutter,
  staircaseOf,
  subtractCovariance,
} from './projected-clutter.ts';
import {
  type CovarianceFactor,
  type CovarianceOperator,
  createReducedTest,
  type ReducedTest,
  whiten,
} from './reduced-test.ts';
import { liftFrom, projectOnto, TimeBasisMemory } from './time-basis.ts';
import type { GlrtCase, StructuredCovariance } from './types.ts';
import { pickColumns, placeColumns, takeColumns, unitColumns } from './unit-columns.ts';

/** A case brought into the coordinates in which it is solved: projected for a structured covariance, all of it for a dense one. */
export interface PreparedCase {
  readonly test: ReducedTest;
  readonly covariance: CovarianceOperator;
  /** Unit of the scaled coordinates, √W: y and D enter as y/unit and D·columnScale. */
  readonly unit: number;
  /** 1/‖D_c‖; 0 for a zero column. */
  readonly columnScale: Float64Array;
  /** Back to N τ dimensions, c columns. */
  lift(x: ComplexMatrix): ComplexMatrix;
}

/**
 * Prepares a case with the columns [D_others… D]: checks sizes, projects, factors Ψ, whitens.
 *
 * @throws {DetectionError} for sizes that disagree or numbers that are not finite.
 * @throws {SingularCovarianceError} if Ψ has no Cholesky factor.
 */
export function prepareCase(glrtCase: GlrtCase, others: readonly ComplexMatrix[] = []): PreparedCase {
  checkCase(glrtCase, others);
  const { covariance } = glrtCase;
  const { columns: echo, scale } = unitColumns([...others, glrtCase.echo]);
  const prepared =
    'dense' in covariance
      ? prepareDense(covariance.dense, echo, glrtCase.observation)
      : prepareStructured(covariance, echo, glrtCase.observation);
  whiten(prepared.test, prepared.covariance);
  return { ...prepared, columnScale: scale };
}

/**
 * Some columns of a prepared case, in an order of their own: another test under the same factor of Ψ, nothing solved anew.
 *
 * @param columns  indexes into the columns of `prepared`.
 */
export function preparedColumns(prepared: PreparedCase, columns: readonly number[]): PreparedCase {
  const { test: from, columnScale } = prepared;
  const test = createReducedTest(from.size, columns.length);
  const withObservation = [...columns, from.columns];
  pickColumns(from.raw, withObservation, test.raw);
  pickColumns(from.whitened, withObservation, test.whitened);
  herk('H', test.whitened, test.whitenedGram);
  return { ...prepared, test, columnScale: Float64Array.from(columns, (c) => columnScale[c]) };
}

type Prepared = Omit<PreparedCase, 'columnScale'>;

function prepareDense(dense: ComplexMatrix, echo: ComplexMatrix, observation: ComplexMatrix): Prepared {
  const n = dense.rows;
  let trace = 0;
  for (let i = 0; i < n; i++) trace += dense.re[i * n + i];
  const unit = Math.sqrt(trace / n);
  if (!(unit > 0)) throw new SingularCovarianceError(0);
  const scaled = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      scaled.re[i * n + j] = (dense.re[i * n + j] + dense.re[j * n + i]) / (2 * unit * unit);
      scaled.im[i * n + j] = (dense.im[i * n + j] - dense.im[j * n + i]) / (2 * unit * unit);
    }
  const factor = factorOf({ ...scaled, re: scaled.re.slice(), im: scaled.im.slice() });
  const test = createReducedTest(n, echo.columns);
  fillRaw(test, echo, observation, unit);
  return {
    test,
    unit,
    covariance: { factor, subtract: (x, out) => gemm('NN', scaled, x, out, -1, 1) },
    lift: (x) => x,
  };
}

function prepareStructured(
  covariance: StructuredCovariance,
  echo: ComplexMatrix,
  observation: ComplexMatrix,
): Prepared {
  const terms = covariance.terms.filter((term) => term.power > 0);
  const antennaCount = covariance.terms[0]?.receiveCorrelation.rows ?? 1;
  const sampleCount = echo.rows / antennaCount;
  const offsets = [0];
  for (const term of terms) offsets.push(offsets.at(-1)! + term.signal.columns);
  const total = offsets.at(-1)!;
  const width = antennaCount * echo.columns;
  const profiles = createComplexMatrix(sampleCount, total + width);
  terms.forEach(({ signal }, m) => {
    placeColumns(signal, profiles, offsets[m]);
  });
  placeColumns(viewAs(echo, sampleCount, width), profiles, total);
  const basis = new TimeBasisMemory(sampleCount, profiles.columns).basisOf(profiles);
  const q = basis.hermitian.rows;
  const unit = Math.sqrt(covariance.noiseVariance);
  const test = createReducedTest(q * antennaCount, echo.columns);
  const projected = createComplexMatrix(test.size, 1);
  projectOnto(basis, observation, projected);
  fillRaw(test, viewAs(takeColumns(basis.coordinates, total, width), test.size, echo.columns), projected, unit);
  const lift = (x: ComplexMatrix): ComplexMatrix => {
    const out = createComplexMatrix(echo.rows, x.columns);
    liftFrom(basis, x, out);
    return out;
  };
  const signal = takeColumns(basis.coordinates, 0, total);
  const clutter: ProjectedClutter = {
    antennaCount,
    offsets,
    starts: staircaseOf(signal, offsets),
    signal,
    mixed: createComplexMatrix(q, total),
    receive: terms.map((term) => term.receiveCorrelation),
  };
  terms.forEach((term, m) => {
    mixTerm(clutter.signal, clutter.mixed, offsets[m], term.power / covariance.noiseVariance, term.transmitCorrelation);
  });
  const scratches = new Map<number, ClutterScratch>();
  const subtract = (x: ComplexMatrix, out: ComplexMatrix) => {
    const scratch = remember(scratches, x.columns, () => createClutterScratch(total, antennaCount * x.columns));
    subtractCovariance(clutter, x, out, scratch);
  };
  if (terms.length === 0) return { test, unit, covariance: { factor: null, subtract }, lift };
  const assembled = createComplexMatrix(test.size, test.size);
  kroneckerSum(covarianceSum(clutter), assembled);
  return { test, unit, covariance: { factor: factorOf(assembled), subtract }, lift };
}

/** Cholesky factor of a matrix, in its place. */
function factorOf(matrix: ComplexMatrix): CovarianceFactor {
  asSingular(() => choleskyInPlace(matrix));
  return {
    solveLowerInPlace: (b) => solveLowerInPlace(matrix, b),
    solveLowerHermitianInPlace: (b) => solveLowerHermitianInPlace(matrix, b),
  };
}

/** A failed pivot as an error of this package. */
export function asSingular(factor: () => void): void {
  try {
    factor();
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError) throw new SingularCovarianceError(error.row);
    throw error;
  }
}

/** [D | y/unit]. */
function fillRaw(test: ReducedTest, echo: ComplexMatrix, observation: ComplexMatrix, unit: number): void {
  placeColumns(echo, test.raw, 0);
  const { raw, columns } = test;
  for (let i = 0; i < test.size; i++) {
    raw.re[i * raw.columns + columns] = observation.re[i] / unit;
    raw.im[i * raw.columns + columns] = observation.im[i] / unit;
  }
}
