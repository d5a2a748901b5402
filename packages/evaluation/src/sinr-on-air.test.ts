import { beamStatistics, closedFormSinr, detectionSituation } from '@vedetta/communication';
import { type Deployment, deployNetwork, planSlot, sweepSlots } from '@vedetta/deployment';
import { createComplexMatrix, drawKey, fillComplexNormal, gemm, scaledRoot } from '@vedetta/numerics';
import { parseNetwork } from '@vedetta/scenario';
import { createTransmitSide } from '@vedetta/transmission';
import { expect, test } from 'vitest';
import { slotOnAir } from './slot-on-air.ts';

/** (23) against what the network really sends: the closed form is in `communication`, which must not know the transmit side. */

const seed = 11;
const antennas = 2;
const deployment: Deployment = deployNetwork(
  parseNetwork({
    areaSideMetres: 200,
    accessPoints: { count: 6, antennaCount: antennas, axis: 'random' },
    users: { count: 4, pilotLength: 2, servingAccessPoints: 2 },
    block: { coherenceSamples: 16, sensingSamples: 16 },
    sensing: { regions: 1, cellSizeMetres: [40, 40, 20] },
  }),
);
const users = deployment.users.map(({ id }) => id);
const onAirIn = (slot: number) => slotOnAir(deployment, planSlot(deployment, slot), deployment.transmitAccessPoints);

/** A mean of complex numbers with the standard errors of its parts. */
class Mean {
  #count = 0;
  readonly #sums = new Float64Array(4);

  add(re: number, im: number): void {
    this.#count++;
    for (const [i, value] of [re, im, re * re, im * im].entries()) this.#sums[i] += value;
  }

  /** How far the parts are from what they should be, in standard errors. */
  deviations(re: number, im: number): number[] {
    const [a, b, aa, bb] = this.#sums.map((sum) => sum / this.#count);
    const error = (square: number, mean: number) => Math.sqrt((square - mean * mean) / (this.#count - 1));
    return [(a - re) / error(aa, a), (b - im) / error(bb, b)];
  }
}

test('what UEs receive of the blocks on air, over whole sweeps of the scan, is what (23) says: means of all streams and total power within 4 σ', () => {
  const slots = sweepSlots(deployment) * Math.ceil(6000 / sweepSlots(deployment));
  const side = createTransmitSide(deployment, seed);
  const channelKey = drawKey(seed, 'air/user-channel'); // as the transmit side names it
  const roots = users.map((k) =>
    deployment.accessPoints.map(({ id: m }) => scaledRoot(deployment.userCorrelation(m, k), deployment.userGain(m, k))),
  );
  const white = createComplexMatrix(antennas, 1);
  const channel = createComplexMatrix(antennas, 1);
  const received = createComplexMatrix(16, 1);
  const gains = users.map(() => users.map(() => new Mean()));
  const powers = users.map(() => new Mean());
  for (let slot = 0; slot < slots; slot++) {
    const onAir = onAirIn(slot);
    const blocks = side.transmitBlocks(onAir);
    const symbols = side.userSymbols(onAir);
    for (const k of users) {
      received.re.fill(0);
      received.im.fill(0);
      for (const { accessPoint, samples } of blocks) {
        fillComplexNormal(channelKey, slot, k, accessPoint, white);
        gemm('NN', roots[k][accessPoint], white, channel);
        for (let t = 0; t < 16; t++) {
          for (let n = 0; n < antennas; n++) {
            const s = t * antennas + n; // y = hᴴs
            received.re[t] += channel.re[n] * samples.re[s] + channel.im[n] * samples.im[s];
            received.im[t] += channel.re[n] * samples.im[s] - channel.im[n] * samples.re[s];
          }
        }
      }
      for (const { user, symbols: x } of symbols) {
        let re = 0;
        let im = 0;
        for (let t = 0; t < 16; t++) {
          re += (received.re[t] * x.re[t] + received.im[t] * x.im[t]) / 16;
          im += (received.im[t] * x.re[t] - received.re[t] * x.im[t]) / 16;
        }
        gains[k][user].add(re, im);
      }
      powers[k].add(
        received.re.reduce((sum, value, t) => sum + (value ** 2 + received.im[t] ** 2) / 16, 0),
        0,
      );
    }
  }

  const { plan, power } = onAirIn(0);
  const situation = detectionSituation(deployment, plan, power);
  const worst = { mean: 0, power: 0 };
  const meanGains = users.map(() => createComplexMatrix(users.length, 1)); // [j] → E g_{k,j}
  for (const j of users) {
    for (const [m, eta] of situation.power.getRow(j).entries()) {
      const beam = eta > 0 ? beamStatistics(situation, j, m) : null;
      if (beam === null) continue;
      const all = [...beam.contaminated, { user: j, re: beam.meanGain, im: 0 }];
      for (const { user: k, re, im } of all) {
        meanGains[j].re[k] += Math.sqrt(eta) * re;
        meanGains[j].im[k] += Math.sqrt(eta) * im;
      }
    }
  }
  for (const [k, { signal, interference, contamination, sensing }] of closedFormSinr(situation).entries()) {
    expect(meanGains[k].re[k] ** 2 / signal).toBeCloseTo(1, 12);
    for (const j of users)
      for (const deviation of gains[k][j].deviations(meanGains[j].re[k], meanGains[j].im[k]))
        worst.mean = Math.max(worst.mean, Math.abs(deviation));
    const [deviation] = powers[k].deviations(signal + interference + contamination + sensing, 0);
    worst.power = Math.max(worst.power, Math.abs(deviation));
    expect(contamination).toBeGreaterThan(0);
    expect(sensing).toBeGreaterThan(0);
  }
  // 32 parts of means and 4 powers, normal at thousands of slots: beyond 4 σ with probability 2e-3, at a fixed seed.
  expect(worst.mean).toBeLessThan(4);
  expect(worst.power).toBeLessThan(4);
});
