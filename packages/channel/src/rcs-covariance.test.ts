import { createComplexMatrix, eigenHermitian } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { describe, expect, test } from 'vitest';
import golden from '../golden/channel.json' with { type: 'json' };
import { PropagationError } from './errors.ts';
import { rcsCovariance } from './rcs-covariance.ts';
import { degToRad } from './units.ts';

const origin: Point = [0, 0, 0];
const ring = (count: number): Point[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return [200 * Math.cos(angle), 200 * Math.sin(angle), 0];
  });

describe('covariance of the reflectivities', () => {
  test('golden: agrees with NumPy', () => {
    for (const row of golden.rcs) {
      const transmit = row.transmit as unknown as Point[];
      const r = rcsCovariance(row.target as unknown as Point, transmit, row.variance, row.correlationAngle);
      row.matrix.forEach((line, i) => {
        for (const [j, value] of line.entries()) expect(r.re[i * transmit.length + j]).toBeCloseTo(value, 11);
      });
      expect(r.im.every((value) => value === 0)).toBe(true);
    }
  });

  test('identity: σ_α² on the diagonal, APs in one direction fully correlated, opposite ones by the chord of 2', () => {
    const transmit: Point[] = [
      [100, 0, 0],
      [300, 0, 0],
      [-50, 0, 0],
    ];
    const r = rcsCovariance(origin, transmit, 10, 0.8);
    for (let i = 0; i < 3; i++) expect(r.re[i * 4]).toBe(10);
    expect(r.re[1]).toBe(10);
    expect(r.re[2]).toBeCloseTo(10 * Math.exp(-4 / (2 * 0.64)), 12);
  });

  test('identity: positive semidefinite at wide angles, where the great-circle angle is not', () => {
    const count = 24;
    const psi = degToRad(90);
    const chord = eigenHermitian(rcsCovariance(origin, ring(count), 1, psi)).values;
    expect(chord[0]).toBeGreaterThan(-1e-12);

    const arc = createComplexMatrix(count, count);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        const steps = Math.abs(i - j);
        const angle = (2 * Math.PI * Math.min(steps, count - steps)) / count;
        arc.re[i * count + j] = Math.exp(-(angle ** 2) / (2 * psi ** 2));
      }
    }
    expect(eigenHermitian(arc).values[0]).toBeLessThan(-1e-3);
  });

  test('limit: a target at the very place of an AP gives numbers, not NaN, and stays positive semidefinite', () => {
    const r = rcsCovariance(origin, [origin, ...ring(4)], 10, 0.26);
    expect(r.re.every(Number.isFinite)).toBe(true);
    expect(eigenHermitian(r).values[0]).toBeGreaterThan(-1e-12);
  });

  test('limit: a variance of 0 is a target that does not reflect; a correlation angle of 0 is refused', () => {
    expect(rcsCovariance(origin, ring(2), 0, 0.26).re.every((value) => value === 0)).toBe(true);
    expect(() => rcsCovariance(origin, ring(2), 10, 0)).toThrow(PropagationError);
    expect(() => rcsCovariance(origin, ring(2), -1, 0.26)).toThrow(PropagationError);
  });
});
