import {
  type ComplexMatrix,
  createComplexMatrix,
  drawKey,
  fillComplexNormal,
  fillUniform,
  gemm,
  kronecker,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from '@vedetta/numerics';
import { expandCovariance } from './expand-covariance.ts';
import type { GlrtCase, StructuredCovariance } from './types.ts';

/** Random cases for tests, each a function of its name. */
export interface CaseShape {
  readonly antennas: number;
  readonly transmitters: number;
  readonly samples: number;
  /** Clutter power per term relative to the noise. */
  readonly clutter: number;
  /** All transmitters send mixtures of so many streams; 0: independent signals. */
  readonly streams?: number;
  /** Transmitters that send nothing. */
  readonly idle?: readonly number[];
  readonly noiseVariance?: number;
}

export interface Draws {
  normal(rows: number, columns: number): ComplexMatrix;
  uniform(): number;
  correlation(n: number): ComplexMatrix;
}

export function drawsNamed(name: string): Draws {
  const key = drawKey(1, `detection/test/${name}`);
  let count = 0;
  const normal = (rows: number, columns: number) => {
    const out = createComplexMatrix(rows, columns);
    fillComplexNormal(key, count++, 0, 0, out);
    return out;
  };
  const uniform = () => {
    const out = new Float64Array(1);
    fillUniform(key, count++, 1, 0, out);
    return out[0];
  };
  const correlation = (n: number) => {
    const a = normal(n, n + 1);
    const out = createComplexMatrix(n, n);
    gemm('NH', a, a, out);
    let total = 0;
    for (let i = 0; i < n; i++) total += out.re[i * n + i];
    return scaled(out, n / total);
  };
  return { normal, uniform, correlation };
}

export interface RandomCase {
  readonly structured: GlrtCase & { readonly covariance: StructuredCovariance };
  readonly dense: GlrtCase;
  readonly signals: readonly ComplexMatrix[];
  /** Another target's D. */
  readonly otherEcho: ComplexMatrix;
}

export function randomCase(name: string, shape: CaseShape): RandomCase {
  const { antennas, transmitters, samples, clutter, streams = 0, idle = [], noiseVariance = 1 } = shape;
  const draws = drawsNamed(name);
  const shared = draws.normal(samples, Math.max(1, streams));
  const signals = Array.from({ length: transmitters }, (_, m) => {
    if (idle.includes(m)) return createComplexMatrix(samples, antennas);
    return streams ? product('NN', shared, draws.normal(streams, antennas)) : draws.normal(samples, antennas);
  });
  const echoOf = () => {
    const profiles = createComplexMatrix(samples, transmitters);
    signals.forEach((signal, m) => {
      const profile = product('NN', signal, draws.normal(antennas, 1));
      const gain = 10 ** (-4 * draws.uniform());
      for (let t = 0; t < samples; t++) {
        profiles.re[t * transmitters + m] = gain * profile.re[t];
        profiles.im[t * transmitters + m] = gain * profile.im[t];
      }
    });
    return kronecker(profiles, draws.normal(antennas, 1));
  };
  const covariance: StructuredCovariance = {
    noiseVariance,
    terms: signals.map((signal) => ({
      power: clutter * noiseVariance * (0.1 + draws.uniform()),
      signal,
      transmitCorrelation: draws.correlation(antennas),
      receiveCorrelation: draws.correlation(antennas),
    })),
  };
  const echo = echoOf();
  const dense = expandCovariance(covariance, samples * antennas);
  const observation = product('NN', lowerRoot(dense), draws.normal(samples * antennas, 1));
  return {
    structured: { echo, observation, covariance },
    dense: { echo, observation, covariance: { dense } },
    signals,
    otherEcho: echoOf(),
  };
}

/** L with L Lᴴ = A, by the textbook recursion: for tests alone. */
export function lowerRoot(a: ComplexMatrix): ComplexMatrix {
  const n = a.rows;
  const out = createComplexMatrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let re = a.re[i * n + j];
      let im = a.im[i * n + j];
      for (let k = 0; k < j; k++) {
        re -= out.re[i * n + k] * out.re[j * n + k] + out.im[i * n + k] * out.im[j * n + k];
        im -= out.im[i * n + k] * out.re[j * n + k] - out.re[i * n + k] * out.im[j * n + k];
      }
      out.re[i * n + j] = i === j ? Math.sqrt(re) : re / out.re[j * n + j];
      out.im[i * n + j] = i === j ? 0 : im / out.re[j * n + j];
    }
  return out;
}

export function product(op: 'NN' | 'HN' | 'NH' | 'NT', a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(op === 'HN' ? a.columns : a.rows, op === 'NN' || op === 'HN' ? b.columns : b.rows);
  gemm(op, a, b, out);
  return out;
}

export function scaled(a: ComplexMatrix, factor: number): ComplexMatrix {
  return { ...a, re: a.re.map((x) => x * factor), im: a.im.map((x) => x * factor) };
}

export function sum(...matrices: readonly ComplexMatrix[]): ComplexMatrix {
  const out = { ...matrices[0], re: matrices[0].re.slice(), im: matrices[0].im.slice() };
  for (const m of matrices.slice(1))
    for (let i = 0; i < out.re.length; i++) {
      out.re[i] += m.re[i];
      out.im[i] += m.im[i];
    }
  return out;
}

export function energy(a: ComplexMatrix): number {
  let total = 0;
  for (let i = 0; i < a.re.length; i++) total += a.re[i] ** 2 + a.im[i] ** 2;
  return total;
}

/** |a − b| over the larger; 0 when both are 0. */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** Largest power of Ψ over the noise: a bound of its condition number. */
export function conditionBound(dense: ComplexMatrix, noiseVariance: number): number {
  let trace = 0;
  for (let i = 0; i < dense.rows; i++) trace += dense.re[i * dense.rows + i];
  return trace / noiseVariance;
}

/** A⁻¹ B by the textbook factor. */
export function choleskySolve(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const factor = lowerRoot(a);
  const out = { ...b, re: b.re.slice(), im: b.im.slice() };
  solveLowerInPlace(factor, out);
  solveLowerHermitianInPlace(factor, out);
  return out;
}
