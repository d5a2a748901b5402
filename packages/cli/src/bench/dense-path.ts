import type { GlrtCase, StructuredCovariance } from '@vedetta/detection';
import {
  type ComplexMatrix,
  choleskyInPlace,
  conjugateTranspose,
  createComplexMatrix,
  gemm,
  kronecker,
  mirrorLower,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from '@vedetta/numerics';

/** Ψ as it stands in model.md §3, N τ × N τ, by Kronecker products. */
export function assembleDense({ noiseVariance, terms }: StructuredCovariance, size: number): ComplexMatrix {
  const psi = createComplexMatrix(size, size);
  for (const { power, signal, transmitCorrelation, receiveCorrelation } of terms) {
    const coloured = createComplexMatrix(signal.rows, signal.columns);
    const time = createComplexMatrix(signal.rows, signal.rows);
    gemm('NH', signal, conjugateTranspose(transposed(transmitCorrelation)), coloured, power);
    gemm('NH', coloured, signal, time);
    const term = kronecker(time, receiveCorrelation);
    for (let e = 0; e < psi.re.length; e++) {
      psi.re[e] += term.re[e];
      psi.im[e] += term.im[e];
    }
  }
  for (let i = 0; i < size; i++) psi.re[i * size + i] += noiseVariance;
  return psi;
}

export function asDense(glrt: GlrtCase & { readonly covariance: StructuredCovariance }): GlrtCase {
  return { ...glrt, covariance: { dense: assembleDense(glrt.covariance, glrt.observation.rows) } };
}

const iterations = 60;

/** cond₂ Ψ by power and inverse iteration on its Cholesky factor; accurate to a few per cent, which is all a bound needs. */
export function conditionNumber(psi: ComplexMatrix): number {
  const factor = { ...psi, re: psi.re.slice(), im: psi.im.slice() };
  choleskyInPlace(factor);
  mirrorLower(psi);
  const largest = iterate(psi.rows, (x, out) => gemm('NN', psi, x, out));
  const smallest = iterate(psi.rows, (x, out) => {
    out.re.set(x.re);
    out.im.set(x.im);
    solveLowerInPlace(factor, out);
    solveLowerHermitianInPlace(factor, out);
  });
  return largest * smallest;
}

function iterate(size: number, apply: (x: ComplexMatrix, out: ComplexMatrix) => void): number {
  let x = createComplexMatrix(size, 1);
  let next = createComplexMatrix(size, 1);
  x.re.fill(1 / Math.sqrt(size));
  for (let i = 0; i < size; i++) x.im[i] = ((i % 7) - 3) / size;
  let norm = 1;
  for (let round = 0; round < iterations; round++) {
    apply(x, next);
    norm = Math.hypot(...next.re, ...next.im);
    for (let i = 0; i < size; i++) {
      next.re[i] /= norm;
      next.im[i] /= norm;
    }
    [x, next] = [next, x];
  }
  return norm;
}

function transposed(a: ComplexMatrix): ComplexMatrix {
  const out = conjugateTranspose(a);
  for (let e = 0; e < out.im.length; e++) out.im[e] = -out.im[e];
  return out;
}
