import { spatialCorrelation } from '@vedetta/channel';
import {
  type ComplexMatrix,
  createComplexMatrix,
  drawKey,
  fillComplexNormal,
  gemm,
  hermitianSquareRoot,
} from '@vedetta/numerics';
import { describe, expect, test } from 'vitest';
import { communicationBeam, estimateChannel, mmseEstimator } from './channel-estimation.ts';
import { addPilot } from './pilots.ts';
import { energy } from './test-support.ts';

const n = 4;
const draws = 20_000;
const noiseVariance = 8e-14;
const pilotLength = 10;

const users = [0.4, -1.1].map((azimuth, index) => ({
  correlation: spatialCorrelation({
    antennaCount: n,
    spacing: 0.5,
    azimuth,
    elevation: -0.1,
    azimuthSpread: 0.26,
    elevationSpread: 0.26,
  }),
  gain: [2e-10, 6e-11][index],
  pilotPower: 1e-4,
}));

describe('statistics of channel estimates with a shared pilot, over named draws', () => {
  const estimator = mmseEstimator({ users, pilotLength, noiseVariance }, 0);
  const { estimateCovariance: phi, tracePhi } = estimator;
  let beamEnergy = 0;
  const cross = createComplexMatrix(n, n);

  const roots = users.map((user) => hermitianSquareRoot(user.correlation));
  const white = createComplexMatrix(n, 1);
  const channels = users.map(() => createComplexMatrix(n, 1));
  const observation = createComplexMatrix(n, 1);
  const estimate = createComplexMatrix(n, 1);
  const beam = createComplexMatrix(n, 1);
  const error = createComplexMatrix(n, 1);
  const channelKey = drawKey(2, 'channel');
  const noiseKey = drawKey(2, 'pilot noise');
  for (let slot = 0; slot < draws; slot++) {
    fillComplexNormal(noiseKey, slot, 0, 0, observation);
    scale(observation, Math.sqrt(noiseVariance));
    users.forEach((user, k) => {
      fillComplexNormal(channelKey, slot, k, 0, white);
      gemm('NN', roots[k], white, channels[k], Math.sqrt(user.gain));
      addPilot(observation, channels[k], user.pilotPower, pilotLength);
    });
    estimateChannel(estimator, observation, estimate);
    beamEnergy += energy(communicationBeam(estimate, tracePhi, beam)) / draws;
    for (let i = 0; i < n; i++) {
      error.re[i] = channels[0].re[i] - estimate.re[i];
      error.im[i] = channels[0].im[i] - estimate.im[i];
    }
    gemm('NH', estimate, error, cross, 1 / draws, 1);
  }

  test('statistical: the communication beam has unit mean power, E‖w‖² = 1 (13)', () => {
    // ‖w‖² is a sum of exponentials whose means are the eigenvalues of Φ/tr Φ: variance ‖Φ‖²/tr²Φ. 4.5σ: 7e-6.
    const deviation = Math.sqrt(energy(phi)) / tracePhi / Math.sqrt(draws);
    expect(Math.abs(beamEnergy - 1)).toBeLessThan(4.5 * deviation);
  });

  test('statistical: the error is orthogonal to the estimate, E[ĥ (h − ĥ)ᴴ] = 0', () => {
    // ĥ_i and the error e_j are independent, so the mean of ĥ_i e_j* is CN(0, Φ_ii (C − Φ)_jj / draws) and its
    // normalised square Exp(1): above ln(16/1e-6) in any of 16 places with probability 1e-6.
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const errorVariance = users[0].gain * users[0].correlation.re[j * n + j] - phi.re[j * n + j];
        const variance = (phi.re[i * n + i] * errorVariance) / draws;
        const square = cross.re[i * n + j] ** 2 + cross.im[i * n + j] ** 2;
        expect(square / variance).toBeLessThan(Math.log(16 / 1e-6));
      }
    }
  });
});

function scale(a: ComplexMatrix, factor: number): void {
  for (let e = 0; e < a.re.length; e++) {
    a.re[e] *= factor;
    a.im[e] *= factor;
  }
}
