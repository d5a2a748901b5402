import type { LocalOutput, ReceiverBank } from '@vedetta/detection';
import { type ComplexMatrix, createComplexMatrix, gemm, hermitianEigenvalues, trace } from '@vedetta/numerics';
import type { SetUpCell } from './look.ts';

/**
 * The law of one cell's fused statistic in one realisation, for every σ_α² at once: what is random in it is α, the clutter and the noise;
 * the signals on air are given.
 */
export interface CellLaw {
  /** Σ r. */
  readonly rank: number;
  /** SCNR (36) at σ_α² = 1, linear; that of another σ_α² is so many times as large. 0 where nothing is observed. */
  readonly unitScnr: number;
  /** Means of the exponentials whose sum the statistic is; σ_α² = 0 is H₀. */
  means(variance: number): Float64Array;
}

/** @param bank  with the realisation's slot begun. */
export function cellLaw(bank: ReceiverBank, { inspection, scatterer, unitCovariance }: SetUpCell): CellLaw {
  const parts = inspection.receive
    .map((receiver) => bank.localOutput(inspection, receiver, scatterer))
    .filter(({ rank }) => rank > 0)
    .map((output) => partOf(output, unitCovariance));
  let rank = 0;
  let signal = 0;
  let disturbance = 0;
  for (const part of parts) {
    rank += part.disturbance.rows;
    signal += trace(part.echo).re;
    disturbance += trace(part.disturbance).re;
  }
  return {
    rank,
    unitScnr: disturbance > 0 ? signal / disturbance : 0, // (36)
    means(variance) {
      const means = new Float64Array(rank);
      let at = 0;
      for (const part of parts) {
        means.set(part.means(variance), at);
        at += part.disturbance.rows;
      }
      return means;
    },
  };
}

interface Part {
  readonly disturbance: ComplexMatrix;
  /** WᴴD R DᴴW at σ_α² = 1. */
  readonly echo: ComplexMatrix;
  means(variance: number): Float64Array;
}

function partOf({ disturbance, response }: LocalOutput, covariance: ComplexMatrix): Part {
  const turned = createComplexMatrix(response.rows, response.columns);
  gemm('NN', response, covariance, turned);
  const echo = createComplexMatrix(response.rows, response.rows);
  gemm('NH', turned, response, echo);
  const white = isIdentity(disturbance);
  let unitMeans: Float64Array | null = null;
  return {
    disturbance,
    echo,
    means(variance) {
      if (white) {
        unitMeans ??= hermitianEigenvalues(echo);
        return unitMeans.map((mean) => 1 + variance * Math.max(0, mean));
      }
      const sum = {
        ...echo,
        re: echo.re.map((x, e) => variance * x + disturbance.re[e]),
        im: echo.im.map((x, e) => variance * x + disturbance.im[e]),
      };
      return hermitianEigenvalues(sum).map((mean) => Math.max(0, mean));
    },
  };
}

function isIdentity({ rows, re, im }: ComplexMatrix): boolean {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) if (re[i * rows + j] !== (i === j ? 1 : 0) || im[i * rows + j] !== 0) return false;
  return true;
}
