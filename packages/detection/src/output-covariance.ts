import { type ComplexMatrix, createComplexMatrix, gemm, hermitianEigenvalues } from '@vedetta/numerics';

/** WᴴX, rank × rank. */
export function squareFromTall(weights: ComplexMatrix, x: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(weights.columns, x.columns);
  gemm('HN', weights, x, out);
  return out;
}

/** output ← output + A R Aᴴ with A = WᴴD: what echoes of covariance R add to the outputs. */
export function addEchoPower(
  output: ComplexMatrix,
  weights: ComplexMatrix,
  echo: ComplexMatrix,
  rcsCovariance: ComplexMatrix,
): void {
  const response = squareFromTall(weights, echo);
  const turned = createComplexMatrix(response.rows, response.columns);
  gemm('NN', response, rcsCovariance, turned);
  gemm('NH', turned, response, output, 1, 1);
}

/** Eigenvalues of a positive semidefinite output covariance, ascending, round-off below zero clipped. */
export function meansOf(output: ComplexMatrix): Float64Array {
  const values = hermitianEigenvalues(output);
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
  return values;
}
