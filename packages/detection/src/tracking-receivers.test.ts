import { createComplexMatrix } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import {
  computeTrackingStatistics,
  DetectionError,
  designJointReceiver,
  designReceiver,
  designTrackingReceivers,
  SingularCovarianceError,
  type TrackingCase,
} from './index.ts';
import { drawsNamed, energy, product, relativeDifference } from './test-support.ts';
import { trackedScene } from './tracking-test-support.ts';
import { takeColumns } from './unit-columns.ts';

const shape = { antennas: 3, transmitters: 3, samples: 9, clutter: 1, strength: [1, 10, 0.1], angleError: 0.02 };
const scene = trackedScene('receivers', shape).trackingCase;
const observation = drawsNamed('tracked/observation').normal(27, 1);
const trackingCase: TrackingCase & typeof scene = { ...scene, observation };
const detectors = ['glrt', 'joint-glrt'] as const;

describe('tests of followed targets at one receive AP', () => {
  it('each is the test of its target alone, beside the others: the factor of Ψ is shared, nothing else', () => {
    const { targets, covariance } = trackingCase;
    const glrt = designTrackingReceivers(trackingCase, 'glrt');
    const joint = designTrackingReceivers(trackingCase, 'joint-glrt');
    targets.forEach(({ echo }, l) => {
      const alone = { echo, observation, covariance };
      const others = targets.filter((_, other) => other !== l).map((target) => target.echo);
      for (const [one, reference] of [
        [glrt[l], designReceiver(alone)],
        [joint[l], designJointReceiver(alone, others)],
      ]) {
        expect(one).toMatchObject({ target: l, rank: reference.rank });
        expect(relativeDifference(one.statistic, reference.statistic)).toBeLessThan(1e-10);
        expect(relativeDifference(energy(product('HN', one.weights, observation)), one.statistic)).toBeLessThan(1e-10);
      }
      const { rcsEstimate } = designReceiver(alone);
      rcsEstimate.re.forEach((re, c) => {
        expect(glrt[l].rcsEstimate?.re[c]).toBeCloseTo(re, 10);
        expect(glrt[l].rcsEstimate?.im[c]).toBeCloseTo(rcsEstimate.im[c], 10);
      });
      expect(joint[l].rcsEstimate).toBeUndefined();
    });
  });

  it.each(detectors)('%s: the bits of a test do not depend on which others are asked for', (detector) => {
    const all = computeTrackingStatistics(trackingCase, detector);
    expect(computeTrackingStatistics(trackingCase, detector, [2, 0])).toEqual([all[2], all[0]]);
    expect(computeTrackingStatistics(trackingCase, detector, [])).toEqual([]);
  });

  it.each(detectors)('%s: structured and dense covariance agree', (detector) => {
    const { psi } = trackedScene('receivers', shape);
    const dense = computeTrackingStatistics({ ...trackingCase, covariance: { dense: psi } }, detector);
    computeTrackingStatistics(trackingCase, detector).forEach(({ statistic, rank }, l) => {
      expect(dense[l].rank).toBe(rank);
      expect(relativeDifference(dense[l].statistic, statistic)).toBeLessThan(1e-9);
    });
  });

  it('with one target both detectors are the test (35) of its estimated position', () => {
    const [target] = trackingCase.targets;
    const single = { ...trackingCase, targets: [target] };
    const { statistic, rank } = designReceiver({ ...trackingCase, echo: target.echo });
    for (const detector of detectors) {
      const [local] = computeTrackingStatistics(single, detector);
      expect(local.rank).toBe(rank);
      expect(relativeDifference(local.statistic, statistic)).toBeLessThan(1e-11);
    }
  });

  it('joint-glrt projects out what another target may send beyond the columns that it is itself looked for with', () => {
    const [first, second] = trackingCase.targets;
    const narrow = { echo: takeColumns(second.echo, 0, 1), interference: second.echo };
    const targets = [first, narrow];
    const [own, other] = designTrackingReceivers({ ...trackingCase, targets }, 'joint-glrt');
    const full = designTrackingReceivers({ ...trackingCase, targets: [first, second] }, 'joint-glrt');
    expect(other.rank).toBe(1);
    expect(relativeDifference(own.statistic, full[0].statistic)).toBeLessThan(1e-10);
    expect(energy(product('HN', own.weights, second.echo))).toBeLessThan(1e-20);
    // The paper's detector never asks for them.
    const [plain] = computeTrackingStatistics({ ...trackingCase, targets }, 'glrt');
    expect(
      relativeDifference(plain.statistic, computeTrackingStatistics(trackingCase, 'glrt')[0].statistic),
    ).toBeLessThan(1e-10);
  });

  it('two targets at one place cannot be told apart: rank 0 for joint-glrt, two equal statistics for glrt', () => {
    const [target] = trackingCase.targets;
    const twice = { ...trackingCase, targets: [target, target] };
    expect(computeTrackingStatistics(twice, 'joint-glrt')).toEqual([
      { statistic: 0, rank: 0 },
      { statistic: 0, rank: 0 },
    ]);
    const [a, b] = computeTrackingStatistics(twice, 'glrt');
    expect(a).toEqual(b);
  });

  it('sizes that disagree, numbers that are not finite, targets that are not there and a Ψ without factor are refused by name', () => {
    const [first, second] = trackingCase.targets;
    const short = { echo: createComplexMatrix(9, 2) };
    expect(() => computeTrackingStatistics({ ...trackingCase, targets: [first, short] }, 'glrt')).toThrow(
      'targets[1].echo: must have 27 rows, has 9',
    );
    const interference = { ...second.echo, re: second.echo.re.map(() => Number.NaN) };
    const broken = { ...trackingCase, targets: [first, { ...second, interference }] };
    expect(() => computeTrackingStatistics(broken, 'joint-glrt')).toThrow('targets[1].interference: entry 0, 0');
    expect(() => computeTrackingStatistics(trackingCase, 'glrt', [3])).toThrow(DetectionError);
    const singular = { ...trackingCase, covariance: { dense: createComplexMatrix(27, 27) } };
    expect(() => computeTrackingStatistics(singular, 'glrt')).toThrow(SingularCovarianceError);
  });
});
