import { readFileSync } from 'node:fs';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createComplexMatrix } from '@vedetta/numerics';
import { parseWorld } from '@vedetta/scenario';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Air, createAir } from './create-air.ts';
import { targetsAt } from './targets-at.ts';
import { smallNetwork } from './test-air.ts';

type Complex = readonly [re: number, im: number];
type Draws = Record<
  'receiverNoise' | 'clutter' | 'reflectivity' | 'userSymbols' | 'sensingSymbols' | 'userChannel' | 'pilotNoise',
  readonly Complex[]
> & { readonly seed: number; readonly slot: number; readonly targetPlace: readonly [number, number, number] };

/** From golden/draws.py: receive AP 3, transmit AP 1, target 2, UE 1 on pilot 1, region 0. */
const golden: Draws = JSON.parse(readFileSync(new URL('../golden/draws.json', import.meta.url), 'utf8'));
const [receive, transmit, target, user] = [3, 1, 2, 1];

/** AP 3 in the middle listens; UE 1 stands below AP 1; nothing is correlated, so that each draw can be read off. */
const network = smallNetwork({
  accessPoints: {
    positionsMetres: [
      [20, 20],
      [180, 30],
      [30, 180],
      [100, 100],
      [170, 170],
      [20, 100],
    ],
  },
  users: {
    positionsMetres: [
      [30, 30],
      [175, 35],
      [40, 170],
      [160, 160],
    ],
    pilotAssignment: 'greedy',
  },
  propagation: { spatialCorrelation: 'uncorrelated', shadowFading: false },
  block: { modulation: 'gaussian' },
});
const deployment = deployNetwork(network);
const plan = planSlot(deployment, golden.slot);
const onAir = [transmit];

function expectComplex(re: number, im: number, scale: number, draw: Complex): void {
  expect(re / scale).toBeCloseTo(draw[0], 10);
  expect(im / scale).toBeCloseTo(draw[1], 10);
}

describe('draws have the names the golden generator spells out, and keep them', () => {
  let air: Air;
  beforeAll(() => {
    air = createAir(deployment, parseWorld({ targets: { count: 3 } }), golden.seed);
  });

  test('receiver noise: (slot, receive AP, 0), time-major', () => {
    const { noise } = air.receiveParts({ plan, onAir: [], power: [] }, [], receive);
    const scale = Math.sqrt(deployment.noiseVariance);
    for (let e = 0; e < noise.rows; e++) expectComplex(noise.re[e], noise.im[e], scale, golden.receiverNoise[e]);
  });

  test('clutter: (slot, transmit AP, receive AP), row-major over receive and transmit antennas', () => {
    const samples = createComplexMatrix(16, 2);
    samples.re[0] = 1; // sample 0: antenna 0 alone
    samples.re[3] = 1; // sample 1: antenna 1 alone
    const blocks = [{ accessPoint: transmit, samples }];
    const { clutter } = air.receiveParts({ plan, onAir, power: [] }, blocks, receive);
    const scale = Math.sqrt(deployment.clutterLink(receive, transmit).power);
    for (const [row, column] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]) {
      const e = column * 2 + row;
      expectComplex(clutter.re[e], clutter.im[e], scale, golden.clutter[row * 2 + column]);
    }
  });

  test('reflectivities: (slot, target, receive AP), the first white number at the first transmit AP', () => {
    const { rcs } = air.receiveParts({ plan, onAir: [], power: [] }, [], receive).targets[target];
    expectComplex(rcs.re[0], rcs.im[0], Math.sqrt(10), golden.reflectivity[0]);
  });

  test('sensing symbols: (slot, transmit AP, region)', () => {
    const power = [{ accessPoint: transmit, users: [], inspections: [{ inspection: 0, power: 1.25 }] }];
    const [{ samples }] = air.transmitBlocks({ plan, onAir, power });
    for (let t = 0; t < 16; t++) {
      expectComplex(samples.re[2 * t], samples.im[2 * t], Math.sqrt(1.25 / 2), golden.sensingSymbols[t]);
    }
  });

  test('a UE: symbols (slot, UE, 0), channel (slot, UE, AP) and pilot noise (slot, AP, pilot), through (6)–(9) by hand', () => {
    expect(deployment.servedBy[user]).toContain(transmit);
    const power = [{ accessPoint: transmit, users: [{ user, power: 0.5 }], inspections: [] }];
    const [{ samples }] = air.transmitBlocks({ plan, onAir, power });
    const gain = deployment.userGain(transmit, user);
    const training = 4 * 1e-4;
    const shrink = (training * gain) / (training * gain + deployment.noiseVariance); // Λ of (6) for C = ρ I
    const unit = Math.sqrt(2 * gain * shrink); // √tr Φ
    for (let n = 0; n < 2; n++) {
      const estimate = [0, 1].map(
        (part) =>
          shrink *
          (Math.sqrt(gain) * golden.userChannel[n][part] +
            Math.sqrt(deployment.noiseVariance / training) * golden.pilotNoise[n][part]),
      );
      const beam = estimate.map((value) => (Math.sqrt(0.5) * value) / unit);
      for (let t = 0; t < 16; t++) {
        const [re, im] = golden.userSymbols[t];
        expect(samples.re[2 * t + n]).toBeCloseTo(beam[0] * re - beam[1] * im, 10);
        expect(samples.im[2 * t + n]).toBeCloseTo(beam[0] * im + beam[1] * re, 10);
      }
    }
  });

  test('target places: (target, 0, 0) under the layout seed', () => {
    const world = parseWorld({ targets: { count: 3 } });
    const [x, y, z] = targetsAt(world, smallNetwork({}), 0)[target].position;
    const place = targetsAt(world, { ...network, layoutSeed: 5 }, 0)[target].position;
    expect(place).not.toEqual([x, y, z]);
    expect(place[0] / 200).toBeCloseTo(golden.targetPlace[0], 14);
    expect(place[1] / 200).toBeCloseTo(golden.targetPlace[1], 14);
    expect((place[2] - 20) / 80).toBeCloseTo(golden.targetPlace[2], 14);
  });
});
