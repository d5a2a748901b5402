import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import type { StructuredCovariance } from './types.ts';

/**
 * Ψ written out, Σ p (S R_txᵀ Sᴴ) ⊗ R_rx + σ² I: the reference that the structured path avoids.
 *
 * @param rows  N τ; needed when there are no terms.
 * @returns N τ × N τ, Hermitian.
 */
export function expandCovariance(covariance: StructuredCovariance, rows: number): ComplexMatrix {
  const out = createComplexMatrix(rows, rows);
  for (let i = 0; i < rows; i++) out.re[i * rows + i] = covariance.noiseVariance;
  for (const { power, signal, transmitCorrelation, receiveCorrelation } of covariance.terms) {
    const samples = signal.rows;
    const antennas = receiveCorrelation.rows;
    const mixed = createComplexMatrix(samples, signal.columns);
    const time = createComplexMatrix(samples, samples);
    gemm('NT', signal, transmitCorrelation, mixed);
    gemm('NH', mixed, signal, time, power);
    for (let i = 0; i < rows; i++)
      for (let s = 0, at = i * rows; s < samples; s++) {
        const k = Math.floor(i / antennas) * samples + s;
        for (let b = 0, r = (i % antennas) * antennas; b < antennas; b++, r++, at++) {
          out.re[at] += time.re[k] * receiveCorrelation.re[r] - time.im[k] * receiveCorrelation.im[r];
          out.im[at] += time.re[k] * receiveCorrelation.im[r] + time.im[k] * receiveCorrelation.re[r];
        }
      }
  }
  return out;
}
