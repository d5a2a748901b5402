import type { ComplexMatrix } from '@vedetta/numerics';
import { DetectionError } from './errors.ts';
import type { ClutterTerm, GlrtCase } from './types.ts';

/**
 * Refuses a case whose sizes disagree or whose numbers no computation can use; nothing is computed before.
 *
 * @throws {DetectionError} naming the first offending argument.
 */
export function checkCase(glrtCase: GlrtCase, others: readonly ComplexMatrix[]): void {
  const { echo, observation, covariance } = glrtCase;
  requireFinite('echo', echo);
  requireFinite('observation', observation);
  if (observation.rows !== echo.rows || observation.columns !== 1)
    throw new DetectionError(
      'observation',
      `must be ${echo.rows} × 1, is ${observation.rows} × ${observation.columns}`,
    );
  others.forEach((other, i) => {
    requireFinite(`interferers[${i}]`, other);
    if (other.rows !== echo.rows)
      throw new DetectionError(`interferers[${i}]`, `must have ${echo.rows} rows, has ${other.rows}`);
  });
  if ('dense' in covariance) {
    requireFinite('covariance.dense', covariance.dense);
    if (covariance.dense.rows !== echo.rows || covariance.dense.columns !== echo.rows)
      throw new DetectionError('covariance.dense', `must be ${echo.rows} × ${echo.rows}`);
    return;
  }
  if (!(covariance.noiseVariance > 0 && covariance.noiseVariance < Infinity))
    throw new DetectionError('covariance.noiseVariance', `must be above 0, is ${covariance.noiseVariance}`);
  const antennas = covariance.terms[0]?.receiveCorrelation.rows ?? 1;
  covariance.terms.forEach((term, m) => {
    checkTerm(`covariance.terms[${m}]`, term, antennas, echo.rows);
  });
}

function checkTerm(name: string, term: ClutterTerm, antennas: number, rows: number): void {
  const { power, signal, transmitCorrelation, receiveCorrelation } = term;
  if (!(power >= 0 && power < Infinity)) throw new DetectionError(`${name}.power`, `must be at least 0, is ${power}`);
  requireFinite(`${name}.signal`, signal);
  requireFinite(`${name}.transmitCorrelation`, transmitCorrelation);
  requireFinite(`${name}.receiveCorrelation`, receiveCorrelation);
  requireSquare(`${name}.receiveCorrelation`, receiveCorrelation, antennas);
  requireSquare(`${name}.transmitCorrelation`, transmitCorrelation, signal.columns);
  if (signal.rows * antennas !== rows)
    throw new DetectionError(`${name}.signal`, `${signal.rows} samples of ${antennas} antennas are not ${rows} rows`);
}

function requireSquare(name: string, m: ComplexMatrix, size: number): void {
  if (m.rows !== size || m.columns !== size)
    throw new DetectionError(name, `must be ${size} × ${size}, is ${m.rows} × ${m.columns}`);
}

/** @throws {DetectionError} naming the first entry that is not finite. */
export function requireFinite(name: string, m: ComplexMatrix): void {
  for (let i = 0; i < m.re.length; i++)
    if (!Number.isFinite(m.re[i]) || !Number.isFinite(m.im[i]))
      throw new DetectionError(name, `entry ${Math.floor(i / m.columns)}, ${i % m.columns} is not finite`);
}
