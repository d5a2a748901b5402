import { spatialCorrelation } from '@vedetta/channel';
import {
  conjugateTranspose,
  createComplexMatrix,
  eigenHermitian,
  gemm,
  identityMatrix,
  trace,
} from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import golden from '../golden/signal.json' with { type: 'json' };
import { communicationBeam, estimateChannel, mmseEstimator } from './channel-estimation.ts';
import { SignalError } from './errors.ts';
import { type PilotSituation, pilotObservationCovariance } from './pilot-covariance.ts';
import { complexFrom, largestDifference, relativeDifference } from './test-support.ts';

const situations = golden.estimation.map((row) => ({
  ...row,
  situation: {
    pilotLength: row.pilotLength,
    noiseVariance: row.noiseVariance,
    users: row.users.map((user) => ({ ...user, correlation: complexFrom(user.correlation) })),
  } satisfies PilotSituation,
}));

function product(op: 'NN' | 'NH', a: Parameters<typeof gemm>[1], b: Parameters<typeof gemm>[2]) {
  const out = createComplexMatrix(a.rows, op === 'NN' ? b.columns : b.rows);
  gemm(op, a, b, out);
  return out;
}

describe('MMSE channel estimation (6)–(8)', () => {
  test('golden: Γ, Λ, Φ, the estimate and its beam agree with NumPy’s explicit inverse', () => {
    for (const { situation, observationCovariance, observation, expected } of situations) {
      const gamma = pilotObservationCovariance(situation);
      expect(relativeDifference(gamma, complexFrom(observationCovariance))).toBeLessThan(1e-14);
      expected.forEach((wanted, user) => {
        const estimator = mmseEstimator(situation, user);
        const estimate = estimateChannel(estimator, complexFrom(observation));
        const beam = communicationBeam(estimate, estimator.tracePhi);
        expect(relativeDifference(estimator.estimationMatrix, complexFrom(wanted.estimationMatrix))).toBeLessThan(1e-9);
        expect(relativeDifference(estimator.estimateCovariance, complexFrom(wanted.estimateCovariance))).toBeLessThan(
          1e-9,
        );
        expect(relativeDifference(estimate, complexFrom(wanted.estimate))).toBeLessThan(1e-9);
        expect(relativeDifference(beam, complexFrom(wanted.beam))).toBeLessThan(1e-9);
      });
    }
  });

  test('identity: Φ = ΛC is exactly Hermitian, positive semidefinite, and below C', () => {
    for (const { situation } of situations) {
      situation.users.forEach((user, index) => {
        const { estimationMatrix, estimateCovariance: phi, tracePhi } = mmseEstimator(situation, index);
        const c = createComplexMatrix(4, 4);
        gemm('NN', identityMatrix(4), user.correlation, c, user.gain);
        expect(relativeDifference(product('NN', estimationMatrix, c), phi)).toBeLessThan(1e-10);
        expect(largestDifference(conjugateTranspose(phi), phi)).toBe(0);
        expect(eigenHermitian(phi).values[0]).toBeGreaterThanOrEqual(-1e-14 * tracePhi);
        const rest = createComplexMatrix(4, 4);
        for (let e = 0; e < 16; e++) {
          rest.re[e] = c.re[e] - phi.re[e];
          rest.im[e] = c.im[e] - phi.im[e];
        }
        expect(eigenHermitian(rest).values[0]).toBeGreaterThanOrEqual(-1e-12 * trace(c).re);
      });
    }
  });

  test('identity: E[ĥ ĥᴴ] = ΛΓΛᴴ/(τ_p η̄) equals E[ĥ hᴴ] = ΛC, so the error is orthogonal to the estimate', () => {
    for (const { situation } of situations) {
      const gamma = pilotObservationCovariance(situation);
      situation.users.forEach((user, index) => {
        const { estimationMatrix, estimateCovariance } = mmseEstimator(situation, index);
        const covariance = product('NH', product('NN', estimationMatrix, gamma), estimationMatrix);
        const scaled = createComplexMatrix(4, 4);
        gemm('NN', identityMatrix(4), estimateCovariance, scaled, situation.pilotLength * user.pilotPower);
        expect(relativeDifference(covariance, scaled)).toBeLessThan(1e-10);
      });
    }
  });

  test('identity: the observation factor reproduces Γ', () => {
    for (const { situation } of situations) {
      const { observationFactor } = mmseEstimator(situation, 0);
      const gamma = pilotObservationCovariance(situation);
      const lower = createComplexMatrix(4, 4);
      for (let i = 0; i < 4; i++) {
        for (let j = 0; j <= i; j++) {
          lower.re[i * 4 + j] = observationFactor.re[i * 4 + j];
          lower.im[i * 4 + j] = observationFactor.im[i * 4 + j];
        }
      }
      expect(relativeDifference(product('NH', lower, lower), gamma)).toBeLessThan(1e-13);
    }
  });
});

describe('limits of the estimate', () => {
  const correlation = spatialCorrelation({
    antennaCount: 4,
    spacing: 0.5,
    azimuth: 0.4,
    elevation: -0.1,
    azimuthSpread: 0.26,
    elevationSpread: 0.26,
  });
  const user = { correlation, gain: 1e-9, pilotPower: 1e-4 };

  test('limit: a UE alone on its pilot is known exactly as the noise vanishes, and not at all as it grows', () => {
    const clean = mmseEstimator({ users: [user], pilotLength: 10, noiseVariance: 1e-22 }, 0);
    const drowned = mmseEstimator({ users: [user], pilotLength: 10, noiseVariance: 1e3 }, 0);
    expect(clean.tracePhi / 4e-9).toBeCloseTo(1, 6);
    expect(drowned.tracePhi / 4e-9).toBeLessThan(1e-13);
  });

  test('identity: without correlation every antenna is estimated alone, Φ = τη̄ρ²/(τη̄ρ + σ²) I', () => {
    const alone = { correlation: identityMatrix(4), gain: 1e-10, pilotPower: 1e-4 };
    const { estimateCovariance } = mmseEstimator({ users: [alone], pilotLength: 10, noiseVariance: 8e-14 }, 0);
    const wanted = (1e-3 * 1e-20) / (1e-3 * 1e-10 + 8e-14);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        expect(estimateCovariance.re[i * 4 + j] / wanted).toBeCloseTo(i === j ? 1 : 0, 13);
        expect(Math.abs(estimateCovariance.im[i * 4 + j])).toBe(0);
      }
    }
  });

  test('limit: two UEs alike on one pilot share it, tr Φ is half of tr C without noise', () => {
    const shared = mmseEstimator({ users: [user, user], pilotLength: 10, noiseVariance: 1e-22 }, 1);
    expect(shared.tracePhi / 4e-9).toBeCloseTo(0.5, 6);
  });

  test('limit: a UE without pilot power or gain is estimated as zero and gets no beam', () => {
    for (const silent of [
      { ...user, pilotPower: 0 },
      { ...user, gain: 0 },
    ]) {
      const estimator = mmseEstimator({ users: [user, silent], pilotLength: 10, noiseVariance: 1e-13 }, 1);
      const observation = createComplexMatrix(4, 1);
      observation.re.fill(1);
      const estimate = estimateChannel(estimator, observation);
      expect(estimator.tracePhi).toBe(0);
      expect(estimate.re.every((value) => value === 0)).toBe(true);
      expect(() => communicationBeam(estimate, estimator.tracePhi)).toThrow(SignalError);
    }
  });

  test('memory of the caller is used, and sizes that disagree are refused before any work', () => {
    const estimator = mmseEstimator({ users: [user], pilotLength: 10, noiseVariance: 1e-13 }, 0);
    const observation = createComplexMatrix(4, 1);
    const out = createComplexMatrix(4, 1);
    expect(estimateChannel(estimator, observation, out)).toBe(out);
    expect(communicationBeam(out, 1, out)).toBe(out);
    expect(() => estimateChannel(estimator, createComplexMatrix(3, 1))).toThrow(SignalError);
    expect(() => estimateChannel(estimator, observation, observation)).toThrow(SignalError);
    expect(() => communicationBeam(out, Number.NaN)).toThrow(SignalError);
    const wrong = { ...user, correlation: createComplexMatrix(3, 3) };
    expect(() => mmseEstimator({ users: [user, wrong], pilotLength: 10, noiseVariance: 1 }, 0)).toThrow(SignalError);
    expect(() => mmseEstimator({ users: [user], pilotLength: 10, noiseVariance: 0 }, 0)).toThrow(SignalError);
    expect(() => mmseEstimator({ users: [], pilotLength: 10, noiseVariance: 1 }, 0)).toThrow(SignalError);
    expect(() => mmseEstimator({ users: [user], pilotLength: 10, noiseVariance: 1 }, 1)).toThrow(SignalError);
  });
});
