import { scanBeamCovariance } from '@vedetta/communication';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { echoEnergies } from './echo-energies.ts';

const deployment = deployNetwork(
  parseNetwork({
    areaSideMetres: 300,
    accessPoints: { count: 9, antennaCount: 3 },
    users: { count: 0 },
    sensing: { regions: 4, transmitPerRegion: 2 },
  }),
);
const { inspections } = planSlot(deployment, 0);
const streams = deployment.transmitAccessPoints.map((accessPoint) => ({
  accessPoint,
  covariance: scanBeamCovariance(deployment, accessPoint, 1),
}));
const sets = [[], deployment.receiveAccessPoints.slice(0, 2), deployment.receiveAccessPoints];

describe('echo energies', () => {
  it('of a region are the mean over its cells of those of a target at each', () => {
    const { cellCount, cellPosition } = deployment.regions[1];
    const whole = echoEnergies(deployment, inspections[1], streams, sets);
    const cells = Array.from({ length: cellCount }, (_, cell) =>
      echoEnergies(deployment, { ...inspections[1], phase: 'tracking', position: cellPosition(cell) }, streams, sets),
    );
    for (const [s] of sets.entries())
      for (const [b] of streams.entries()) {
        const mean = cells.reduce((sum, one) => sum + one.get(s, b), 0) / cellCount;
        expect(whole.get(s, b)).toBeCloseTo(mean, 12 - Math.log10(mean || 1));
      }
    expect(whole.getRow(0).every((value) => value === 0)).toBe(true);
  });

  it('of a target are Σ β aᴴ W a over the receive APs', () => {
    const target = { ...inspections[2], phase: 'tracking' as const };
    const energies = echoEnergies(deployment, target, streams, sets);
    for (const [b, { accessPoint, covariance }] of streams.entries()) {
      const a = deployment.steering(accessPoint, target.position);
      let form = 0;
      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++) {
          // a_i* C_ij a_j, real part
          const [cr, ci] = [covariance.re[3 * i + j], covariance.im[3 * i + j]];
          const [xr, xi] = [cr * a.re[j] - ci * a.im[j], cr * a.im[j] + ci * a.re[j]];
          form += a.re[i] * xr + a.im[i] * xi;
        }
      for (const [s, set] of sets.entries()) {
        const gain = set.reduce((sum, rx) => sum + deployment.echoGain(target.position, accessPoint, rx), 0);
        expect(Math.abs(energies.get(s, b) - gain * form)).toBeLessThanOrEqual(1e-12 * gain);
      }
    }
  });
});
