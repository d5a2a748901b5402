import { readFileSync } from 'node:fs';
import {
  type ComplexMatrix,
  complexMatrixFrom,
  createComplexMatrix,
  drawKey,
  fillComplexNormal,
  gemm,
} from '@vedetta/numerics';
import { Matrix } from 'ml-matrix';
import type { SinrSituation, SinrTerms } from './types.ts';

interface PlainMatrix {
  readonly re: readonly (readonly number[])[];
  readonly im: readonly (readonly number[])[];
}

/** As golden/sinr.json has them: a case as `vedetta evaluate` takes it, and what NumPy makes of it. */
interface GoldenCase {
  readonly case: {
    readonly correlation: readonly (readonly PlainMatrix[])[];
    readonly sensing: readonly { accessPoint: number; power: number; beamCovariance: PlainMatrix }[];
    readonly pilotIndex: readonly number[];
    readonly pilotPower: readonly number[];
    readonly pilotLength: number;
    readonly noiseVariance: number;
    readonly power: readonly (readonly number[])[];
  };
  readonly result: { readonly [Term in keyof SinrTerms]: readonly number[] };
}

const complexFrom = ({ re, im }: PlainMatrix) => complexMatrixFrom(re, im);

export function goldenCases(): { situation: SinrSituation; result: GoldenCase['result'] }[] {
  const golden: GoldenCase[] = JSON.parse(readFileSync(new URL('../golden/sinr.json', import.meta.url), 'utf8'));
  return golden.map(
    ({ case: { correlation, sensing, pilotIndex, pilotPower, pilotLength, noiseVariance, power }, result }) => ({
      situation: {
        correlation: correlation.map((row) => row.map(complexFrom)),
        pilotIndex,
        pilotPower,
        pilotLength,
        noiseVariance,
        power: new Matrix(power),
        sensing: sensing.map((beam) => ({ ...beam, beamCovariance: complexFrom(beam.beamCovariance) })),
      },
      result,
    }),
  );
}

/** A random covariance of a rank and a trace, drawn by its number. */
export function randomCovariance(number: number, size: number, rank: number, trace: number): ComplexMatrix {
  const half = createComplexMatrix(size, rank);
  fillComplexNormal(drawKey(4, 'test/covariance'), number, 0, 0, half);
  const scale = trace / half.re.reduce((sum, value, e) => sum + value * value + half.im[e] * half.im[e], 0);
  const out = createComplexMatrix(size, size);
  gemm('NH', half, half, out, scale);
  return out;
}

/** One UE and one AP of two antennas that hear each other, with what a test changes. */
export function plainSituation(changes: Partial<SinrSituation> = {}): SinrSituation {
  return {
    correlation: [[randomCovariance(1, 2, 2, 2)]],
    pilotIndex: [0],
    pilotPower: [1],
    pilotLength: 1,
    noiseVariance: 0.5,
    power: new Matrix([[1]]),
    sensing: [],
    ...changes,
  };
}
