import {
  type Deployment,
  deployNetwork,
  deployTracking,
  type OnAirSlot,
  planSlot,
  planTracking,
} from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { azimuthElevation, steeringVector } from '@vedetta/signal';
import { describe, expect, it } from 'vitest';
import { createTransmitSide } from './index.ts';

const section = {
  areaSideMetres: 200,
  accessPoints: { count: 6, antennaCount: 2, axis: 'random' },
  users: { count: 4, pilotLength: 4, servingAccessPoints: 2 },
  block: { coherenceSamples: 16, sensingSamples: 16, modulation: 'gaussian' },
  sensing: { regions: 1 },
};

function situation(fronthaul: object): { deployment: Deployment; slot: OnAirSlot } {
  const deployment = deployNetwork(parseNetwork({ ...section, fronthaul }));
  const plan = planSlot(deployment, 3);
  const onAir = deployment.transmitAccessPoints;
  const power = onAir.map((accessPoint) => ({
    accessPoint,
    users: deployment.usersOf[accessPoint].map((user) => ({ user, power: 0.3 })),
    inspections: plan.inspections
      .filter(({ transmit }) => transmit.includes(accessPoint))
      .map(({ index }) => ({ inspection: index, power: 0.5 })),
  }));
  return { deployment, slot: { plan, onAir, power } };
}

const blocksWith = (fronthaul: object) => {
  const { deployment, slot } = situation(fronthaul);
  return createTransmitSide(deployment, 7).transmitBlocks(slot);
};

describe('an AP that tells what it sends', () => {
  it('rounds precoders and Gaussian symbols before it sends, the less the more bits it tells them with', () => {
    const exact = blocksWith({});
    const error = (referenceBits: number) => {
      let difference = 0;
      let power = 0;
      for (const [i, { samples }] of blocksWith({ references: 'explicit', referenceBits }).entries()) {
        for (let e = 0; e < samples.re.length; e++) {
          difference += (samples.re[e] - exact[i].samples.re[e]) ** 2 + (samples.im[e] - exact[i].samples.im[e]) ** 2;
          power += exact[i].samples.re[e] ** 2 + exact[i].samples.im[e] ** 2;
        }
      }
      return difference / power;
    };
    // A unit of b bits is at most 2^(2−b) of the largest component; weights and symbols are rounded: an error of a few units squared.
    for (const bits of [6, 10, 16]) {
      expect(error(bits)).toBeGreaterThan(0);
      expect(error(bits)).toBeLessThan(4 * 4 ** (2 - bits));
    }
  });

  it('has the same streams whoever asks first, and none when it is silent', () => {
    const { deployment, slot } = situation({ references: 'explicit' });
    const side = createTransmitSide(deployment, 7);
    const fresh = createTransmitSide(deployment, 7);
    side.transmitBlocks(slot);
    for (const accessPoint of deployment.transmitAccessPoints) {
      expect(structuredClone(side.streams(slot, accessPoint))).toEqual(fresh.streams(slot, accessPoint));
    }
    const [accessPoint] = deployment.transmitAccessPoints;
    const silent = { ...slot, power: [{ accessPoint, users: [], inspections: [] }] };
    expect(side.streams(silent, accessPoint)).toEqual({ accessPoint, users: [], sensingSeed: null });
  });
});

describe('an AP that follows a target', () => {
  it('sends all of a sensing beam (11) along w₀(p̂), its own angles of the target with the error of (12), and unlike beams to unlike targets', () => {
    const position = [60, 90, 40] as const;
    const angleError = { azimuth: 0.3, elevation: -0.2 };
    const network = parseNetwork(section);
    const deployment = deployTracking(network, [{ position, angleError }, { position }]);
    const plan = planTracking(deployment, 2);
    const onAir = deployment.transmitAccessPoints;
    const send = (inspection: number) => {
      const power = onAir.map((accessPoint) => ({ accessPoint, users: [], inspections: [{ inspection, power: 0.5 }] }));
      return createTransmitSide(deployment, 7).transmitBlocks({ plan, onAir, power });
    };
    const [followed, known] = [send(0), send(1)];
    followed.forEach(({ accessPoint, samples }, i) => {
      const { axis, position: from } = deployment.accessPoints[accessPoint];
      const { azimuth, elevation } = azimuthElevation(axis, from, position);
      const a = steeringVector(2, 0.5, Math.sin(azimuth + 0.3) * Math.cos(elevation - 0.2));
      // Rows are √(μ/N) x[t] aᵀ, and a[0] = 1.
      let energy = 0;
      for (let t = 0; t < samples.rows; t++) {
        const [xr, xi] = [samples.re[2 * t], samples.im[2 * t]];
        expect(samples.re[2 * t + 1]).toBeCloseTo(xr * a.re[1] - xi * a.im[1], 12);
        expect(samples.im[2 * t + 1]).toBeCloseTo(xr * a.im[1] + xi * a.re[1], 12);
        energy += xr * xr + xi * xi;
      }
      expect(energy).toBeGreaterThan(0);
      expect(known[i].samples.re[1]).not.toBe(samples.re[1]);
      expect(known[i].samples.re[0]).not.toBe(samples.re[0]);
    });
  });
});
