import type { Point } from '@vedetta/scenario';
import { describe, expect, test } from 'vitest';
import golden from '../golden/channel.json' with { type: 'json' };
import { apTargetGain, apUserGain, clutterPower, echoGain, echoScale } from './gains.ts';
import { distance } from './geometry.ts';
import { ricianFactor } from './line-of-sight.ts';
import { noisePower } from './noise.ts';
import { nlosPathLossDb } from './path-loss.ts';
import { linearToDb } from './units.ts';

const carrierGhz = 2;
const relative = (a: number, b: number) => Math.abs(a / b - 1);

describe('gains', () => {
  test('golden: AP–target and echo gains, Rician factor and clutter power agree with NumPy', () => {
    for (const row of golden.gains) {
      const transmit = row.transmit as unknown as Point;
      const target = row.target as unknown as Point;
      const receive = row.receive as unknown as Point;
      expect(relative(apTargetGain({ carrierGhz }, transmit, target), row.transmitGain)).toBeLessThan(1e-12);
      expect(relative(apTargetGain({ carrierGhz }, receive, target), row.receiveGain)).toBeLessThan(1e-12);
      const product = echoGain({ carrierGhz, targetGain: 'product' }, transmit, target, receive);
      const radar = echoGain({ carrierGhz, targetGain: 'radar-equation' }, transmit, target, receive);
      expect(relative(product, row.product)).toBeLessThan(1e-12);
      expect(relative(radar, row.radarEquation)).toBeLessThan(1e-12);
      const c = ricianFactor(distance(transmit, receive));
      expect(relative(c, row.ricianFactor)).toBeLessThan(1e-12);
      expect(relative(clutterPower({ clutterScale: 1e-2 }, row.apToApLos, c), row.clutterPower)).toBeLessThan(1e-12);
    }
  });

  test('golden: the noise power agrees with NumPy', () => {
    for (const row of golden.noise) {
      const { density: noiseDensityDbmPerHz, figure: noiseFigureDb, bandwidthMhz } = row;
      expect(relative(noisePower({ noiseDensityDbmPerHz, noiseFigureDb, bandwidthMhz }), row.watts)).toBeLessThan(
        1e-13,
      );
    }
  });

  test('identity: at 2 GHz the radar equation is 27.5 dB above the product', () => {
    expect(linearToDb(echoScale({ carrierGhz, targetGain: 'radar-equation' }))).toBeCloseTo(27.5, 1);
    expect(echoScale({ carrierGhz, targetGain: 'product' })).toBe(1);
  });

  test('identity: an echo has the same gain in both directions', () => {
    const [a, b, target]: Point[] = [
      [0, 0, 10],
      [300, 40, 10],
      [100, 200, 55],
    ];
    const propagation = { carrierGhz, targetGain: 'radar-equation' } as const;
    expect(echoGain(propagation, a, target, b)).toBe(echoGain(propagation, b, target, a));
  });

  test('identity: a UE is heard without line of sight, and shadowing moves the gain by its decibels', () => {
    const [ap, user]: Point[] = [
      [0, 0, 10],
      [30, 40, 1.65],
    ];
    const gain = apUserGain({ carrierGhz }, ap, user);
    expect(linearToDb(gain)).toBeCloseTo(-nlosPathLossDb(carrierGhz, distance(ap, user)), 10);
    expect(linearToDb(apUserGain({ carrierGhz }, ap, user, 4) / gain)).toBeCloseTo(4, 10);
  });
});
