import { readFileSync } from 'node:fs';
import { complexMatrixFrom } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import {
  computeJointStatistic,
  computeScnr,
  designReceiver,
  detectionProbability,
  detectionThreshold,
  expandCovariance,
  pValue,
} from './index.ts';
import { relativeDifference } from './test-support.ts';
import type { GlrtCase } from './types.ts';

// golden/glrt.py: NumPy, (35) by matrix square root and SVD of the dense covariance, as the paper writes it.
interface MatrixJson {
  re: number[][];
  im: number[][];
}
interface Golden {
  name: string;
  case: {
    echo: MatrixJson;
    observation: { re: number[]; im: number[] };
    covariance: {
      noiseVariance: number;
      terms: { power: number; signal: MatrixJson; transmitCorrelation: MatrixJson; receiveCorrelation: MatrixJson }[];
    };
    rcsCovariance: MatrixJson;
    interferers?: MatrixJson[];
  };
  result: {
    statistic: number;
    rank: number;
    threshold: number;
    pValue: number;
    scnr: number;
    detectionProbability: number;
    conditionNumber: number;
    rcsEstimate?: { re: number[]; im: number[] };
    jointStatistic?: number;
    jointRank?: number;
  };
}

const goldens: Golden[] = JSON.parse(readFileSync(new URL('../golden/glrt.json', import.meta.url), 'utf8'));
const matrix = ({ re, im }: MatrixJson) => complexMatrixFrom(re, im);

function readCase(golden: Golden): { structured: GlrtCase; dense: GlrtCase } {
  const { echo, observation, covariance } = golden.case;
  const structured = {
    noiseVariance: covariance.noiseVariance,
    terms: covariance.terms.map((term) => ({
      power: term.power,
      signal: matrix(term.signal),
      transmitCorrelation: matrix(term.transmitCorrelation),
      receiveCorrelation: matrix(term.receiveCorrelation),
    })),
  };
  const d = matrix(echo);
  const y = { rows: d.rows, columns: 1, re: Float64Array.from(observation.re), im: Float64Array.from(observation.im) };
  return {
    structured: { echo: d, observation: y, covariance: structured },
    dense: { echo: d, observation: y, covariance: { dense: expandCovariance(structured, d.rows) } },
  };
}

describe.each(goldens)('golden numbers from NumPy: $name', (golden) => {
  const { result } = golden;
  const tolerance = Math.max(1e-9, 4 * 2.2e-16 * result.conditionNumber);
  const rcsCovariance = matrix(golden.case.rcsCovariance);
  const cases = readCase(golden);

  it.each([
    'structured',
    'dense',
  ] as const)('the %s path gives the statistic (35), rank, reflectivities (34), SCNR (36) and detection probability', (path) => {
    const glrtCase = cases[path];
    const { statistic, rank, weights, rcsEstimate } = designReceiver(glrtCase);
    expect(rank).toBe(result.rank);
    expect(relativeDifference(statistic, result.statistic)).toBeLessThan(tolerance);
    const scnr = computeScnr([{ weights, echo: glrtCase.echo, rcsCovariance }]);
    expect(relativeDifference(scnr, result.scnr)).toBeLessThan(tolerance);
    const detection = detectionProbability(weights, glrtCase.echo, rcsCovariance, detectionThreshold(rank, 0.01));
    expect(Math.abs(detection - result.detectionProbability)).toBeLessThan(10 * tolerance);
    result.rcsEstimate?.re.forEach((re, c) => {
      const im = result.rcsEstimate?.im[c] ?? 0;
      const distance = Math.hypot(rcsEstimate.re[c] - re, rcsEstimate.im[c] - im);
      expect(distance / Math.hypot(re, im)).toBeLessThan(100 * tolerance);
    });
  });

  it.each(['structured', 'dense'] as const)('the %s path gives the joint statistic beside interferers', (path) => {
    if (result.jointRank === undefined) return;
    const joint = computeJointStatistic(cases[path], (golden.case.interferers ?? []).map(matrix));
    expect(joint.rank).toBe(result.jointRank);
    expect(relativeDifference(joint.statistic, result.jointStatistic ?? 0)).toBeLessThan(1e-8);
  });

  it('threshold and p-value are those of the Gamma law', () => {
    expect(relativeDifference(detectionThreshold(result.rank, 0.01), result.threshold)).toBeLessThan(1e-12);
    expect(relativeDifference(pValue(result.statistic, result.rank), result.pValue)).toBeLessThan(1e-6);
  });
});
