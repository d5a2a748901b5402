import { createComplexMatrix, drawKey } from '@vedetta/numerics';
import { generateSymbols, mmseEstimator } from '@vedetta/signal';
import { expect, test } from 'vitest';
import { createAir } from './create-air.ts';
import { emptyWorld, onAirSlot, smallDeployment } from './test-air.ts';

test('an AP with a single sensing beam and unit-modulus symbols emits exactly its power in every sample', () => {
  const deployment = smallDeployment();
  const air = createAir(deployment, emptyWorld, 3);
  const situation = onAirSlot(deployment, 2);
  const power = situation.power.map((entry) => ({ ...entry, users: [], inspections: [{ inspection: 0, power: 1.5 }] }));
  for (const block of air.transmitBlocks({ ...situation, power })) {
    const { rows, columns, re, im } = block.samples;
    for (let t = 0; t < rows; t++) {
      let energy = 0;
      for (let n = 0; n < columns; n++) energy += re[t * columns + n] ** 2 + im[t * columns + n] ** 2;
      expect(energy).toBeCloseTo(1.5, 12);
    }
  }
});

test('a silent AP has no block', () => {
  const deployment = smallDeployment();
  const air = createAir(deployment, emptyWorld, 3);
  const situation = onAirSlot(deployment, 2);
  const [silent, zero, ...rest] = situation.power;
  const power = [
    { ...silent, users: [], inspections: [] },
    { ...zero, users: zero.users.map((entry) => ({ ...entry, power: 0 })), inspections: [] },
    ...rest,
  ];
  expect(air.transmitBlocks({ ...situation, power }).map(({ accessPoint }) => accessPoint)).toEqual(
    rest.map(({ accessPoint }) => accessPoint),
  );
});

test('APs that serve the same UE send the same stream: their blocks of that UE alone span one symbol sequence', () => {
  const deployment = smallDeployment();
  const air = createAir(deployment, emptyWorld, 3);
  const situation = onAirSlot(deployment, 4);
  const user = 1;
  const serving = deployment.servedBy[user];
  expect(serving.length).toBe(2);
  const power = serving.map((accessPoint) => ({ accessPoint, users: [{ user, power: 1 }], inspections: [] }));
  const [a, b] = air.transmitBlocks({ ...situation, power }).map(({ samples }) => samples);
  const symbols = createComplexMatrix(a.rows, 1);
  generateSymbols('qpsk', 'communication', drawKey(3, 'air/user-symbols'), 4, user, 0, symbols);
  for (const { re, im, columns } of [a, b]) {
    for (let t = 0; t < a.rows; t++) {
      // s[t] x[t]* is the beam, the same at each t.
      const beamRe = re[t * columns] * symbols.re[t] + im[t * columns] * symbols.im[t];
      const beamIm = im[t * columns] * symbols.re[t] - re[t * columns] * symbols.im[t];
      const first = re[0] * symbols.re[0] + im[0] * symbols.im[0];
      const firstIm = im[0] * symbols.re[0] - re[0] * symbols.im[0];
      expect(beamRe).toBeCloseTo(first, 12);
      expect(beamIm).toBeCloseTo(firstIm, 12);
    }
  }
});

test.each(['qpsk', 'gaussian'])('%s: a block carries P_m τ_s on average, within 5 σ of 2000 slots', (modulation) => {
  const deployment = smallDeployment({ block: { modulation } });
  const air = createAir(deployment, emptyWorld, 3);
  const slots = 2000;
  const [accessPoint] = deployment.transmitAccessPoints;
  let sum = 0;
  let squares = 0;
  for (let slot = 0; slot < slots; slot++) {
    const { re, im } = air.transmitBlocks(onAirSlot(deployment, slot, [accessPoint]))[0].samples;
    const energy = re.reduce((total, value, e) => total + value ** 2 + im[e] ** 2, 0) / 16;
    sum += energy;
    squares += energy * energy;
  }
  const mean = sum / slots;
  const deviation = Math.sqrt((squares / slots - mean * mean) / slots);
  expect(Math.abs(mean - 2)).toBeLessThan(5 * deviation);
});

test('communication beams have the covariance Φ/tr Φ of (6)–(8), (13), also with a shared pilot, within 4.5 σ of 5000 slots', () => {
  const deployment = smallDeployment({ users: { pilotLength: 2 } });
  const air = createAir(deployment, emptyWorld, 11);
  const [m] = deployment.transmitAccessPoints;
  const [user] = deployment.usersOf[m];
  const sharing = deployment.users
    .map(({ id }) => id)
    .filter((k) => deployment.pilotIndex[k] === deployment.pilotIndex[user]);
  expect(sharing.length).toBe(2);
  const users = sharing.map((k) => ({
    correlation: deployment.userCorrelation(m, k),
    gain: deployment.userGain(m, k),
    pilotPower: 1e-4,
  }));
  const situation = { users, pilotLength: 2, noiseVariance: deployment.noiseVariance };
  const { estimateCovariance: phi, tracePhi } = mmseEstimator(situation, sharing.indexOf(user));
  const slots = 5000;
  const sample = createComplexMatrix(2, 2);
  for (let slot = 0; slot < slots; slot++) {
    const { plan } = onAirSlot(deployment, slot);
    const power = [{ accessPoint: m, users: [{ user, power: 1 }], inspections: [] }];
    const { re, im } = air.transmitBlocks({ plan, onAir: [m], power })[0].samples; // row 0 is w x, |x| = 1
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) {
        sample.re[i * 2 + j] += (re[i] * re[j] + im[i] * im[j]) / slots;
        sample.im[i * 2 + j] += (im[i] * re[j] - re[i] * im[j]) / slots;
      }
    }
  }
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) {
      const e = i * 2 + j;
      const error = Math.hypot(sample.re[e] - phi.re[e] / tracePhi, sample.im[e] - phi.im[e] / tracePhi);
      const deviation = Math.sqrt((phi.re[i * 3] * phi.re[j * 3]) / slots) / tracePhi;
      expect(error).toBeLessThan(4.5 * deviation);
    }
  }
});
