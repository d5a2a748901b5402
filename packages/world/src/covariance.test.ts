import { rcsCovariance } from '@vedetta/channel';
import {
  type ComplexMatrix,
  choleskyInPlace,
  createComplexMatrix,
  gemm,
  kronecker,
  solveLowerInPlace,
} from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import { expect, test } from 'vitest';
import { createAir } from './create-air.ts';
import { targetsAt } from './targets-at.ts';
import { emptyWorld, onAirSlot, smallDeployment, smallWorld } from './test-air.ts';

/** Strong clutter, so that its structure shows; a wide spread keeps R_tx and R_rx apart from rank one. */
const deployment = smallDeployment({ propagation: { clutterScale: 1, angularSpreadDeg: 20 } });
const [receiver] = deployment.receiveAccessPoints;

/** Ψ = Σ ςκ² (S R_txᵀ Sᴴ) ⊗ R_rx + σ² I, dense; with `transposed` false the R_tx of the paper's misprint. */
function densePsi(blocks: readonly TransmitBlock[], transposed: boolean): ComplexMatrix {
  const order = blocks[0].samples.rows * blocks[0].samples.columns;
  const psi = createComplexMatrix(order, order);
  for (let i = 0; i < order; i++) psi.re[i * order + i] = deployment.noiseVariance;
  for (const { accessPoint, samples } of blocks) {
    const { power, transmitCorrelation, receiveCorrelation } = deployment.clutterLink(receiver, accessPoint);
    const half = createComplexMatrix(samples.rows, samples.columns);
    gemm(transposed ? 'NT' : 'NN', samples, transmitCorrelation, half);
    const time = createComplexMatrix(samples.rows, samples.rows);
    gemm('NH', half, samples, time);
    const term = kronecker(time, receiveCorrelation);
    for (let e = 0; e < term.re.length; e++) {
      psi.re[e] += power * term.re[e];
      psi.im[e] += power * term.im[e];
    }
  }
  return psi;
}

/**
 * Adds x xᴴ / count. Each element of a sample covariance of complex normal vectors deviates by a complex number of variance C_ii C_jj / count,
 * nearly normal, so it is beyond 4.5 of these deviations with probability e^{−20}.
 */
function accumulate(vector: ComplexMatrix, count: number, sample: ComplexMatrix): void {
  gemm('NH', vector, vector, sample, 1 / count, 1);
}

function worstDeviation(sample: ComplexMatrix, expected: ComplexMatrix, count: number): number {
  const order = expected.rows;
  let worst = 0;
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      const e = i * order + j;
      const error = Math.hypot(sample.re[e] - expected.re[e], sample.im[e] - expected.im[e]);
      const deviation = Math.sqrt((expected.re[i * order + i] * expected.re[j * order + j]) / count);
      worst = Math.max(worst, error / deviation);
    }
  }
  return worst;
}

test('without targets y has the covariance Ψ of model.md §3, R_tx transposed', () => {
  const count = 6000;
  const air = createAir(deployment, emptyWorld, 5);
  const blocks = air.transmitBlocks(onAirSlot(deployment, 0));
  const psi = densePsi(blocks, true);
  const factor = densePsi(blocks, true);
  choleskyInPlace(factor);
  const sample = createComplexMatrix(32, 32);
  let whitened = 0;
  for (let slot = 0; slot < count; slot++) {
    const y = air.receive(onAirSlot(deployment, slot), blocks, receiver);
    accumulate(y, count, sample);
    solveLowerInPlace(factor, y);
    for (let e = 0; e < 32; e++) whitened += y.re[e] ** 2 + y.im[e] ** 2;
  }
  expect(worstDeviation(sample, psi, count)).toBeLessThan(4.5);
  // Σ yᴴΨ⁻¹y ~ Gamma(32 · count, 1)
  expect(Math.abs(whitened - 32 * count)).toBeLessThan(5 * Math.sqrt(32 * count));
  // The test can tell: without the transpose the same sample is far off.
  expect(worstDeviation(sample, densePsi(blocks, false), count)).toBeGreaterThan(10);
});

test('reflectivities are CN(0, R) over the transmit APs, independent over targets, receive APs and slots', () => {
  const twoReceivers = smallDeployment({ sensing: { receivePerRegion: 2, transmitPerRegion: 4 } });
  const world = smallWorld({ targets: { count: 2 }, rcsCorrelationDeg: 40 });
  const air = createAir(twoReceivers, world, 5);
  const places = twoReceivers.transmitAccessPoints.map((id) => twoReceivers.accessPoints[id].position);
  const transmitters = places.length;
  const [first, second] = targetsAt(world, twoReceivers.network, 0);
  const order = 4 * transmitters;
  const expected = createComplexMatrix(order, order);
  for (const [block, target] of [first, first, second, second].entries()) {
    const covariance = rcsCovariance(target.position, places, 10, (40 * Math.PI) / 180);
    for (let i = 0; i < transmitters; i++) {
      for (let j = 0; j < transmitters; j++) {
        const e = (block * transmitters + i) * order + block * transmitters + j;
        expected.re[e] = covariance.re[i * transmitters + j];
      }
    }
  }
  const count = 5000;
  const sample = createComplexMatrix(order, order);
  const lagged = createComplexMatrix(order, order);
  const previous = createComplexMatrix(order, 1);
  for (let slot = 0; slot < count; slot++) {
    const situation = onAirSlot(twoReceivers, slot);
    const stacked = createComplexMatrix(order, 1);
    for (const [r, m] of twoReceivers.receiveAccessPoints.entries()) {
      for (const { id, rcs } of air.receiveParts(situation, [], m).targets) {
        stacked.re.set(rcs.re, (2 * id + r) * transmitters);
        stacked.im.set(rcs.im, (2 * id + r) * transmitters);
      }
    }
    accumulate(stacked, count, sample);
    gemm('NH', stacked, previous, lagged, 1 / count, 1);
    previous.re.set(stacked.re);
    previous.im.set(stacked.im);
  }
  expect(worstDeviation(sample, expected, count)).toBeLessThan(4.5);
  let worst = 0;
  for (let e = 0; e < order * order; e++) worst = Math.max(worst, Math.hypot(lagged.re[e], lagged.im[e]));
  expect(worst / (10 / Math.sqrt(count))).toBeLessThan(4.5);
});

test('the echo of a target is D α with D = G ⊗ a and G[t, m] = √β aᴴ s[t]', () => {
  const world = smallWorld();
  const air = createAir(deployment, world, 5);
  const situation = onAirSlot(deployment, 3);
  const blocks = air.transmitBlocks(situation);
  const { echo, targets } = air.receiveParts(situation, blocks, receiver);
  const expected = createComplexMatrix(echo.rows, 1);
  for (const { position, rcs } of targets) {
    const gains = createComplexMatrix(16, deployment.transmitAccessPoints.length);
    for (const { accessPoint, samples } of blocks) {
      const column = createComplexMatrix(16, 1);
      const steering = deployment.steering(accessPoint, position);
      steering.im.forEach((value, n) => {
        steering.im[n] = -value;
      });
      gemm('NN', samples, steering, column, Math.sqrt(deployment.echoGain(position, accessPoint, receiver)));
      const index = deployment.transmitAccessPoints.indexOf(accessPoint);
      for (let t = 0; t < 16; t++) {
        gains.re[t * gains.columns + index] = column.re[t];
        gains.im[t * gains.columns + index] = column.im[t];
      }
    }
    gemm('NN', kronecker(gains, deployment.steering(receiver, position)), rcs, expected, 1, 1);
  }
  const largest = Math.max(...echo.re.map(Math.abs));
  expect(largest).toBeGreaterThan(0);
  for (let e = 0; e < echo.rows; e++) {
    expect(Math.hypot(echo.re[e] - expected.re[e], echo.im[e] - expected.im[e])).toBeLessThan(1e-13 * largest);
  }
});
