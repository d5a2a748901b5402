import type { ClutterTerm, Covariance, GlrtCase } from '@vedetta/detection';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Problems } from '../problems.ts';
import { checkMatrix, readMatrix, readVector, requireCovariance, requireHermitian } from '../read-matrices.ts';
import { type Fields, kindOf, readArray, readNumber, readObject } from '../read-values.ts';

/** N τ rows beyond this are refused: minutes and gigabytes. */
const MOST_ROWS = 4096;
const MOST_COLUMNS = 512;

export interface GlrtInput {
  readonly glrtCase: GlrtCase;
  readonly falseAlarmProbability: number;
  readonly rcsCovariance: ComplexMatrix | null;
  readonly interferers: readonly ComplexMatrix[] | null;
}

/** Reads a `glrt` case; null when anything is wrong. */
export function readGlrt(fields: Fields, problems: Problems): GlrtInput | null {
  const echo = readMatrix(fields, '$', 'echo', { mostRows: MOST_ROWS, mostColumns: MOST_COLUMNS }, problems);
  const rows = echo?.rows;
  const observation = readVector(fields, '$', 'observation', rows, problems);
  const falseAlarmProbability = readNumber(fields, '$', 'falseAlarmProbability', { above: 0, below: 1 }, problems);
  const covariance = readCovariance(fields, rows, problems);
  const rcsCovariance = readSquare(fields, '$', 'rcsCovariance', echo?.columns, problems);
  const interferers = readInterferers(fields, rows, problems);
  if (!echo || !observation || falseAlarmProbability === null || !covariance || problems.any) return null;
  return { glrtCase: { echo, observation, covariance }, falseAlarmProbability, rcsCovariance, interferers };
}

function readCovariance(fields: Fields, rows: number | undefined, problems: Problems): Covariance | null {
  if (!Object.hasOwn(fields, 'covariance')) return null;
  const path = '$.covariance';
  const given = fields.covariance;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.add(path, `must be {dense} or {noiseVariance, terms}, is ${kindOf(given)}`);
    return null;
  }
  if (Object.hasOwn(given, 'dense')) {
    const parts = readObject(given, path, { required: ['dense'] }, problems);
    const dense = parts && readMatrix(parts, path, 'dense', { rows, columns: rows }, problems);
    if (!dense) return null;
    if (dense.rows !== dense.columns) {
      problems.add(`${path}.dense`, `must be square, is ${dense.rows} × ${dense.columns}`);
      return null;
    }
    return requireHermitian(dense, `${path}.dense`, problems) ? { dense } : null;
  }
  const parts = readObject(given, path, { required: ['noiseVariance', 'terms'] }, problems);
  if (!parts) return null;
  const noiseVariance = readNumber(parts, path, 'noiseVariance', { above: 0 }, problems);
  const list = readArray(parts, path, 'terms', problems);
  if (list && list.length > MOST_COLUMNS) problems.add(`${path}.terms`, `at most ${MOST_COLUMNS} terms`);
  if (!list || list.length > MOST_COLUMNS) return null;
  let antennas: number | undefined;
  const terms = list.map((item, m) => {
    const term = readTerm(item, `${path}.terms[${m}]`, rows, antennas, problems);
    antennas ??= term?.receiveCorrelation.rows;
    return term;
  });
  if (noiseVariance === null || !terms.every((term) => term !== null)) return null;
  return { noiseVariance, terms: terms as ClutterTerm[] };
}

function readTerm(
  value: unknown,
  path: string,
  rows: number | undefined,
  antennas: number | undefined,
  problems: Problems,
): ClutterTerm | null {
  const keys = ['power', 'signal', 'transmitCorrelation', 'receiveCorrelation'];
  const term = readObject(value, path, { required: keys }, problems);
  if (!term) return null;
  const power = readNumber(term, path, 'power', { least: 0 }, problems);
  const receiveCorrelation = readSquare(term, path, 'receiveCorrelation', antennas, problems);
  const samples = rows !== undefined && receiveCorrelation ? rows / receiveCorrelation.rows : undefined;
  if (samples !== undefined && !Number.isInteger(samples)) {
    problems.add(
      `${path}.receiveCorrelation`,
      `${receiveCorrelation?.rows} antennas do not divide ${rows} rows of echo`,
    );
    return null;
  }
  const signal = readMatrix(term, path, 'signal', { rows: samples, mostColumns: MOST_COLUMNS }, problems);
  const transmitCorrelation = readSquare(term, path, 'transmitCorrelation', signal?.columns, problems);
  if (power === null || !signal || !transmitCorrelation || !receiveCorrelation) return null;
  return { power, signal, transmitCorrelation, receiveCorrelation };
}

/** A square covariance of `size` (any when not yet known). */
function readSquare(
  fields: Fields,
  path: string,
  key: string,
  size: number | undefined,
  problems: Problems,
): ComplexMatrix | null {
  const shape = { rows: size, columns: size, mostRows: MOST_COLUMNS, mostColumns: MOST_COLUMNS };
  const matrix = readMatrix(fields, path, key, shape, problems);
  if (!matrix) return null;
  if (matrix.rows !== matrix.columns) {
    problems.add(`${path}.${key}`, `must be square, is ${matrix.rows} × ${matrix.columns}`);
    return null;
  }
  return requireCovariance(matrix, `${path}.${key}`, problems);
}

function readInterferers(fields: Fields, rows: number | undefined, problems: Problems): ComplexMatrix[] | null {
  const list = readArray(fields, '$', 'interferers', problems);
  const read = list?.map((item, i) =>
    checkMatrix(item, `$.interferers[${i}]`, { rows, mostRows: MOST_ROWS, mostColumns: MOST_COLUMNS }, problems),
  );
  return read?.every((m) => m !== null) ? (read as ComplexMatrix[]) : null;
}
