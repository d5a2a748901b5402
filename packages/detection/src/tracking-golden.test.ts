import { readFileSync } from 'node:fs';
import { complexMatrixFrom } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import {
  computeSicnr,
  computeTrackingStatistics,
  designTrackingReceivers,
  expandCovariance,
  fuse,
  type RandomEcho,
  type StructuredCovariance,
  type TrackingCase,
} from './index.ts';
import { relativeDifference } from './test-support.ts';

// golden/tracking.py: NumPy, (44)–(46) by matrix square root and SVD of the dense covariance, as the paper writes them.
interface MatrixJson {
  re: number[][];
  im: number[][];
}
interface Golden {
  name: string;
  sicnr: number[];
  receivers: {
    covariance: {
      noiseVariance: number;
      terms: { power: number; signal: MatrixJson; transmitCorrelation: MatrixJson; receiveCorrelation: MatrixJson }[];
    };
    observation: { re: number[]; im: number[] };
    targets: {
      estimated: MatrixJson;
      true: MatrixJson;
      rcsCovariance: MatrixJson;
      rank: number;
      statistic: number;
      jointRank?: number;
      jointStatistic?: number;
    }[];
  }[];
}
type Receiver = Golden['receivers'][number];

const goldens: Golden[] = JSON.parse(readFileSync(new URL('../golden/tracking.json', import.meta.url), 'utf8'));
const matrix = ({ re, im }: MatrixJson) => complexMatrixFrom(re, im);

function covarianceOf({ covariance }: Receiver): StructuredCovariance {
  return {
    noiseVariance: covariance.noiseVariance,
    terms: covariance.terms.map((term) => ({
      power: term.power,
      signal: matrix(term.signal),
      transmitCorrelation: matrix(term.transmitCorrelation),
      receiveCorrelation: matrix(term.receiveCorrelation),
    })),
  };
}

function caseOf(receiver: Receiver, path: 'structured' | 'dense'): TrackingCase {
  const { re, im } = receiver.observation;
  const structured = covarianceOf(receiver);
  return {
    targets: receiver.targets.map(({ estimated }) => ({ echo: matrix(estimated) })),
    observation: { rows: re.length, columns: 1, re: Float64Array.from(re), im: Float64Array.from(im) },
    covariance: path === 'dense' ? { dense: expandCovariance(structured, re.length) } : structured,
  };
}

const scatterers = ({ targets }: Receiver): RandomEcho[] =>
  targets.map((target) => ({ echo: matrix(target.true), rcsCovariance: matrix(target.rcsCovariance) }));

describe.each(goldens)('golden numbers from NumPy: $name', ({ receivers, sicnr }) => {
  describe.each(['structured', 'dense'] as const)('%s', (path) => {
    it('the statistics (44) of all targets, each of its own echoes, and their sum over receive APs', () => {
      const reports = receivers.map((receiver) => computeTrackingStatistics(caseOf(receiver, path), 'glrt'));
      receivers.forEach(({ targets }, m) => {
        targets.forEach(({ rank, statistic }, l) => {
          expect(reports[m][l].rank).toBe(rank);
          expect(relativeDifference(reports[m][l].statistic, statistic)).toBeLessThan(1e-9);
        });
      });
      sicnr.forEach((_, l) => {
        const fused = fuse(
          reports.map((local, m) => ({ ...local[l], accessPoint: m })),
          0.01,
        );
        const expected = receivers.reduce((sum, { targets }) => sum + targets[l].statistic, 0);
        expect(relativeDifference(fused.statistic, expected)).toBeLessThan(1e-9);
      });
    });

    it('the joint statistics, with (39) maximised over all targets', () => {
      for (const receiver of receivers) {
        const joint = computeTrackingStatistics(caseOf(receiver, path), 'joint-glrt');
        receiver.targets.forEach(({ rank, statistic, jointRank = rank, jointStatistic = statistic }, l) => {
          expect(joint[l].rank).toBe(jointRank);
          expect(relativeDifference(joint[l].statistic, jointStatistic)).toBeLessThan(1e-8);
        });
      }
    });

    it('the SICNR (45) with the interference (46), designed at the estimated and evaluated at the true positions', () => {
      const designed = receivers.map((receiver) => designTrackingReceivers(caseOf(receiver, path), 'glrt'));
      sicnr.forEach((expected, l) => {
        const parts = receivers.map((receiver, m) => {
          const echoes = scatterers(receiver);
          const interferers = echoes.filter((_, other) => other !== l);
          return { weights: designed[m][l].weights, ...echoes[l], interferers };
        });
        expect(relativeDifference(computeSicnr(parts), expected)).toBeLessThan(1e-9);
      });
    });
  });
});
